package org.perezvon.worktime;

import static org.perezvon.worktime.Reckoning.beginning;
import static org.perezvon.worktime.Reckoning.exactly;
import static org.perezvon.worktime.Reckoning.limit;
import static org.perezvon.worktime.Reckoning.moment;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minutes by the clock, day and night: the centre works around the clock (I-6.1, I-10.1).
 *
 * @param warning how long before the end to warn; absent: not at all
 */
record ClockMinutes(int length, @Nullable Duration warning) implements Reading {

    @Override
    public Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start) {
        ZonedDateTime due = start.plusMinutes(length);
        ZonedDateTime target = warning == null ? due : due.minus(warning);
        boolean years = start.getYear() != due.getYear();
        List<String> steps = new ArrayList<>();
        steps.add(beginning(term, start));
        steps.add("По %s %s в течение %d %s по часам — до %s."
                .formatted(
                        term.clause(),
                        term.duty(),
                        length,
                        Russian.form(length, "минуты", "минут", "минут"),
                        exactly(due)));
        if (warning != null) {
            steps.add("Предупреждение — за %d %s до конца, в %s: это внутренний ориентир, а не срок регламента."
                    .formatted(
                            warning.toMinutes(),
                            Russian.form((int) warning.toMinutes(), "минуту", "минуты", "минут"),
                            Russian.time(target.toLocalTime())));
        }
        return new Reckoning(
                moment(start, years),
                "до " + limit(due, years),
                length + " " + Russian.form(length, "минута", "минуты", "минут"),
                start,
                due,
                target,
                due,
                steps);
    }

    @Override
    public boolean countsDays() {
        return false;
    }
}
