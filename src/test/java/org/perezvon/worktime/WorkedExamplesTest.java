package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The tables of worked examples, line by line. */
class WorkedExamplesTest {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Pattern EVENT =
            Pattern.compile("\\S+ (\\d\\d\\.\\d\\d\\.\\d{4}) (?:(\\d\\d:\\d\\d)|\\(nominal\\))");
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @ParameterizedTest(name = "{0} {1}: {5}")
    @CsvFileSource(resources = "/worktime/examples-irkutsk-509-p10.csv", useHeadersInDisplayName = true)
    void an_answer_is_due_as_clause_10_says(
            String calendar,
            LocalDateTime receivedAt,
            LocalDateTime sameDayTarget,
            LocalDateTime due,
            LocalDateTime maxExtended,
            String note) {
        Body body = body(calendar);

        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, body, instant(receivedAt, body.zone()));

        assertThat(local(deadline.target(), body)).as("target").isEqualTo(sameDayTarget);
        assertThat(local(deadline.due(), body)).as("due").isEqualTo(due);
        assertThat(local(deadline.maximum(), body)).as("maximum").isEqualTo(maxExtended);
        assertThat(deadline.provisional()).as("2022 to 2027 are decreed").isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}: {4}")
    @CsvFileSource(resources = "/worktime/examples-kazakhstan-797.csv", useHeadersInDisplayName = true)
    void a_kazakh_term_ends_as_the_rules_say(
            String term, String event, LocalDateTime due, LocalDateTime internalTarget, String note) {
        Body body = Body.kazakhstan();

        Deadline deadline = DEADLINES.of(termCalled(term), body, start(event, body.zone()));

        assertThat(local(deadline.due(), body)).as("due").isEqualTo(due);
        assertThat(local(deadline.target(), body)).as("target").isEqualTo(internalTarget);
        assertThat(deadline.provisional()).as("2027 is only projected").isEqualTo(due.getYear() == 2027);
    }

    private static Body body(String calendar) {
        return switch (calendar) {
            case "IRK" -> Body.irkutsk();
            case "TOM" -> Body.tomsk();
            case "UST" -> Body.irkutsk().withDayOff(LocalDate.of(2026, 2, 18), "Сагаалган");
            default -> throw new IllegalArgumentException(calendar);
        };
    }

    private static Term termCalled(String name) {
        return switch (name.split(",| \\(")[0]) {
            case "appoint responsible" -> LegalTerms.KAZAKHSTAN_APPOINT;
            case "send information" -> LegalTerms.KAZAKHSTAN_INFORM;
            case "training" -> LegalTerms.KAZAKHSTAN_TRAINING;
            case "update information" -> LegalTerms.KAZAKHSTAN_UPDATE;
            case "monthly report" -> LegalTerms.KAZAKHSTAN_MONTHLY_REPORT;
            case "quarterly report" -> LegalTerms.KAZAKHSTAN_QUARTERLY_REPORT;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** «вт 17.11.2026 10:00», or a nominal report date, whose period ended at the beginning of that month. */
    private static Instant start(String event, ZoneId zone) {
        Matcher found = EVENT.matcher(event);
        assertThat(found.matches()).as(event).isTrue();
        LocalDate date = LocalDate.parse(found.group(1), DOTTED);
        return found.group(2) == null
                ? instant(date.withDayOfMonth(1).atStartOfDay(), zone)
                : instant(date.atTime(LocalTime.parse(found.group(2))), zone);
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    private static LocalDateTime local(Instant instant, Body body) {
        return LocalDateTime.ofInstant(instant, body.zone());
    }
}
