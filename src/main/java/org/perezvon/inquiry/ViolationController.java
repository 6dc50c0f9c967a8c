package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Centre;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The register of violations over HTTP. */
@RestController
@RequestMapping("/api/violations")
@Tag(name = "Нарушения")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR', 'INTEGRATION')")
class ViolationController {

    private static final int MOST = 200;

    /**
     * @param next behind which the next page begins; absent on the last
     */
    record Page(List<Line> violations, @Nullable Long next) {}

    /** @param ours whether it is the contact centre's own breach */
    record Line(
            long id,
            Violation kind,
            String kindInWords,
            boolean ours,
            @Nullable String inquiryId,
            String number,
            String agency,
            String agencyName,
            Instant at,
            List<String> evidence,
            @Nullable Instant answeredAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnWhy) {}

    record Proven(Line violation, @Nullable InquiryView inquiry) {}

    private final ViolationRegister register;
    private final ZoneId zone;

    ViolationController(ViolationRegister register, Centre centre) {
        this.register = register;
        this.zone = centre.zone();
    }

    @GetMapping
    @Operation(summary = "Реестр нарушений (I-5), новые сверху")
    Page page(
            @Parameter(description = "Код органа") @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Violation kind,
            @Parameter(description = "Первый день, по времени центра") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Последний день, по времени центра") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(description = "Показать и снятые") @RequestParam(defaultValue = "false") boolean withdrawn,
            @Parameter(description = "Номер последнего из уже показанных") @RequestParam(required = false) @Nullable
                    Long behind,
            @RequestParam(defaultValue = "50") int limit) {
        int asked = Math.max(1, Math.min(limit, MOST));
        List<RecordedViolation> found =
                register.page(query(agency, kind, from, to, withdrawn), Optional.ofNullable(behind), asked + 1);
        Map<String, String> agencies = register.agencies();
        List<Line> lines =
                found.stream().limit(asked).map(each -> line(each, agencies)).toList();
        return new Page(lines, found.size() > asked ? lines.get(asked - 1).id() : null);
    }

    @GetMapping("/{id:-?[0-9]+}")
    @Operation(summary = "Одно нарушение с доказательствами: письма, срок и его расчёт, ответы")
    Proven one(@PathVariable long id) {
        return register.find(id)
                .map(found -> new Proven(
                        line(found.violation(), register.agencies()),
                        found.inquiry().orElse(null)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет такого нарушения: " + id));
    }

    @GetMapping("/export.csv")
    @Operation(summary = "Реестр нарушений таблицей для Excel")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Violation kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean withdrawn) {
        ViolationQuery query = query(agency, kind, from, to, withdrawn);
        StreamingResponseBody body =
                stream -> register.export(query, new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Нарушения.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    private ViolationQuery query(
            @Nullable String agency,
            @Nullable Violation kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean withdrawn) {
        return new ViolationQuery(
                Optional.ofNullable(agency).filter(code -> !code.isBlank()),
                Optional.ofNullable(kind),
                Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Optional.ofNullable(to)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                withdrawn);
    }

    private static Line line(RecordedViolation each, Map<String, String> agencies) {
        return new Line(
                each.id(),
                each.kind(),
                each.kind().inRussian(),
                each.kind().isOurs(),
                each.inquiry().map(InquiryId::toString).orElse(null),
                each.number(),
                each.agencyCode(),
                agencies.getOrDefault(each.agencyCode(), each.agencyCode()),
                each.at(),
                each.evidence(),
                each.answeredAt().orElse(null),
                each.withdrawnAt().orElse(null),
                each.withdrawnWhy().orElse(null));
    }
}
