package org.perezvon.console;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perezvon.worktime.WorkingHours.Window;

/** Hours as somebody types them: {@code 09:00-18:00}, {@code 09:00-13:00,14:00-18:00}. */
final class TypedHours {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    private TypedHours() {}

    /** @throws WrongInput saying what is wrong with them */
    static List<Window> windows(String text) {
        List<Window> windows = new ArrayList<>();
        for (String stretch : text.split(",", -1)) {
            windows.add(window(stretch.strip()));
        }
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from().isBefore(windows.get(i - 1).to())) {
                throw new WrongInput(
                        "Часы «" + text + "» перекрываются или идут не по порядку; пишите их с утра к вечеру");
            }
        }
        return windows;
    }

    static Window window(String text) {
        String[] ends = text.split("[-–—]", -1);
        if (ends.length != 2) {
            throw new WrongInput("Часы «" + text + "» непонятны; их пишут как 09:00-18:00 или 09:00-13:00,14:00-18:00");
        }
        LocalTime from = time(ends[0].strip());
        LocalTime to = time(ends[1].strip());
        if (!from.isBefore(to)) {
            throw new WrongInput("Часы «" + text + "» идут назад: работа начинается в " + from + ", а кончается в " + to
                    + "; начало должно быть раньше конца, ночных смен через полночь не бывает");
        }
        return new Window(from, to);
    }

    static LocalTime time(String text) {
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            throw new WrongInput("Время «" + text + "» непонятно; его пишут как 09:00");
        }
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        if (hour > 23 || minute > 59 || second > 59) {
            throw new WrongInput("Времени «" + text + "» не бывает; оно идёт от 00:00 до 23:59");
        }
        return LocalTime.of(hour, minute, second);
    }
}
