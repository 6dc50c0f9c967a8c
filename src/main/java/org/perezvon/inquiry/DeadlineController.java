package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.WorkingCalendars;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deadlines without a case, and what a proposed calendar would do to those with one. */
@RestController
@Tag(name = "Сроки")
@Transactional(readOnly = true)
class DeadlineController {

    /** @param due in the agency's own time, as all moments here */
    record DeadlineView(
            String agency,
            String term,
            OffsetDateTime start,
            OffsetDateTime due,
            OffsetDateTime target,
            OffsetDateTime maximum,
            OffsetDateTime reminder,
            boolean provisional,
            String explanation,
            List<String> derivation) {}

    private final Directory directory;
    private final TermPolicy terms;
    private final WorkingCalendars calendars;
    private final CalendarEffect effects;
    private final MovedTerms moved;

    DeadlineController(
            Directory directory,
            TermPolicy terms,
            WorkingCalendars calendars,
            CalendarEffect effects,
            MovedTerms moved) {
        this.directory = directory;
        this.terms = terms;
        this.calendars = calendars;
        this.effects = effects;
        this.moved = moved;
    }

    @GetMapping("/api/deadlines")
    @Operation(
            summary = "Вычислить срок без запроса: к какому моменту и почему",
            description = "По действующей таблице сроков, календарю, часам и часовому поясу органа.")
    public DeadlineView deadline(
            @Parameter(description = "Код органа власти") @RequestParam String agency,
            @Parameter(description = "Имя строки таблицы сроков (irkutsk-answer) или вид обращения (citizen-question)")
                    @RequestParam(defaultValue = "citizen-question")
                    String term,
            @Parameter(description = "Когда получено: местное время органа или с поясом, например 2026-11-17T15:59:00")
                    @RequestParam
                    String received) {
        Agency known = directory
                .agency(agency)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Нет органа власти с кодом «" + agency + "»"));
        Term law = terms.named(known, term.toLowerCase(Locale.ROOT));
        Body body = known.body();
        Deadlines deadlines = calendars.inForce();
        Deadline deadline = deadlines.of(law, body, moment(received, body.zone()));
        return new DeadlineView(
                known.code(),
                law.name(),
                local(deadline.start(), body),
                local(deadline.due(), body),
                local(deadline.target(), body),
                local(deadline.maximum(), body),
                local(deadlines.reminder(deadline, body), body),
                deadline.provisional(),
                deadline.explanation(),
                deadline.derivation());
    }

    /** @param clause of the regulation that lays the term down */
    record TermView(String name, String event, String duty, String clause) {}

    @GetMapping("/api/deadlines/terms")
    @Operation(summary = "Строки действующей таблицы сроков")
    public List<TermView> terms() {
        return terms.laws().stream()
                .map(law -> new TermView(law.name(), law.event(), law.duty(), law.clause()))
                .toList();
    }

    @GetMapping("/api/calendars/proposals/{id}/effect")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Какие сроки передвинет предложенный календарь")
    public CalendarEffect.Effect effect(@PathVariable long id, @RequestParam(defaultValue = "100") int limit) {
        return effects.of(id, Math.min(limit, 1000));
    }

    @GetMapping("/api/calendars/recomputation")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Operation(summary = "Сколько открытых запросов ещё не пересчитано по действующим календарям")
    public Map<String, Long> recomputation() {
        return Map.of("remaining", moved.outdated());
    }

    private static OffsetDateTime local(Instant moment, Body body) {
        return moment.atZone(body.zone()).toOffsetDateTime();
    }

    /** A plus in a URL is a space; whoever did not escape it meant the plus. */
    private static Instant moment(String text, ZoneId zone) {
        String moment = text.strip().replace(' ', '+');
        try {
            return moment.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(moment).toInstant()
                    : LocalDateTime.parse(moment).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Момент «" + text + "» не читается: напишите местное время органа, например 2026-11-17T15:59:00",
                    e);
        }
    }
}
