package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.beginningOnDay;
import static org.perezvon.worktime.Reckoning.day;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until the closing of the so-many-th working day; neither the day of the event nor its hour counts (K-5 to K-8). */
record ClosingOfDay(
        WorkingDays length,
        @Nullable WorkingDays wall,
        @Nullable String wallClause) implements Reading {

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        LocalDate event = start.toLocalDate();
        LocalDate last = schedule.calendar().plus(event, length);
        ZonedDateTime due = schedule.closing(last);
        ZonedDateTime maximum = Extension.maximum(schedule, start, due, wall);
        List<String> steps = new ArrayList<>(List.of(
                beginningOnDay(term, start),
                "По %s %s в течение %s; день события не считается, рабочие дни срока: %s."
                        .formatted(
                                term.clause(),
                                term.duty(),
                                length.genitive(),
                                Russian.dates(schedule.calendar().workingDaysAfter(event, last))),
                "Срок истекает с концом рабочего дня, в %s.".formatted(exactly(due))));
        if (wall != null) {
            steps.add(Extension.step(schedule, start, maximum, wall, wallClause));
        }
        boolean years = start.getYear() != due.getYear();
        return new Reckoning(
                day(start, years), "до " + limit(due, years), length.inWords(), start, due, due, maximum, steps);
    }
}
