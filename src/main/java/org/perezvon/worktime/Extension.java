package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a letter with reasons can push a term: to the closing of a working day after the date of receipt (I-10.3). */
final class Extension {

    private Extension() {}

    static Deadline granted(Deadline deadline, Schedule schedule, LocalDate until) {
        LocalDate day = schedule.calendar().isWorking(until)
                ? until
                : schedule.calendar().next(until);
        ZonedDateTime maximum = deadline.maximum().atZone(schedule.zone());
        ZonedDateTime closing = schedule.closing(day);
        ZonedDateTime due = closing.isAfter(maximum) ? maximum : closing;
        if (!due.toInstant().isAfter(deadline.due())) {
            return deadline;
        }
        Term term = deadline.term();
        String clause = term.wallClause() == null ? term.clause() : term.wallClause();
        List<String> steps = new ArrayList<>(deadline.derivation());
        steps.add("Срок продлён письмом с указанием причин до %s (%s): до конца рабочего дня, до %s."
                .formatted(Russian.dateAndYear(until), clause, exactly(due)));
        boolean years = deadline.start().atZone(schedule.zone()).getYear() != due.getYear();
        return new Deadline(
                term,
                deadline.start(),
                due.toInstant(),
                due.toInstant(),
                deadline.maximum(),
                deadline.provisional(),
                "Срок продлён письмом с указанием причин, поэтому %s до %s (%s)."
                        .formatted(term.duty(), limit(due, years), clause),
                steps);
    }

    /** @param wall absent: the term cannot be extended, and its end is the longest there is */
    static ZonedDateTime maximum(
            Schedule schedule, ZonedDateTime start, ZonedDateTime due, @Nullable WorkingDays wall) {
        if (wall == null) {
            return due;
        }
        ZonedDateTime closing = schedule.closing(schedule.calendar().plus(start.toLocalDate(), wall));
        return closing.isBefore(due) ? due : closing;
    }

    static String step(
            Schedule schedule, ZonedDateTime start, ZonedDateTime maximum, WorkingDays wall, @Nullable String clause) {
        LocalDate received = start.toLocalDate();
        return ("Письмом с указанием причин, отправленным до истечения этого срока, его можно продлить, но не далее конца"
                        + " %s рабочего дня после дня поступления (%s) — до %s, %s.")
                .formatted(
                        Russian.ordinalGenitive(wall.count()),
                        Russian.dates(schedule.calendar().workingDaysAfter(received, maximum.toLocalDate())),
                        exactly(maximum),
                        clause);
    }
}
