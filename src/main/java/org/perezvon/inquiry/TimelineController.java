package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The course of one inquiry, over HTTP. */
@RestController
@Tag(name = "Запросы в органы власти")
class TimelineController {

    private final Timelines timelines;

    TimelineController(Timelines timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/api/inquiries/{id}/timeline")
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(summary = "Ход запроса: письма, ответы, сроки с расчётом, решения, нарушения — по порядку")
    List<TimelineEntry> timeline(@PathVariable String id) {
        return InquiryId.from(id)
                .flatMap(timelines::ofInquiry)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого запроса: «" + id + "»"));
    }
}
