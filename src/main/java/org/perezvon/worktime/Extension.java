package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.exactly;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How far a letter with reasons can push a term: to the closing of a working day after the date of receipt (I-10.3). */
final class Extension {

    private Extension() {}

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
