package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the worked examples leave out. */
class DeadlinesTest {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Body IRKUTSK = Body.irkutsk();

    @ParameterizedTest(name = "{0} -> {1}, at most {2}: {3}")
    @CsvSource({
        "2026-11-17T15:59:59, 2026-11-18T15:59:59, 2026-11-24T18:00, a second before the threshold",
        "2026-11-17T16:00:00, 2026-11-18T16:00:00, 2026-11-24T18:00, 16:00:00 itself is not after 16:00",
        "2026-11-17T16:00:01, 2026-11-18T16:00:00, 2026-11-24T18:00, seconds count",
        "2026-11-17T23:59:59, 2026-11-18T16:00:00, 2026-11-24T18:00, the last second of the day",
        "2026-11-18T00:00:00, 2026-11-19T09:00:00, 2026-11-25T18:00, the first second counts from opening",
        "2026-11-18T09:00:00, 2026-11-19T09:00:00, 2026-11-25T18:00, opening",
        "2026-11-17T13:30:00, 2026-11-18T13:30:00, 2026-11-24T18:00, lunch never moves a term counted in days",
        "2026-04-20T10:30:00, 2026-04-22T10:30:00, 2026-04-28T18:00, the memorial day of Irkutsk",
        "2026-06-10T12:00:00, 2026-06-11T12:00:00, 2026-06-18T18:00, the next day is short",
        "2026-06-04T12:00:00, 2026-06-05T12:00:00, 2026-06-11T17:00, the fifth day is short",
        "2026-12-30T10:00:00, 2027-01-11T10:00:00, 2027-01-15T18:00, over the New Year",
    })
    void an_answer_is_due_at_the_same_time_of_the_next_working_day(
            LocalDateTime received, LocalDateTime due, LocalDateTime maximum, String why) {
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK));

        assertThat(local(deadline.due(), IRKUTSK)).as(why).isEqualTo(due);
        assertThat(local(deadline.maximum(), IRKUTSK)).as(why).isEqualTo(maximum);
    }

    @Test
    void a_fraction_of_a_second_after_four_is_not_after_four() {
        Instant four = at(LocalDateTime.parse("2026-11-17T16:00:00"), IRKUTSK);

        assertThat(DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, four.plusMillis(900)))
                .isEqualTo(DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, four));
    }

    @Test
    void a_body_that_closes_before_four_still_has_until_four() {
        Body closesEarly =
                IRKUTSK.withHours(IRKUTSK.hours().on(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(15, 0)));
        Instant thursday = at(LocalDateTime.parse("2026-11-19T16:30"), closesEarly);
        Instant fridayAfterClosing = at(LocalDateTime.parse("2026-11-20T15:30"), closesEarly);

        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, closesEarly, thursday)
                                .due(),
                        closesEarly))
                .isEqualTo("2026-11-20T16:00");
        Deadline afterClosing = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, closesEarly, fridayAfterClosing);
        assertThat(local(afterClosing.due(), closesEarly)).isEqualTo("2026-11-23T15:30");
        assertThat(afterClosing.target())
                .as("the day of receipt is over: nothing better than the deadline to aim at")
                .isEqualTo(afterClosing.due());
    }

    @Test
    void the_extension_ends_when_the_body_closes_on_the_fifth_day() {
        Body closesEarly =
                IRKUTSK.withHours(IRKUTSK.hours().on(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)));
        Instant friday = at(LocalDateTime.parse("2026-11-13T10:00"), closesEarly);

        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, closesEarly, friday)
                                .maximum(),
                        closesEarly))
                .isEqualTo("2026-11-20T17:00");
    }

    @Test
    void the_bodys_own_day_off_moves_the_deadline() {
        Body ustOrda = IRKUTSK.withDayOff(LocalDate.of(2026, 2, 18), "Сагаалган");
        Instant dayBefore = at(LocalDateTime.parse("2026-02-17T11:00"), ustOrda);

        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, ustOrda, dayBefore)
                                .due(),
                        ustOrda))
                .isEqualTo("2026-02-19T11:00");
        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, dayBefore)
                                .due(),
                        IRKUTSK))
                .isEqualTo("2026-02-18T11:00");
    }

    @Test
    void a_deadline_of_years_of_which_no_calendar_is_known_is_refused() {
        Instant newYearsEve = at(LocalDateTime.parse("2021-12-31T10:00"), IRKUTSK);

        assertThatThrownBy(() -> DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, newYearsEve))
                .isInstanceOf(YearWithoutCalendar.class)
                .hasMessage("Производственный календарь России известен с 2022 года, а для срока нужен календарь на"
                        + " 2021 год");
        assertThat(DEADLINES.of(LegalTerms.DISPATCH, IRKUTSK, newYearsEve).due())
                .as("minutes need no calendar")
                .isEqualTo(newYearsEve.plusSeconds(15 * 60));
    }

    @Test
    void the_same_instant_is_another_hour_for_another_body() {
        Instant received = Instant.parse("2026-11-17T08:30:00Z");

        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, received)
                                .due(),
                        IRKUTSK))
                .as("16:30 in Irkutsk is after 16:00")
                .isEqualTo("2026-11-18T16:00");
        assertThat(local(
                        DEADLINES
                                .of(LegalTerms.IRKUTSK_ANSWER, Body.tomsk(), received)
                                .due(),
                        Body.tomsk()))
                .as("15:30 in Tomsk is not")
                .isEqualTo("2026-11-18T15:30");
    }

    @Test
    void read_until_closing_a_later_request_would_be_due_earlier_739_times_in_three_years() {
        long inversions = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(DEADLINES.calendar(IRKUTSK)::isWorking)
                .map(day -> at(day.atTime(16, 0), IRKUTSK))
                .filter(four -> due(LegalTerms.IRKUTSK_ANSWER_BY_CLOSING, four.plusSeconds(1))
                        .isBefore(due(LegalTerms.IRKUTSK_ANSWER_BY_CLOSING, four)))
                .count();

        assertThat(inversions).isEqualTo(739);
    }

    @Test
    void a_deadline_is_provisional_as_soon_as_its_extension_could_leave_the_decreed_years() {
        Deadline inside =
                DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(LocalDateTime.parse("2027-12-23T10:00"), IRKUTSK));
        Deadline leaving =
                DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(LocalDateTime.parse("2027-12-24T10:00"), IRKUTSK));

        assertThat(local(inside.maximum(), IRKUTSK)).isEqualTo("2027-12-30T18:00");
        assertThat(inside.provisional()).isFalse();
        assertThat(local(leaving.due(), IRKUTSK)).isEqualTo("2027-12-27T10:00");
        assertThat(local(leaving.maximum(), IRKUTSK)).isEqualTo("2028-01-10T18:00");
        assertThat(leaving.provisional()).isTrue();
        assertThat(leaving.derivation())
                .last()
                .isEqualTo("Производственный календарь на 2028 год ещё не утверждён, поэтому срок предварительный:"
                        + " он будет пересчитан, когда календарь утвердят.");
    }

    @Test
    void almaty_sets_its_clocks_back_inside_a_term() {
        Body almaty = Body.kazakhstan();

        Deadline deadline =
                DEADLINES.of(LegalTerms.KAZAKHSTAN_INFORM, almaty, at(LocalDateTime.parse("2024-02-28T10:00"), almaty));

        assertThat(deadline.start()).as("10:00 at UTC+6").isEqualTo("2024-02-28T04:00:00Z");
        assertThat(deadline.due()).as("18:30 at UTC+5").isEqualTo("2024-03-04T13:30:00Z");
        assertThat(deadline.derivation())
                .contains("Внутри срока, 1 марта 2024 года, местное время перешло с UTC+6 на UTC+5;"
                        + " все часы здесь — по местному времени.");
    }

    @Test
    void a_request_leaves_within_fifteen_minutes_of_the_call_day_and_night() {
        Instant call = at(LocalDateTime.parse("2027-12-31T23:52:30"), IRKUTSK);

        Deadline deadline = DEADLINES.of(LegalTerms.DISPATCH, IRKUTSK, call);

        assertThat(local(deadline.due(), IRKUTSK)).isEqualTo("2028-01-01T00:07:30");
        assertThat(local(deadline.target(), IRKUTSK)).isEqualTo("2028-01-01T00:02:30");
        assertThat(deadline.provisional()).as("minutes need no calendar").isFalse();
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}: {3}")
    @CsvSource({
        "kazakhstan-consulting, 2026-11-20T17:00, 2026-11-30T09:00, after five full working days",
        "kazakhstan-consulting, 2026-06-30T10:00, 2026-07-09T09:00, Capital Day is not one of them",
        "kazakhstan-successor,  2026-11-17T10:00, 2026-11-20T18:30, K-7",
        "kazakhstan-update,     2026-11-17T23:59, 2026-11-20T18:30, the hour of the event does not count",
        "kazakhstan-training,   2026-11-21T10:00, 2026-11-27T18:30, the event may fall on a Saturday",
        "kazakhstan-monthly-report,   2024-12-15T10:00, 2025-01-05T18:30, any moment of the month reported on",
        "kazakhstan-monthly-report,   2024-12-31T23:59:59, 2025-01-05T18:30, its last second",
        "kazakhstan-monthly-report,   2025-01-01T00:00, 2025-01-05T18:30, or its very end",
        "kazakhstan-quarterly-report, 2026-04-11T00:00, 2026-07-10T18:30, the day after the last report",
        "kazakhstan-monthly-report,   2025-01-05T20:00, 2025-01-05T18:30, the report date itself",
        "kazakhstan-quarterly-report, 2026-07-01T00:00, 2026-07-10T18:30, the end of the quarter",
        "kazakhstan-quarterly-report, 2026-07-10T00:00, 2026-07-10T18:30, the report date itself",
        "irkutsk-update,              2026-11-17T10:30, 2026-11-18T10:30, I-4.2: one working day, whatever the hour",
        "irkutsk-update,              2026-11-17T20:00, 2026-11-19T09:00, changed after work: from the next opening",
        "irkutsk-update,              2026-11-21T12:00, 2026-11-24T09:00, changed on a Saturday: from Monday's opening",
        "irkutsk-quarterly-report,    2026-09-30T00:00, 2026-10-15T18:00, Q-31",
        "kazakhstan-answer,           2026-11-20T17:00, 2026-11-25T18:30, K-11 as K-5",
    })
    void every_other_term_of_the_table_ends_as_its_clause_says(
            String name, LocalDateTime event, LocalDateTime due, String why) {
        Body body = name.startsWith("kazakhstan") ? Body.kazakhstan() : IRKUTSK;
        Term term = Terms.shipped().named(name);

        assertThat(local(DEADLINES.of(term, body, at(event, body)).due(), body))
                .as(why)
                .isEqualTo(due);
    }

    @Test
    void a_body_at_work_is_neither_at_lunch_nor_on_holiday() {
        assertThat(DEADLINES.isAtWork(IRKUTSK, at(LocalDateTime.parse("2026-11-17T09:00"), IRKUTSK)))
                .isTrue();
        assertThat(DEADLINES.isAtWork(IRKUTSK, at(LocalDateTime.parse("2026-11-17T13:00"), IRKUTSK)))
                .isFalse();
        assertThat(DEADLINES.isAtWork(IRKUTSK, at(LocalDateTime.parse("2026-11-17T18:00"), IRKUTSK)))
                .isFalse();
        assertThat(DEADLINES.isAtWork(IRKUTSK, at(LocalDateTime.parse("2026-11-03T17:30"), IRKUTSK)))
                .isFalse();
        assertThat(DEADLINES.isAtWork(IRKUTSK, at(LocalDateTime.parse("2026-11-04T11:00"), IRKUTSK)))
                .isFalse();
    }

    @Test
    void a_body_without_a_calendar_is_refused_in_russian() {
        assertThatThrownBy(() -> Body.of(List.of(), IRKUTSK.zone(), IRKUTSK.hours()))
                .hasMessage("У органа должен быть хотя бы один производственный календарь");
        assertThatThrownBy(() -> WorkingDays.of(0)).hasMessage("Срок в рабочих днях бывает от 1 до 30, а указано 0");
    }

    private static Instant due(Term term, Instant received) {
        return DEADLINES.of(term, IRKUTSK, received).due();
    }

    private static Instant at(LocalDateTime local, Body body) {
        return local.atZone(body.zone()).toInstant();
    }

    private static LocalDateTime local(Instant instant, Body body) {
        return LocalDateTime.ofInstant(instant, body.zone());
    }
}
