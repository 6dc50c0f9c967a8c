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
 */
record ReportDate(int day, int months) implements Reading {

    /** @param start the end of the period, or any day from then to the report date itself */
    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        WorkingCalendar calendar = schedule.calendar();
        LocalDate nominal = reportDate(start.toLocalDate());
        boolean working = calendar.isWorking(nominal);
        ZonedDateTime due = schedule.closing(working ? nominal : calendar.next(nominal));
        ZonedDateTime target = working ? due : schedule.closing(calendar.previous(nominal));
        String within = within();

        String periodEnd = Russian.dateAndYear(nominal.withDayOfMonth(1).minusDays(1));
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

    /** The first report date on or after a day. */
    private LocalDate reportDate(LocalDate event) {
        YearMonth month = YearMonth.from(event);
        LocalDate date = month.minusMonths((month.getMonthValue() - 1) % months).atDay(day);
        return date.isBefore(event) ? date.plusMonths(months) : date;
    }

    private String within() {
        return months == 1
                ? "к %s числу".formatted(Russian.ordinalDative(day))
                : "в течение %s".formatted(Russian.countedGenitive(day, "календарного дня", "календарных дней"));
    }
}
