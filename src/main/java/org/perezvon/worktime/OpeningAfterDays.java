package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.beginningOnDay;
import static org.perezvon.worktime.Reckoning.day;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** From the opening of the first working day after so many full working days have passed (K-9). */
record OpeningAfterDays(WorkingDays length) implements Reading {

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        LocalDate event = start.toLocalDate();
        LocalDate last = schedule.calendar().plus(event, length);
        ZonedDateTime due = schedule.opening(schedule.calendar().next(last));
        boolean years = start.getYear() != due.getYear();
        return new Reckoning(
                day(start, years),
                "в " + limit(due, years),
                "по истечении " + length.genitive(),
                start,
                due,
                due,
                due,
                List.of(
                        beginningOnDay(term, start),
                        "По %s %s по истечении %s; день события не считается, полные рабочие дни: %s."
                                .formatted(
                                        term.clause(),
                                        term.duty(),
                                        length.genitive(),
                                        Russian.dates(schedule.calendar().workingDaysAfter(event, last))),
                        "Первый рабочий день после них начинается в %s.".formatted(exactly(due))));
    }
}
