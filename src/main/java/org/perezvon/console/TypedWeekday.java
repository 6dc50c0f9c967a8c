package org.perezvon.console;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A day of the week as somebody types it: {@code FRI}, {@code friday}, {@code пт}, {@code пятница}, {@code 5}. */
final class TypedWeekday {

    private static final List<String> RUSSIAN =
            List.of("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье");
    private static final List<String> SHORT = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");

    private TypedWeekday() {}

    /** @throws WrongInput when no day is called so */
    static DayOfWeek parse(String text) {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String english = day.name().toLowerCase(Locale.ROOT);
            days.put(english, day);
            days.put(english.substring(0, 3), day);
            days.put(RUSSIAN.get(day.ordinal()), day);
            days.put(SHORT.get(day.ordinal()), day);
            days.put(String.valueOf(day.getValue()), day);
        }
        DayOfWeek found = days.get(text.strip().toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new WrongInput("Дня недели «" + text + "» нет; пишите FRI, пт или 5 (1 — понедельник)");
        }
        return found;
    }

    /** «пт» */
    static String inShort(DayOfWeek day) {
        return SHORT.get(day.ordinal());
    }
}
