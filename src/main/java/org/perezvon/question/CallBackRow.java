package org.perezvon.question;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.WorkingHours;

/**
 * A row of one of the tables about call-backs as its cells say it. Everything wrong is told in Russian, with the table's
 * name.
 */
record CallBackRow(String table, Map<String, @Nullable Object> cells) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,3}) (ч|мин)");

    String text(String column, String title) {
        @Nullable Object value = cells.get(column);
        if (value == null || value.toString().isBlank()) {
            throw wrong("не заполнен столбец «" + title + "»");
        }
        return value.toString().strip();
    }

    /** «1 ч» or «20 мин»; nothing where the cell says nothing. */
    @Nullable
    Duration pause(String column) {
        @Nullable Object value = cells.get(column);
        if (value == null) {
            return null;
        }
        Matcher pause = PAUSE.matcher(value.toString().strip());
        if (!pause.matches()) {
            throw wrong("время пишут как «1 ч» или «20 мин», а написано «" + value + "»");
        }
        long number = Long.parseLong(pause.group(1));
        return pause.group(2).equals("ч") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }

    boolean truth(String column, String title) {
        if (cells.get(column) instanceof Boolean truth) {
            return truth;
        }
        throw wrong("в столбце «" + title + "» должно стоять true или false");
    }

    WorkingHours.Window window() {
        return new WorkingHours.Window(hour("from", "С"), hour("until", "До"));
    }

    private LocalTime hour(String column, String title) {
        String text = text(column, title);
        try {
            return LocalTime.parse(text, HOUR);
        } catch (DateTimeException e) {
            throw wrong("часы пишут как «9:00», а написано «" + text + "»");
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("Таблица «" + table + "»: " + why);
    }
}
