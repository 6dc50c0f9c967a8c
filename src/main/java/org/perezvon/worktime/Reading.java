package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.beginning;
import static org.perezvon.worktime.Reckoning.limit;
import static org.perezvon.worktime.Reckoning.moment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** How the words of a clause become moments. The regulations argue about commas; here each reading is one class. */
sealed interface Reading {

    Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start);

    /** Whether working days matter at all, and with them the calendar. */
    default boolean countsDays() {
        return true;
    }

    /** Minutes by the clock, day and night: the centre works around the clock (I-6.1, I-10.1). */
    record ClockMinutes(int length, int amber) implements Reading {

        @Override
        public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
            ZonedDateTime due = start.plusMinutes(length);
            ZonedDateTime target = start.plusMinutes(amber);
            boolean years = start.getYear() != due.getYear();
            return new Reckoning(
                    moment(start, years),
                    "до " + limit(due, years),
                    minutes(length),
                    due,
                    target,
                    due,
                    List.of(
                            beginning(term, start),
                            "По " + term.clause() + " " + term.duty() + " в течение " + length + " минут по часам — до "
                                    + limit(due, true) + ".",
                            "Предупреждение — через " + minutes(amber) + ", в " + Russian.time(target.toLocalTime())
                                    + ": это внутренний ориентир, а не срок регламента."));
        }

        @Override
        public boolean countsDays() {
            return false;
        }

        private static String minutes(int count) {
            return count + " минут";
        }
    }

    /**
     * "Within one working day": until the same clock time of the next working day, never before opening; or, as a
     * policy, until its closing. Received after {@code threshold} or on a non-working day: the next working day at
     * {@code threshold}, which no short day moves. Extended at most to the closing of the {@code longest}-th working
     * day after the date of receipt.
     *
     * @param sameClockTime false reads "until the end of the next working day", under which a later request may be due
     *     earlier
     * @param extensionClause the clause that sets the longest term
     */
    record OneWorkingDay(boolean sameClockTime, LocalTime threshold, WorkingDays longest, String extensionClause)
            implements Reading {

        @Override
        public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
            WorkingCalendar calendar = schedule.calendar();
            LocalDate received = start.toLocalDate();
            LocalDate next = calendar.next(received);
            LocalDate last = calendar.plus(received, longest);
            boolean working = calendar.isWorking(received);
            boolean late = start.toLocalTime().isAfter(threshold);
            boolean early = working && start.isBefore(schedule.opening(received));

            ZonedDateTime due = working && !late ? ordinary(schedule, start, next) : schedule.at(next, threshold);
            ZonedDateTime maximum = schedule.closing(last);
            boolean years = start.getYear() != due.getYear();
            String at = Russian.time(threshold);
            List<String> steps = new ArrayList<>();
            steps.add(beginning(term, start));
            String circumstance;
            ZonedDateTime target = due;
            if (!working) {
                circumstance = ", в нерабочий день";
                steps.add(Russian.capitalized(Russian.dayOfWeek(start.getDayOfWeek())) + " " + Russian.date(received)
                        + " — нерабочий день, поэтому, как и для запроса после " + at + ", по " + term.clause() + " "
                        + term.duty() + " до " + at + " следующего рабочего дня — до " + limit(due, true) + ".");
            } else if (late) {
                circumstance = ", то есть после " + at;
                steps.add("Это позже " + at + ", поэтому по " + term.clause() + " " + term.duty() + " до " + at
                        + " следующего рабочего дня — до " + limit(due, true) + ".");
            } else {
                circumstance = early ? ", до начала рабочего дня" : "";
                if (early) {
                    steps.add("Рабочий день начинается в "
                            + Russian.time(schedule.opening(received).toLocalTime())
                            + ": срок считается с этого часа.");
                }
                steps.add("По " + term.clause() + " " + term.duty() + " в течение одного рабочего дня, то есть до "
                        + (sameClockTime ? "того же часа" : "конца") + " следующего рабочего дня — до "
                        + limit(due, true) + ".");
                ZonedDateTime closing = schedule.closing(received);
                if (start.isBefore(closing)) {
                    target = closing;
                    steps.add("Лучше ответить ещё в день поступления, до " + limit(target, true)
                            + ": это внутренний ориентир, а не срок регламента.");
                }
            }
            steps.add("Письмом с указанием причин, отправленным до истечения этого срока, его можно продлить, но не"
                    + " далее конца " + Russian.ordinalGenitive(longest.count())
                    + " рабочего дня после дня поступления ("
                    + Russian.dates(calendar.workingDaysAfter(received, last)) + ") — до " + limit(maximum, true)
                    + ", " + extensionClause + ".");
            return new Reckoning(
                    moment(start, years) + circumstance,
                    "до " + limit(due, years),
                    working && !late ? "один рабочий день" : "следующий рабочий день",
                    due,
                    target,
                    maximum,
                    steps);
        }

        private ZonedDateTime ordinary(Schedule schedule, ZonedDateTime start, LocalDate next) {
            if (!sameClockTime) {
                return schedule.closing(next);
            }
            ZonedDateTime sameTime = schedule.at(next, start.toLocalTime());
            ZonedDateTime opening = schedule.opening(next);
            return sameTime.isBefore(opening) ? opening : sameTime;
        }
    }

    /** Until the closing of the so-many-th working day; the day of the event and its hour do not count. */
    record ClosingOfDay(WorkingDays length) implements Reading {

        @Override
        public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
            LocalDate event = start.toLocalDate();
            LocalDate last = schedule.calendar().plus(event, length);
            ZonedDateTime due = schedule.closing(last);
            boolean years = start.getYear() != due.getYear();
            return new Reckoning(
                    moment(start, years),
                    "до " + limit(due, years),
                    length.inWords(),
                    due,
                    due,
                    due,
                    List.of(
                            beginning(term, start),
                            "День события не считается. По " + term.clause() + " " + term.duty() + " в срок: "
                                    + length.inWords() + " ("
                                    + Russian.dates(schedule.calendar().workingDaysAfter(event, last)) + ").",
                            "Срок истекает с концом рабочего дня, в " + limit(due, true) + "."));
        }
    }

    /** From the opening of the first working day after so many full working days have passed. */
    record OpeningAfter(WorkingDays length) implements Reading {

        @Override
        public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
            LocalDate event = start.toLocalDate();
            LocalDate last = schedule.calendar().plus(event, length);
            ZonedDateTime due = schedule.opening(schedule.calendar().next(last));
            boolean years = start.getYear() != due.getYear();
            return new Reckoning(
                    moment(start, years),
                    "с " + limit(due, years),
                    "по истечении " + length.afterWords(),
                    due,
                    due,
                    due,
                    List.of(
                            beginning(term, start),
                            "День события не считается. По " + term.clause() + " должно пройти полных рабочих дней: "
                                    + length.count() + " ("
                                    + Russian.dates(schedule.calendar().workingDaysAfter(event, last)) + ").",
                            "Первый рабочий день после них начинается в " + limit(due, true) + "."));
        }
    }

    /**
     * Until the closing of a calendar day of the month after the period, that day included; where it is non-working,
     * until the closing of the next working day, with the working day before it as the target.
     *
     * @param months length of the period: 1 for a month, 3 for a quarter
     * @param within how the clause names the length
     */
    record DayOfMonthAfterPeriod(int day, int months, String within) implements Reading {

        @Override
        public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
            WorkingCalendar calendar = schedule.calendar();
            LocalDate afterPeriod = periodEnd(schedule, start);
            LocalDate nominal = afterPeriod.withDayOfMonth(day);
            boolean working = calendar.isWorking(nominal);
            ZonedDateTime due = schedule.closing(working ? nominal : calendar.next(nominal));
            ZonedDateTime target = working ? due : schedule.closing(calendar.previous(nominal));
            List<String> steps = new ArrayList<>();
            steps.add(term.event() + " " + Russian.dateAndYear(afterPeriod.minusDays(1)) + ".");
            steps.add("По " + term.clause() + " " + term.duty() + " " + within + ", то есть по "
                    + Russian.dateAndYear(nominal) + " включительно.");
            if (working) {
                steps.add("Срок истекает с концом рабочего дня, в " + limit(due, true) + ".");
            } else {
                steps.add(Russian.capitalized(Russian.dayOfWeek(nominal.getDayOfWeek())) + " "
                        + Russian.date(nominal)
                        + " — нерабочий день, поэтому срок переходит на следующий рабочий день и истекает в "
                        + limit(due, true) + ".");
                steps.add("Лучше успеть до " + limit(target, true) + ": это внутренний ориентир.");
            }
            return new Reckoning(
                    Russian.dateAndYear(afterPeriod.minusDays(1)),
                    "до " + limit(due, true),
                    within,
                    due,
                    target,
                    due,
                    steps);
        }

        /** The first day after the period that the moment lies in, or that ended at this very moment. */
        private LocalDate periodEnd(Schedule schedule, ZonedDateTime moment) {
            YearMonth month = YearMonth.from(moment);
            LocalDate first =
                    month.minusMonths((month.getMonthValue() - 1) % months).atDay(1);
            boolean justEnded = schedule.at(first, LocalTime.MIDNIGHT).isEqual(moment);
            return justEnded ? first : first.plusMonths(months);
        }
    }
}
