package org.perezvon.worktime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of terms as its cells say it: texts and numbers by column. Everything wrong is told in Russian, with
 * the column's name as the table shows it.
 */
public record TermRow(Map<String, @Nullable Object> cells) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final Pattern LEAD = Pattern.compile("(\\d{1,3}) (ч|мин)");

    /** @throws IllegalArgumentException in Russian */
    public Term toTerm() {
        @Nullable String cutOff = optional("cutOff");
        @Nullable String reminder = optional("reminder");
        return new Term(
                text("term", "Имя срока"),
                Counting.parse(text("counting", "Как считать")),
                number("length", "Сколько"),
                cutOff == null ? null : hour(cutOff),
                cells.get("wall") == null ? null : WorkingDays.of(number("wall", "Продлить не далее")),
                optional("wallClause"),
                reminder == null ? null : lead(reminder),
                text("event", "Событие"),
                text("duty", "Что должно быть"),
                text("clause", "Пункт"));
    }

    private String text(String column, String title) {
        @Nullable String text = optional(column);
        if (text == null) {
            throw new IllegalArgumentException("не заполнен столбец «" + title + "»");
        }
        return text;
    }

    private @Nullable String optional(String column) {
        Object value = cells.get(column);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private int number(String column, String title) {
        if (cells.get(column) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(
                "в столбце «" + title + "» должно стоять целое число, а стоит «" + cells.get(column) + "»");
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text, HOUR);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("пороговый час пишут как 16:00, а написано «" + text + "»", e);
        }
    }

    private static Duration lead(String text) {
        Matcher found = LEAD.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("напомнить за «2 ч» или «30 мин», а написано «" + text + "»");
        }
        long number = Long.parseLong(found.group(1));
        return found.group(2).equals("ч") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }
}
