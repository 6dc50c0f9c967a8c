package org.perezvon.worktime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of xmlcalendar.ru: per month the days on which nobody works, {@code 9+} one of them moved there, and {@code
 * 30*} a short day on which everybody does. Names no holiday; a weekend day that is not listed is a working one.
 */
final class JsonCalendar {

    private static final String FORMAT = "JSON xmlcalendar.ru";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})([*+]?)");

    private JsonCalendar() {}

    /** @param wanted which year to take where the file holds several */
    static Contents read(String text, @Nullable Integer wanted) {
        JsonNode calendar = calendar(text, wanted);
        if (!calendar.path("year").canConvertToInt()
                || !calendar.path("year").isNumber()
                || !calendar.path("months").isArray()) {
            throw new UnreadableCalendar(
                    "Это JSON, но не календарь xmlcalendar.ru: в нём нет года (year) и месяцев (months)."
                            + " Скачайте calendar.json или выберите другой файл.");
        }
        int year = Contents.plausible(calendar.path("year").intValue());
        Map<LocalDate, LocalDate> movedFrom = transitions(calendar.path("transitions"), year);
        Map<LocalDate, String> listed = listed(calendar.path("months"), year);
        List<Entry> entries = new ArrayList<>();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year, 12, 31).plusDays(1))
                .forEach(date -> entries.addAll(entries(date, listed.get(date), movedFrom.get(date))));
        List<Finding> remarks = new ArrayList<>();
        remarks.add(Finding.info("В файле не сказано, какой это страны календарь: проверьте, что выбрана нужная."));
        movedFrom.forEach((to, from) -> {
            if (!listed.getOrDefault(to, "*").matches("\\+?")) {
                remarks.add(Finding.warning("В файле выходной перенесён с %s на %s, но тот день в нём рабочий."
                        .formatted(Russian.date(from), Russian.date(to))));
            }
        });
        return new Contents(FORMAT, year, entries, checksum(calendar.path("statistic")), remarks);
    }

    private static JsonNode calendar(String text, @Nullable Integer wanted) {
        JsonNode document = parsed(text);
        if (!document.isArray()) {
            return document;
        }
        TreeSet<Integer> years = new TreeSet<>();
        for (JsonNode calendar : document) {
            int year = calendar.path("year").asInt();
            years.add(year);
            if (wanted != null && year == wanted) {
                return calendar;
            }
        }
        throw new UnreadableCalendar(
                wanted == null
                        ? "В файле несколько лет: %s. Укажите, какой из них загрузить.".formatted(years)
                        : "В файле нет %d года, есть только %s. Выберите другой файл или другой год."
                                .formatted(wanted, years));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw UnreadableCalendar.at(
                    "Строка " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "файл испорчен или скачан не полностью, JSON не разбирается. Скачайте его ещё раз.");
        }
    }

    /** Each listed day with its sign: nothing, {@code *} or {@code +}. */
    private static Map<LocalDate, String> listed(JsonNode months, int year) {
        Map<LocalDate, String> listed = new HashMap<>();
        TreeSet<Integer> missing = new TreeSet<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        for (JsonNode month : months) {
            int number = month.path("month").asInt();
            if (!missing.remove(number)) {
                throw new UnreadableCalendar("Месяц %s указан дважды или такого месяца нет. Скачайте файл ещё раз."
                        .formatted(month.path("month")));
            }
            String place = place(year, number);
            for (String day : month.path("days").asText().split(",")) {
                Matcher found = DAY.matcher(day.strip());
                if (!found.matches()) {
                    throw UnreadableCalendar.at(
                            place,
                            "непонятный день «%s», ожидается число, «30*» или «9+». Исправьте файл.".formatted(day));
                }
                LocalDate date = FileDate.of(place, day, year, number, Integer.parseInt(found.group(1)));
                String before = listed.put(date, found.group(2));
                if (before != null && !before.equals(found.group(2))) {
                    throw UnreadableCalendar.at(
                            place,
                            "о дне %s сказано дважды и по-разному. Оставьте одну из записей."
                                    .formatted(Russian.dateAndYear(date)));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new UnreadableCalendar(
                    "В файле нет месяцев %s: он скачан не полностью. Скачайте его ещё раз.".formatted(missing));
        }
        return listed;
    }

    private static List<Entry> entries(LocalDate date, @Nullable String sign, @Nullable LocalDate from) {
        String place = place(date.getYear(), date.getMonthValue());
        boolean weekend = Day.isWeekend(date);
        Entry working = Entry.of(date, Entry.Says.WORKING, place);
        Entry shortened = Entry.of(date, Entry.Says.SHORT, place);
        if (sign == null) {
            return weekend ? List.of(working) : List.of();
        }
        if (sign.equals("*")) {
            return weekend ? List.of(working, shortened) : List.of(shortened);
        }
        if (from != null) {
            return List.of(Entry.of(date, Entry.Says.DAY_OFF, place).exchangedFor(from));
        }
        boolean moved = sign.equals("+") && !weekend;
        return List.of(Entry.of(date, moved ? Entry.Says.DAY_OFF : Entry.Says.OFF, place));
    }

    /** From which day each moved day off comes. */
    private static Map<LocalDate, LocalDate> transitions(JsonNode transitions, int year) {
        Map<LocalDate, LocalDate> from = new TreeMap<>();
        for (JsonNode transition : transitions) {
            String place = "Переносы (transitions)";
            from.put(
                    FileDate.ofMonthAndDay(place, transition.path("to").asText(), year),
                    FileDate.ofMonthAndDay(place, transition.path("from").asText(), year));
        }
        return from;
    }

    private static Checksum checksum(JsonNode statistic) {
        return Checksum.ofFile(
                number(statistic.path("workdays")).map(BigDecimal::intValue),
                number(statistic.path("holidays")).map(BigDecimal::intValue),
                number(statistic.path("hours40")));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    private static String place(int year, int month) {
        return "%s %d года".formatted(Russian.monthName(Month.of(month)), year);
    }
}
