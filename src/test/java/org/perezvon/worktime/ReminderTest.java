package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Body IRKUTSK = Body.irkutsk();

    @ParameterizedTest(name = "received {0}, {1} before: {2} — {3}")
    @CsvSource({
        "2026-11-17T15:30, PT1H, 2026-11-18T14:30, an hour before",
        "2026-11-17T14:30, PT1H, 2026-11-18T12:30, lunch does not count",
        "2026-11-17T13:30, PT1H, 2026-11-18T12:00, due at lunch: an hour before lunch",
        "2026-11-17T10:30, PT2H, 2026-11-17T17:30, nor does the night",
        "2026-11-17T10:30, PT90M, 2026-11-18T09:00, at opening rather than at closing",
        "2026-11-20T16:40, PT7H, 2026-11-20T17:00, nor the weekend",
        "2026-11-03T10:30, PT2H, 2026-11-03T16:30, a short day ends an hour earlier",
        "2026-11-18T02:00, PT1H, 2026-11-18T17:00, received at night and due at opening",
        "2026-11-17T10:30, PT20H, 2026-11-17T10:30, never before the start",
        "2026-11-18T02:00, PT20H, 2026-11-18T09:00, nor in the night after it",
        "2026-11-21T12:00, PT20H, 2026-11-23T09:00, nor on a day off",
        "2026-11-17T13:20, PT20H, 2026-11-17T14:00, nor at lunch",
    })
    void a_reminder_falls_into_working_hours(LocalDateTime received, Duration lead, LocalDateTime moment, String why) {
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received));

        assertThat(LocalDateTime.ofInstant(DEADLINES.reminder(deadline, IRKUTSK, lead), IRKUTSK.zone()))
                .as(why)
                .isEqualTo(moment);
    }

    @Test
    void where_no_working_time_is_left_the_reminder_is_the_deadline() {
        Deadline night = DEADLINES.of(LegalTerms.DISPATCH, IRKUTSK, at(LocalDateTime.parse("2026-11-17T02:00")));

        assertThat(DEADLINES.reminder(night, IRKUTSK, Duration.ofMinutes(5))).isEqualTo(night.due());
    }

    @Test
    void the_table_of_terms_says_how_long_before() {
        Deadline deadline =
                DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(LocalDateTime.parse("2026-11-17T15:30")));

        assertThat(DEADLINES.reminder(deadline, IRKUTSK))
                .as("two hours before 15:30, less half an hour of lunch")
                .isEqualTo(at(LocalDateTime.parse("2026-11-18T12:30")));
    }

    @Test
    void a_term_in_minutes_warns_by_the_clock() {
        Deadline night = DEADLINES.of(LegalTerms.DISPATCH, IRKUTSK, at(LocalDateTime.parse("2026-11-17T02:00")));

        assertThat(DEADLINES.reminder(night, IRKUTSK)).isEqualTo(at(LocalDateTime.parse("2026-11-17T02:10")));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(IRKUTSK.zone()).toInstant();
    }
}
