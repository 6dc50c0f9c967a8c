package org.perezvon.console;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.WorkingHours;
import org.perezvon.worktime.WorkingHours.Window;
import picocli.CommandLine.Model.ArgSpec;

/** At which hours a body works. */
record HoursOptions(Typed typed) {

    private static final Set<DayOfWeek> WORKWEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    static List<ArgSpec> options() {
        return List.of(
                Options.one(
                        "ЧАСЫ",
                        "Часы работы с понедельника по пятницу: 09:00-18:00 или «09:00-13:00,14:00-18:00»."
                                + " По умолчанию 09:00-18:00 с обедом 13:00-14:00, для сроков kazakhstan-…"
                                + " 09:00-18:30 с обедом 13:00-14:30. Если часы указаны, обед берётся только из"
                                + " --lunch.",
                        "--hours"),
                Options.many(
                        "ДЕНЬ=ЧАСЫ",
                        "Другие часы в один из дней недели: FRI=09:00-17:00, пт=09:00-17:00 или 5=09:00-17:00.",
                        "--hours-on"),
                Options.one(
                        "ЧАСЫ",
                        "Обед: 13:00-14:00, или none. Срока в днях он не сдвигает, напоминание — может.",
                        "--lunch"));
    }

    boolean areGiven() {
        return typed.word("--hours") != null;
    }

    /**
     * @param customary what holds where {@code --hours} is not given
     * @throws WrongInput saying what is wrong with an option
     */
    WorkingHours toHours(WorkingHours customary) {
        @Nullable String hours = typed.word("--hours");
        Map<DayOfWeek, List<Window>> week = hours == null ? withoutBreaks(customary) : everyDay(hours);
        week.putAll(exceptions());
        try {
            WorkingHours unbroken = new WorkingHours(week);
            @Nullable Window pause = pause(customary);
            return pause == null ? unbroken : unbroken.withLunch(pause.from(), pause.to());
        } catch (IllegalArgumentException e) {
            throw new WrongInput(e.getMessage() + "; исправьте --hours, --hours-on или --lunch");
        }
    }

    private @Nullable Window pause(WorkingHours customary) {
        @Nullable String lunch = typed.word("--lunch");
        if (lunch != null) {
            return Omitted.is(lunch) ? null : TypedHours.window(lunch);
        }
        List<Window> monday = customary.week().getOrDefault(DayOfWeek.MONDAY, List.of());
        return areGiven() || monday.size() < 2
                ? null
                : new Window(monday.get(0).to(), monday.get(1).from());
    }

    private Map<DayOfWeek, List<Window>> exceptions() {
        Map<DayOfWeek, List<Window>> exceptions = new EnumMap<>(DayOfWeek.class);
        for (String exception : typed.words("--hours-on")) {
            String[] parts = exception.split("=", 2);
            if (parts.length < 2) {
                throw new WrongInput("В --hours-on «" + exception + "» нет знака «=»; пишите FRI=09:00-17:00");
            }
            if (exceptions.put(TypedWeekday.parse(parts[0]), TypedHours.windows(parts[1])) != null) {
                throw new WrongInput("Часы на день «" + parts[0] + "» указаны дважды; оставьте один --hours-on");
            }
        }
        return exceptions;
    }

    private static Map<DayOfWeek, List<Window>> everyDay(String hours) {
        List<Window> windows = TypedHours.windows(hours);
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : WORKWEEK) {
            week.put(day, windows);
        }
        return week;
    }

    private static Map<DayOfWeek, List<Window>> withoutBreaks(WorkingHours hours) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(hours.week());
        week.replaceAll((day, windows) -> List.of(new Window(
                windows.get(0).from(), windows.get(windows.size() - 1).to())));
        return week;
    }
}
