package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.beginning;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;
import static org.perezvon.worktime.Reckoning.moment;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * Minutes by the clock, day and night: the centre works around the clock (I-6.1, I-10.1).
 *
 * @param amber after how many minutes to warn
 */
record ClockMinutes(int length, int amber) implements Reading {

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        ZonedDateTime due = start.plusMinutes(length);
        ZonedDateTime target = start.plusMinutes(amber);
        boolean years = start.getYear() != due.getYear();
        return new Reckoning(
                moment(start, years),
                "до " + limit(due, years),
                length + " минут",
                start,
                due,
                target,
                due,
                List.of(
                        beginning(term, start),
                        "По %s %s в течение %d минут по часам — до %s."
                                .formatted(term.clause(), term.duty(), length, exactly(due)),
                        "Предупреждение — через %d минут, в %s: это внутренний ориентир, а не срок регламента."
                                .formatted(amber, Russian.time(target.toLocalTime()))));
    }

    @Override
    public boolean countsDays() {
        return false;
    }
}
