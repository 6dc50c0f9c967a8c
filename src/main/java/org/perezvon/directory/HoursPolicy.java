package org.perezvon.directory;

import static org.perezvon.directory.AgencyPolicy.parsed;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.directory.AgencyController.NewDay;
import org.perezvon.directory.AgencyController.NewLunch;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.worktime.WorkingHours;
import org.perezvon.worktime.WorkingHours.Window;

/** What an agency's hours must be before terms are computed from them: an ordinary day, its lunch, the days that differ. */
final class HoursPolicy {

    private static final String DAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining(", "));

    private HoursPolicy() {}

    /** @return null when a fault was found; each is told beside its field */
    static @Nullable WorkingHours check(NewAgency entered, List<Problem> problems) {
        int before = problems.size();
        Window ordinary = day(entered.opens(), entered.closes(), "", problems);
        Window lunch = lunch(entered.lunch(), ordinary, problems);
        Map<DayOfWeek, Window> others = others(entered.days(), lunch, problems);
        if (ordinary == null || problems.size() > before) {
            return null;
        }
        try {
            return new Timetable(ordinary, Optional.ofNullable(lunch), others).toWorkingHours();
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("lunch.to", "За вычетом обеда рабочий день короче двух часов"));
            return null;
        }
    }

    /** @param path where the fields of this day lie, with its dot */
    private static @Nullable Window day(
            @Nullable String opens, @Nullable String closes, String path, List<Problem> problems) {
        LocalTime from =
                parsed(opens, path + "opens", "Укажите начало рабочего дня: 09:00", HoursPolicy::time, problems);
        LocalTime to =
                parsed(closes, path + "closes", "Укажите конец рабочего дня: 18:00", HoursPolicy::time, problems);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            problems.add(new Problem(path + "closes", "Рабочий день кончается раньше, чем начинается"));
            return null;
        }
        if (from.plusHours(2).isAfter(to) || from.plusHours(2).isBefore(from)) {
            problems.add(new Problem(path + "closes", "Рабочий день короче двух часов"));
            return null;
        }
        return new Window(from, to);
    }

    private static @Nullable Window lunch(
            @Nullable NewLunch entered, @Nullable Window ordinary, List<Problem> problems) {
        if (entered == null) {
            return null;
        }
        LocalTime from =
                parsed(entered.from(), "lunch.from", "Укажите начало обеда: 13:00", HoursPolicy::time, problems);
        LocalTime to = parsed(entered.to(), "lunch.to", "Укажите конец обеда: 14:00", HoursPolicy::time, problems);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            problems.add(new Problem("lunch.to", "Обед кончается раньше, чем начинается"));
            return null;
        }
        Window lunch = new Window(from, to);
        if (ordinary != null && !isInside(lunch, ordinary)) {
            problems.add(new Problem(
                    from.isAfter(ordinary.from()) ? "lunch.to" : "lunch.from",
                    "Обед должен лежать внутри рабочего дня, который начинается в %s и кончается в %s"
                            .formatted(ordinary.from(), ordinary.to())));
        }
        return lunch;
    }

    private static Map<DayOfWeek, Window> others(
            @Nullable Map<String, @Nullable NewDay> entered, @Nullable Window lunch, List<Problem> problems) {
        EnumMap<DayOfWeek, Window> others = new EnumMap<>(DayOfWeek.class);
        if (entered != null) {
            entered.forEach((name, hours) -> {
                DayOfWeek day =
                        parsed(name, "days." + name, "Назовите день недели: " + DAYS, HoursPolicy::day, problems);
                Window window = day == null ? null : other("days." + name, hours, lunch, problems);
                if (day != null && window != null) {
                    others.put(day, window);
                }
            });
        }
        return others;
    }

    private static @Nullable Window other(
            String field, @Nullable NewDay entered, @Nullable Window lunch, List<Problem> problems) {
        if (entered == null) {
            problems.add(new Problem(field, "Укажите начало и конец этого дня или не называйте его вовсе"));
            return null;
        }
        if (Boolean.TRUE.equals(entered.off())) {
            problems.add(new Problem(
                    field + ".off",
                    "Рабочая неделя идёт с понедельника по пятницу; дни, в которые орган не работает, заносят в его собственный"
                            + " календарь, а не в часы работы"));
            return null;
        }
        Window window = day(entered.opens(), entered.closes(), field + ".", problems);
        if (window != null && lunch != null && overlaps(lunch, window) && !isInside(lunch, window)) {
            problems.add(new Problem(
                    field + (lunch.from().isAfter(window.from()) ? ".closes" : ".opens"),
                    "Обед (%s–%s) приходится на край этого дня: день начинается и кончается до обеда или после него"
                            .formatted(lunch.from(), lunch.to())));
        }
        return window;
    }

    private static boolean isInside(Window lunch, Window day) {
        return lunch.from().isAfter(day.from()) && lunch.to().isBefore(day.to());
    }

    private static boolean overlaps(Window lunch, Window day) {
        return lunch.from().isBefore(day.to()) && day.from().isBefore(lunch.to());
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Нет дня недели «" + name + "», есть " + DAYS));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("«" + text + "» — не время суток, нужно так: 09:00", e);
        }
    }
}
