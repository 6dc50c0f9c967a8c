package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of every request, whenever it comes. */
class DeadlineProperties {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Body IRKUTSK = Body.irkutsk();
    private static final Body TOMSK = Body.tomsk();
    private static final Body ALMATY = Body.kazakhstan();
    private static final MinuteOracle ORACLE = new MinuteOracle(
            "ru-2024.csv",
            "ru-2025.csv",
            "ru-2026.csv",
            "ru-2027.csv",
            "regional/ru-IRK-2024.csv",
            "regional/ru-IRK-2025.csv",
            "regional/ru-IRK-2026.csv",
            "regional/ru-IRK-2027.csv");

    @Property(tries = 1500)
    void an_answer_is_due_when_the_minutes_say_so(@ForAll("receipts") LocalDateTime received) {
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK));

        assertThat(local(deadline.due(), IRKUTSK)).isEqualTo(ORACLE.answerDue(received));
        assertThat(local(deadline.maximum(), IRKUTSK)).isEqualTo(ORACLE.closingOfDay(5, received));
        assertThat(deadline.provisional()).isFalse();
    }

    @Property(tries = 1500)
    void a_later_request_is_never_due_earlier(
            @ForAll("receipts") LocalDateTime received, @ForAll @IntRange(max = 4 * 24 * 3600) int secondsLater) {
        Deadline first = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK));
        Deadline second = DEADLINES.of(
                LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK).plusSeconds(secondsLater));

        assertThat(second.due()).isAfterOrEqualTo(first.due());
        assertThat(second.maximum()).isAfterOrEqualTo(first.maximum());
    }

    @Property(tries = 1000)
    void no_kazakh_term_ends_earlier_for_a_later_event(
            @ForAll("kazakhTerms") Term term,
            @ForAll("receipts") LocalDateTime event,
            @ForAll @IntRange(max = 40 * 24 * 3600) int secondsLater) {
        Instant start = at(event, ALMATY);

        assertThat(DEADLINES.of(term, ALMATY, start.plusSeconds(secondsLater)).due())
                .isAfterOrEqualTo(DEADLINES.of(term, ALMATY, start).due());
    }

    @Property(tries = 1000)
    void an_answer_is_due_between_opening_and_closing_of_a_working_day(@ForAll("receipts") LocalDateTime received) {
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK));
        LocalDateTime due = local(deadline.due(), IRKUTSK);

        assertThat(ORACLE.isWorking(due.toLocalDate())).isTrue();
        assertThat(due.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 0));
        assertThat(deadline.target()).isAfter(deadline.start()).isBeforeOrEqualTo(deadline.due());
        assertThat(deadline.maximum()).isAfter(deadline.due());
    }

    @Property(tries = 1000)
    void one_more_day_off_never_brings_a_deadline_forward(
            @ForAll("receipts") LocalDateTime received, @ForAll @IntRange(max = 10) int daysAhead) {
        LocalDate dayOff = received.toLocalDate().plusDays(daysAhead);
        Instant start = at(received, TOMSK);

        Deadline without = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, TOMSK, start);
        Deadline with = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, TOMSK.withDayOff(dayOff, "выходной"), start);

        assertThat(with.due()).isAfterOrEqualTo(without.due());
        assertThat(with.maximum()).isAfterOrEqualTo(without.maximum());
    }

    @Property(tries = 1000)
    void a_reminder_comes_so_many_minutes_of_work_before_the_deadline(
            @ForAll("receipts") LocalDateTime received, @ForAll @IntRange(min = 1, max = 600) int minutes) {
        Deadline deadline = DEADLINES.of(LegalTerms.IRKUTSK_ANSWER, IRKUTSK, at(received, IRKUTSK));

        Instant reminder = DEADLINES.reminder(deadline, IRKUTSK, Duration.ofMinutes(minutes));

        assertThat(reminder).isAfterOrEqualTo(deadline.start()).isBefore(deadline.due());
        assertThat(ORACLE.isAtWork(local(reminder, IRKUTSK))).isTrue();
        LocalDateTime asked = ORACLE.minutesOfWorkBefore(local(deadline.due(), IRKUTSK), minutes);
        if (asked.isAfter(received) && deadline.due().getEpochSecond() % 60 == 0) {
            assertThat(local(reminder, IRKUTSK)).isEqualTo(asked);
        }
    }

    @Property(tries = 500)
    void a_deadline_always_tells_when_it_began_and_by_which_clause(
            @ForAll("terms") Term term, @ForAll("receipts") LocalDateTime start) {
        Body body = term.name().startsWith("kazakhstan") ? ALMATY : IRKUTSK;

        Deadline deadline = DEADLINES.of(term, body, at(start, body));

        assertThat(deadline.derivation()).allMatch(sentence -> sentence.endsWith("."));
        assertThat(String.join(" ", deadline.derivation()))
                .contains(term.clause())
                .doesNotContain("null");
        assertThat(deadline.explanation())
                .startsWith(term.event())
                .endsWith(").")
                .doesNotContain("null");
        assertThat(deadline.provisional()).isEqualTo(deadline.explanation().contains("срок предварительный"));
    }

    @Property(tries = 1000)
    void working_days_added_and_taken_back_lead_where_they_began(
            @ForAll("receipts") LocalDateTime received, @ForAll @IntRange(min = 1, max = 30) int days) {
        WorkingCalendar calendar = DEADLINES.calendar(IRKUTSK);
        LocalDate begin = calendar.isWorking(received.toLocalDate())
                ? received.toLocalDate()
                : calendar.previous(received.toLocalDate());

        LocalDate end = calendar.plus(begin, WorkingDays.of(days));

        LocalDate back = end;
        for (int i = 0; i < days; i++) {
            back = calendar.previous(back);
        }
        assertThat(back).isEqualTo(begin);
        assertThat(ORACLE.isWorking(end)).isTrue();
    }

    /** Any second from 2024 to the middle of December 2027, one in four close to the hours that decide. */
    @Provide
    Arbitrary<LocalDateTime> receipts() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 1440).map(count -> LocalDate.of(2024, 1, 1)
                .plusDays(count));
        Arbitrary<LocalTime> anyTime = Arbitraries.integers().between(0, 86399).map(LocalTime::ofSecondOfDay);
        Arbitrary<LocalTime> edges = Arbitraries.of(
                LocalTime.MIDNIGHT,
                LocalTime.of(8, 59, 59),
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                LocalTime.of(15, 59, 59),
                LocalTime.of(16, 0),
                LocalTime.of(16, 0, 1),
                LocalTime.of(17, 0),
                LocalTime.of(18, 0),
                LocalTime.of(23, 59, 59));
        return Combinators.combine(days, Arbitraries.frequencyOf(Tuple.of(3, anyTime), Tuple.of(1, edges)))
                .as(LocalDateTime::of);
    }

    /** Every row of the shipped table. */
    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Terms.shipped().all());
    }

    @Provide
    Arbitrary<Term> kazakhTerms() {
        return terms().filter(term -> term.name().startsWith("kazakhstan"));
    }

    private static Instant at(LocalDateTime local, Body body) {
        return local.atZone(body.zone()).toInstant();
    }

    private static LocalDateTime local(Instant instant, Body body) {
        return LocalDateTime.ofInstant(instant, body.zone());
    }
}
