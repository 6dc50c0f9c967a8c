package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** «Вопросы, которых могло не быть» over HTTP. */
@RestController
@RequestMapping("/api/knowledge/gaps")
@Tag(name = "Информационная база")
@PreAuthorize("hasAnyRole('EDITOR', 'SUPERVISOR', 'ADMINISTRATOR')")
class AvoidableController {

    private static final int LAST_DAYS = 30;

    private final AvoidableQuestions questions;

    AvoidableController(AvoidableQuestions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(
            summary =
                    "Вопросы, которых могло не быть: запись была, но спросили орган; искали и не нашли; не пригодилось",
            description = "from и to — дни по времени центра; без них — последние 30 дней.")
    AvoidableQuestions.Report report(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate last = to == null ? questions.today() : to;
        return questions.report(from == null ? last.minusDays(LAST_DAYS) : from, last);
    }

    @GetMapping("/export.csv")
    @Operation(summary = "То же таблицей для Excel")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to)
            throws IOException {
        LocalDate last = to == null ? questions.today() : to;
        StringBuilder table = new StringBuilder();
        questions.export(from == null ? last.minusDays(LAST_DAYS) : from, last, table);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Вопросы, которых могло не быть.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }
}
