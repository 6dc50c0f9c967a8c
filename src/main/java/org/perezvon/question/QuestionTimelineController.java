package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.perezvon.engine.Role;
import org.perezvon.inquiry.TimelineEntry;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The course of a case, over HTTP. */
@RestController
@Tag(name = "Обращения")
class QuestionTimelineController {

    private final QuestionTimeline timeline;

    QuestionTimelineController(QuestionTimeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/api/questions/{number}/timeline")
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
    @Operation(
            summary = "Ход дела по порядку: звонок, письма, ответы, сроки с расчётом, решения, нарушения, попытки",
            description =
                    "Имени и телефона гражданина здесь нет. Внешние системы не видят заметок о звонках и сказанного.")
    List<TimelineEntry> timeline(@PathVariable String number, HttpServletRequest request) {
        boolean person = !request.isUserInRole(Role.INTEGRATION.name());
        return timeline.of(RegistrationNumber.parse(number), person)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет обращения с номером «" + number + "»"));
    }
}
