package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.perezvon.mail.LetterAttempt;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Inquiries over HTTP. */
@RestController
@RequestMapping("/api/inquiries")
@Tag(name = "Запросы в органы власти")
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'INTEGRATION', 'ADMINISTRATOR')")
class InquiryController {

    /** An agency that may be meant. */
    record OtherAgency(String code, String name) {}

    private final InquiryFiles files;
    private final Redirections redirections;

    InquiryController(InquiryFiles files, Redirections redirections) {
        this.files = files;
        this.redirections = redirections;
    }

    @GetMapping("/{id}/other-agencies")
    @Operation(summary = "Какие органы справочника могут быть названы этими словами, вероятный первым")
    List<OtherAgency> others(@PathVariable String id, @RequestParam(defaultValue = "") String named) {
        return redirections.meant(named, inquiry(id).agency().code()).stream()
                .map(agency -> new OtherAgency(agency.code(), agency.name()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Запрос: письма, срок с объяснением, ответы")
    InquiryView inquiry(@PathVariable String id) {
        return InquiryId.from(id)
                .flatMap(files::find)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого запроса: «" + id + "»"));
    }

    @GetMapping("/{id}/letters/{letter}/attempts")
    @Operation(summary = "Попытки отправить письмо: что сказали мы и что ответил почтовый сервер")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
    List<LetterAttempt> attempts(@PathVariable String id, @PathVariable long letter) {
        return InquiryId.from(id)
                .map(inquiry -> files.attempts(inquiry, letter))
                .orElse(List.of());
    }

    @GetMapping
    @Operation(summary = "Найти запрос по началу номера")
    List<InquiryView> numbered(@RequestParam String q, @RequestParam(defaultValue = "10") int limit) {
        return files.numbered(q.replaceAll("[^0-9/-]", ""), Math.max(1, Math.min(limit, 50)));
    }
}
