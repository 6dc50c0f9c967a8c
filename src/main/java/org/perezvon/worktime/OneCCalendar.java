package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The production calendars of 1C: {@code <Items><Item Calendar Year DayType Date SwapDate/>}, every day of the year or only
 * those that differ from their weekday, several calendars and years in one file.
 */
final class OneCCalendar {

    private static final String FORMAT = "XML 1С";
    /** More ordinary days than this, and the file means to list them all. */
    private static final int STRAY = 31;

    private OneCCalendar() {}

    /**
     * @param elements all elements of the document, the root {@code Items} first
     * @param wanted which year to take where the file holds several
     */
    static Contents read(List<XmlElement> elements, String layer, @Nullable Integer wanted) {
        List<XmlElement> items = elements.stream()
                .filter(element -> element.name().equals("Item"))
                .toList();
        if (items.isEmpty()) {
            throw new UnreadableCalendar("В файле 1С нет ни одного дня (<Item …/>). Выгрузите календарь ещё раз.");
        }
        List<Finding> remarks = new ArrayList<>();
        String code = code(items, layer, remarks);
        List<XmlElement> own = items.stream()
                .filter(item -> item.attribute("Calendar").equals(code))
                .toList();
        int year = year(own, wanted);
        List<XmlElement> days =
                own.stream().filter(item -> date(item).getYear() == year).toList();
        refuseIncomplete(days, year);
        List<Entry> entries =
                days.stream().flatMap(item -> entries(item).stream()).toList();
        return new Contents(FORMAT, year, entries, Checksum.NONE, remarks);
    }

    /** Which of the file's calendars is meant: the country's own, or the only one there is. */
    private static String code(List<XmlElement> items, String layer, List<Finding> remarks) {
        Set<String> codes =
                items.stream().map(item -> item.attribute("Calendar")).collect(Collectors.toCollection(TreeSet::new));
        Optional<Country> country = Country.ofLayer(layer);
        Optional<String> own = codes.stream()
                .filter(code -> Country.named(code).isPresent())
                .filter(code -> Country.named(code).equals(country))
                .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        String only = codes.iterator().next();
        if (codes.size() > 1 || Country.named(only).isPresent()) {
            throw new UnreadableCalendar(
                    "В файле 1С календари %s, среди них нет календаря «%s». Выберите другой файл или другой календарь."
                            .formatted(codes, layer));
        }
        remarks.add(Finding.warning(
                "В файле 1С календарь назван «%s»: проверьте, что это календарь «%s».".formatted(only, layer)));
        return only;
    }

    private static int year(List<XmlElement> items, @Nullable Integer wanted) {
        Set<Integer> years =
                items.stream().map(item -> date(item).getYear()).collect(Collectors.toCollection(TreeSet::new));
        if (wanted == null && years.size() > 1) {
            throw new UnreadableCalendar(
                    "В файле несколько лет: %s. Укажите, какой из них загрузить.".formatted(years));
        }
        if (wanted != null && years.size() > 1 && !years.contains(wanted)) {
            throw new UnreadableCalendar("В файле нет %d года, есть только %s. Выберите другой файл или другой год."
                    .formatted(wanted, years));
        }
        return wanted != null && years.contains(wanted)
                ? wanted
                : years.iterator().next();
    }

    /** A file that lists ordinary days lists all of them, or was cut off. */
    private static void refuseIncomplete(List<XmlElement> items, int year) {
        long ordinary = items.stream()
                .filter(item -> item.attribute("SwapDate").isEmpty())
                .filter(OneCCalendar::isOrdinary)
                .count();
        Set<LocalDate> told = items.stream().map(OneCCalendar::date).collect(Collectors.toSet());
        Optional<LocalDate> missing = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year, 12, 31).plusDays(1))
                .filter(date -> !told.contains(date))
                .findFirst();
        if (ordinary > STRAY && missing.isPresent()) {
            throw new UnreadableCalendar(
                    "В файле перечислены и обычные дни, но не все: нет, например, %s. Выгрузите календарь года целиком."
                            .formatted(Russian.dateAndYear(missing.get())));
        }
    }

    private static boolean isOrdinary(XmlElement item) {
        return switch (item.attribute("DayType")) {
            case "Рабочий" -> !Day.isWeekend(date(item));
            case "Суббота", "Воскресенье" -> Day.isWeekend(date(item));
            default -> false;
        };
    }

    private static LocalDate date(XmlElement item) {
        LocalDate date = FileDate.ofDigits(item.place(), item.attribute("Date"));
        String year = item.attribute("Year");
        if (!year.isEmpty() && !year.equals(String.valueOf(date.getYear()))) {
            throw UnreadableCalendar.at(
                    item.place(),
                    "день %s отнесён к %s году. Исправьте год или дату в файле."
                            .formatted(Russian.dateAndYear(date), year));
        }
        return date;
    }

    private static List<Entry> entries(XmlElement item) {
        String place = item.place();
        LocalDate date = date(item);
        boolean weekend = Day.isWeekend(date);
        Entry working = swapped(Entry.of(date, Entry.Says.WORKING, place), item);
        Entry shortened = Entry.of(date, Entry.Says.SHORT, place);
        return switch (item.attribute("DayType")) {
            case "Рабочий" -> weekend ? List.of(working) : List.of();
            case "Предпраздничный" -> weekend ? List.of(working, shortened) : List.of(shortened);
            case "Праздник" -> List.of(Entry.of(date, Entry.Says.HOLIDAY, place));
            case "Суббота", "Воскресенье" ->
                weekend ? List.of() : List.of(swapped(Entry.of(date, Entry.Says.DAY_OFF, place), item));
            case "Нерабочий" ->
                weekend
                        ? List.of()
                        : List.of(Entry.of(date, Entry.Says.DAY_OFF, place).titled("Нерабочий день"));
            default ->
                throw UnreadableCalendar.at(
                        place,
                        "неизвестный вид дня «%s», бывают только Рабочий, Суббота, Воскресенье, Предпраздничный, Праздник и"
                                        .formatted(item.attribute("DayType"))
                                + " Нерабочий. Исправьте файл.");
        };
    }

    private static Entry swapped(Entry entry, XmlElement item) {
        String other = item.attribute("SwapDate");
        return other.isEmpty() ? entry : entry.exchangedFor(FileDate.ofDigits(item.place(), other));
    }
}
