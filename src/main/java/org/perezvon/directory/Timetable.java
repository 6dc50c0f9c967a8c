package org.perezvon.directory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.worktime.WorkingHours;
import org.perezvon.worktime.WorkingHours.Window;

/**
 * Working hours as people tell them: an ordinary day, its lunch, and the days that differ. Lunch is kept on every day that is
 * still at work then.
 *
 * @param ordinary from opening to closing, lunch included, on most days from Monday to Friday
 * @param others days with other hours, a Saturday or Sunday among them only for when the calendar makes it working
 */
record Timetable(Window ordinary, Optional<Window> lunch, Map<DayOfWeek, Window> others) {

    private static final List<DayOfWeek> WORKWEEK = List.of(DayOfWeek.values()).subList(0, DayOfWeek.FRIDAY.getValue());

    static Timetable of(WorkingHours hours) {
        Map<Window, Long> spans =
                WORKWEEK.stream().map(hours::span).collect(groupingBy(span -> span, LinkedHashMap::new, counting()));
        // A sort keeps the order of equals: of several kinds of day the one that comes first in the week is the
        // ordinary one.
        Window ordinary = spans.entrySet().stream()
                .sorted(Map.Entry.<Window, Long>comparingByValue().reversed())
                .findFirst()
                .orElseThrow()
                .getKey();
        EnumMap<DayOfWeek, Window> others = new EnumMap<>(DayOfWeek.class);
        hours.week().keySet().stream()
                .filter(day -> !WORKWEEK.contains(day) || !hours.span(day).equals(ordinary))
                .forEach(day -> others.put(day, hours.span(day)));
        return new Timetable(ordinary, hours.lunch(), others);
    }

    /** @throws IllegalArgumentException when a day is too short; the message is in Russian */
    WorkingHours toWorkingHours() {
        WorkingHours hours = WorkingHours.of(ordinary.from(), ordinary.to());
        for (Map.Entry<DayOfWeek, Window> other : others.entrySet()) {
            hours = hours.on(
                    other.getKey(), other.getValue().from(), other.getValue().to());
        }
        return lunch.isPresent()
                ? hours.withLunch(lunch.get().from(), lunch.get().to())
                : hours;
    }
}
