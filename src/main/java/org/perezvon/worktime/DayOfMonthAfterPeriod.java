package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Until the closing of a calendar day of the month after the period, that day included; where it is non-working, until
 * the closing of the next working day, with the working day before it as the target (K-14, K-18).
 *
 * @param months length of the period: 1 for a month, 3 for a quarter
 * @param within how the clause names the length
 */
record DayOfMonthAfterPeriod(int day, int months, String within) implements Reading {

    /** @param start any moment of the period, its end included */
    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        WorkingCalendar calendar = schedule.calendar();
        LocalDate afterPeriod = dayAfterPeriod(schedule, start);
        LocalDate nominal = afterPeriod.withDayOfMonth(day);
        boolean working = calendar.isWorking(nominal);
        ZonedDateTime due = schedule.closing(working ? nominal : calendar.next(nominal));
        ZonedDateTime target = working ? due : schedule.closing(calendar.previous(nominal));

        String periodEnd = Russian.dateAndYear(afterPeriod.minusDays(1));
        List<String> steps = new ArrayList<>();
        steps.add("%s %s.".formatted(term.event(), periodEnd));
        steps.add("По %s %s %s, то есть по %s включительно."
                .formatted(term.clause(), term.duty(), within, Russian.dateAndYear(nominal)));
        if (working) {
            steps.add("Срок истекает с концом рабочего дня, в %s.".formatted(exactly(due)));
        } else {
            steps.add("%s %s — нерабочий день, поэтому срок переходит на следующий рабочий день и истекает в %s."
                    .formatted(
                            Russian.capitalized(Russian.dayOfWeek(nominal.getDayOfWeek())),
                            Russian.date(nominal),
                            exactly(due)));
            steps.add("Лучше успеть до %s: это внутренний ориентир, а не срок правил.".formatted(exactly(target)));
        }
        ZonedDateTime from = schedule.at(target.toLocalDate(), LocalTime.MIDNIGHT);
        return new Reckoning(periodEnd, "до " + limit(due, true), within, from, due, target, due, steps);
    }

    /** The first day after the period in which the moment lies, or which ended at this very moment. */
    private LocalDate dayAfterPeriod(Schedule schedule, ZonedDateTime moment) {
        YearMonth month = YearMonth.from(moment);
        LocalDate first =
                month.minusMonths((month.getMonthValue() - 1) % months).atDay(1);
        boolean justEnded = schedule.at(first, LocalTime.MIDNIGHT).isEqual(moment);
        return justEnded ? first : first.plusMonths(months);
    }
}
