package org.perezvon.worktime;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.perezvon.worktime.Reckoning.beginning;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;
import static org.perezvon.worktime.Reckoning.moment;
import static org.perezvon.worktime.Reckoning.momentToTheSecond;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * "Within one working day from receipt; received after 16:00, on the next working day by 16:00", extended at most to
 * so many working days (I-10.2, I-10.3).
 *
 * @param until where an ordinary working day ends
 * @param threshold received <em>after</em> it, or on a non-working day: due on the next working day at this hour, which
 *     no short day moves
 * @param longest the extension ends with the working hours of this working day after the date of receipt
 * @param extensionClause the clause that says so
 */
record OneWorkingDay(Until until, LocalTime threshold, WorkingDays longest, String extensionClause) implements Reading {

    enum Until {
        /** The same clock time of the next working day, never before opening: a later request is never due earlier. */
        SAME_CLOCK_TIME,
        /** The closing of the next working day: what comes after the threshold is due before what came at it. */
        CLOSING
    }

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        LocalDate received = start.toLocalDate();
        LocalDate next = schedule.calendar().next(received);
        boolean ordinary =
                schedule.calendar().isWorking(received) && !start.toLocalTime().isAfter(threshold);

        ZonedDateTime due = ordinary ? oneDayLater(schedule, start, next) : schedule.at(next, threshold);
        ZonedDateTime target =
                ordinary && start.isBefore(schedule.closing(received)) ? schedule.closing(received) : due;
        ZonedDateTime maximum = schedule.closing(schedule.calendar().plus(received, longest));

        List<String> steps = new ArrayList<>();
        steps.add(beginning(term, start));
        steps.addAll(
                ordinary
                        ? ordinarySteps(term, schedule, start, due)
                        : List.of(nextDayStep(term, schedule, start, due)));
        if (target.isBefore(due)) {
            steps.add("Лучше ответить ещё в день поступления, до %s: это внутренний ориентир, а не срок регламента."
                    .formatted(exactly(target)));
        }
        steps.add(extensionStep(schedule, received, maximum));

        boolean years = start.getYear() != due.getYear();
        return new Reckoning(
                since(schedule, start, years),
                "до " + limit(due, years),
                ordinary ? "один рабочий день" : "следующий рабочий день",
                start,
                due,
                target,
                maximum,
                steps);
    }

    private ZonedDateTime oneDayLater(Schedule schedule, ZonedDateTime start, LocalDate next) {
        return switch (until) {
            case SAME_CLOCK_TIME -> {
                ZonedDateTime sameTime = schedule.at(next, start.toLocalTime());
                ZonedDateTime opening = schedule.opening(next);
                yield sameTime.isBefore(opening) ? opening : sameTime;
            }
            case CLOSING -> schedule.closing(next);
        };
    }

    private String since(Schedule schedule, ZonedDateTime start, boolean years) {
        if (!schedule.calendar().isWorking(start.toLocalDate())) {
            return moment(start, years) + ", в нерабочий день";
        }
        if (start.toLocalTime().isAfter(threshold)) {
            boolean secondsDecide = !start.truncatedTo(MINUTES).toLocalTime().isAfter(threshold);
            String when = secondsDecide ? momentToTheSecond(start, years) : moment(start, years);
            return when + ", то есть после " + Russian.time(threshold);
        }
        return moment(start, years) + (isBeforeOpening(schedule, start) ? ", до начала рабочего дня" : "");
    }

    private List<String> ordinarySteps(Term term, Schedule schedule, ZonedDateTime start, ZonedDateTime due) {
        String end =
                switch (until) {
                    case SAME_CLOCK_TIME -> "того же часа";
                    case CLOSING -> "конца";
                };
        String day =
                "По %s %s в течение одного рабочего дня с момента поступления, то есть до %s следующего рабочего дня — до %s."
                        .formatted(term.clause(), term.duty(), end, exactly(due));
        return isBeforeOpening(schedule, start)
                ? List.of(
                        "Рабочий день ещё не начался: срок считается с его начала, с %s."
                                .formatted(Russian.time(
                                        schedule.opening(start.toLocalDate()).toLocalTime())),
                        day)
                : List.of(day);
    }

    private String nextDayStep(Term term, Schedule schedule, ZonedDateTime start, ZonedDateTime due) {
        String why = schedule.calendar().isWorking(start.toLocalDate())
                ? "Это позже %s, поэтому"
                : "Это нерабочий день, поэтому, как и при поступлении после %s,";
        return "%s по %s %s на следующий рабочий день, до %s."
                .formatted(why.formatted(Russian.time(threshold)), term.clause(), term.duty(), exactly(due));
    }

    private String extensionStep(Schedule schedule, LocalDate received, ZonedDateTime maximum) {
        return ("Письмом с указанием причин, отправленным до истечения этого срока, его можно продлить, но не далее конца"
                        + " %s рабочего дня после дня поступления (%s) — до %s, %s.")
                .formatted(
                        Russian.ordinalGenitive(longest.count()),
                        Russian.dates(schedule.calendar().workingDaysAfter(received, maximum.toLocalDate())),
                        exactly(maximum),
                        extensionClause);
    }

    private static boolean isBeforeOpening(Schedule schedule, ZonedDateTime start) {
        return start.isBefore(schedule.opening(start.toLocalDate()));
    }
}
