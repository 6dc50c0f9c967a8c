package org.perezvon.worktime;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perezvon.worktime.WorkingHours.Window;

/** A week's hours as they hang on a door: «пн–чт 9:00–18:00, пт 9:00–17:00, обед 13:00–14:00». */
final class WeekInWords {

    private WeekInWords() {}

    static String of(WorkingHours hours) {
        return hours.lunch()
                .map(lunch -> days(hours, day -> line(hours.span(day))) + ", обед " + line(lunch))
                .orElseGet(() -> days(hours, day -> hours.of(day, false).stream()
                        .map(WeekInWords::line)
                        .collect(Collectors.joining(" и "))));
    }

    /** Neighbours with the same hours are told together: «пн–чт 9:00–18:00, пт 9:00–17:00». */
    private static String days(WorkingHours hours, Function<DayOfWeek, String> line) {
        List<List<DayOfWeek>> runs = new ArrayList<>();
        for (DayOfWeek day : hours.week().keySet()) {
            List<DayOfWeek> run = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            boolean continues = !run.isEmpty()
                    && run.get(run.size() - 1).plus(1) == day
                    && line.apply(run.get(0)).equals(line.apply(day));
            if (continues) {
                run.add(day);
            } else {
                runs.add(new ArrayList<>(List.of(day)));
            }
        }
        return runs.stream()
                .map(run -> days(run) + " " + line.apply(run.get(0)))
                .collect(Collectors.joining(", "));
    }

    private static String days(List<DayOfWeek> run) {
        String first = Russian.inShort(run.get(0));
        return run.size() == 1 ? first : first + "–" + Russian.inShort(run.get(run.size() - 1));
    }

    private static String line(Window window) {
        return Russian.time(window.from()) + "–" + Russian.time(window.to());
    }
}
