package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextAtWorkTest {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Body IRKUTSK = Body.irkutsk();

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource({
        "2026-11-17T10:30:07, 2026-11-17T10:30:07, at work: the moment itself",
        "2026-11-17T09:00,    2026-11-17T09:00,    opening belongs to it",
        "2026-11-17T03:00,    2026-11-17T09:00,    at night: in the morning",
        "2026-11-17T13:00,    2026-11-17T14:00,    at lunch: after it",
        "2026-11-17T14:00,    2026-11-17T14:00,    lunch is over",
        "2026-11-17T18:00,    2026-11-18T09:00,    closing no longer belongs to it",
        "2026-11-20T18:01,    2026-11-23T09:00,    Friday evening: on Monday",
        "2026-11-03T17:00,    2026-11-05T09:00,    a short day ends an hour earlier and the 4th is a holiday",
        "2026-12-31T12:00,    2027-01-11T09:00,    over the New Year",
    })
    void work_goes_on_at(LocalDateTime moment, LocalDateTime next, String why) {
        assertThat(next(IRKUTSK, moment)).as(why).isEqualTo(next);
    }

    @Test
    void a_friday_that_ends_early_is_over_early() {
        Body body = IRKUTSK.withHours(IRKUTSK.hours().on(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(16, 0)));

        assertThat(next(body, LocalDateTime.parse("2026-11-20T16:00")))
                .isEqualTo(LocalDateTime.parse("2026-11-23T09:00"));
    }

    @Test
    void a_body_that_has_declared_no_days_off_of_its_own_keeps_the_calendars_it_names() {
        Body body = Body.of(List.of("ru", "ru-IRK", "own:minsoc"), IRKUTSK.zone(), IRKUTSK.hours());

        assertThat(next(body, LocalDateTime.parse("2026-11-20T18:01")))
                .isEqualTo(LocalDateTime.parse("2026-11-23T09:00"));
    }

    private static LocalDateTime next(Body body, LocalDateTime moment) {
        Instant next = DEADLINES.nextAtWork(body, moment.atZone(body.zone()).toInstant());
        return LocalDateTime.ofInstant(next, body.zone());
    }
}
