package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The XML of xmlcalendar.ru: {@code <calendar year lang country><holidays>…<days><day d="MM.DD" t="1|2|3" h f/>}. Lists
 * only the days that differ from their weekday.
 */
final class XmlCalendar {

    private static final String FORMAT = "XML xmlcalendar.ru";
    private static final String TAKE_RUSSIAN = "Скачайте calendar.xml, а не calendar.%s.xml.";

    private XmlCalendar() {}

    /** @param elements all elements of the document, the root {@code calendar} first */
    static Contents read(List<XmlElement> elements, String layer) {
        XmlElement calendar = elements.get(0);
        refuseOthers(calendar, layer);
        int year = year(calendar);
        Map<String, String> titles = elements.stream()
                .filter(element -> element.name().equals("holiday"))
                .collect(Collectors.toMap(
                        holiday -> holiday.attribute("id"), holiday -> holiday.attribute("title"), (a, b) -> a));
        List<Entry> entries = new ArrayList<>();
        for (XmlElement element : elements) {
            if (element.name().equals("day")) {
                entries.addAll(entries(element, year, titles));
            }
        }
        if (entries.isEmpty()) {
            throw new UnreadableCalendar("В файле нет ни одного дня (<day …/>). Скачайте календарь ещё раз.");
        }
        return new Contents(FORMAT, year, entries);
    }

    private static void refuseOthers(XmlElement calendar, String layer) {
        String named = calendar.attribute("country");
        Optional<Country> own = Country.ofLayer(layer);
        if (!named.isEmpty() && own.isPresent() && !Country.named(named).equals(own)) {
            throw new UnreadableCalendar(
                    "Это календарь страны «%s», а загружается он как «%s». Выберите другой файл или другой календарь."
                            .formatted(named, layer));
        }
        String language = calendar.attribute("lang");
        if (!language.isEmpty() && !language.equals("ru")) {
            throw new UnreadableCalendar(
                    ("Названия праздников в файле — на языке «%s», а в объяснениях сроков они нужны" + " по-русски. "
                                    + TAKE_RUSSIAN)
                            .formatted(language, language));
        }
    }

    private static int year(XmlElement calendar) {
        String year = calendar.attribute("year");
        if (!year.matches("\\d{4}")) {
            throw UnreadableCalendar.at(
                    calendar.place(), "у календаря не указан год (year=\"%s\"). Скачайте его ещё раз.".formatted(year));
        }
        return Integer.parseInt(year);
    }

    private static List<Entry> entries(XmlElement day, int year, Map<String, String> titles) {
        String place = day.place();
        if (!day.attribute("r").isEmpty()) {
            throw UnreadableCalendar.at(
                    place,
                    "день относится только к регионам «%s». Нужен календарь одной страны или одного региона."
                            .formatted(day.attribute("r")));
        }
        LocalDate date = FileDate.ofMonthAndDay(place, day.attribute("d"), year);
        Entry working = exchanged(Entry.of(date, Entry.Says.WORKING, place), day, year);
        Entry shortened = Entry.of(date, Entry.Says.SHORT, place);
        return switch (day.attribute("t")) {
            case "1" -> List.of(off(day, date, year, titles));
            case "2" -> Day.isWeekend(date) ? List.of(working, shortened) : List.of(shortened);
            case "3" -> List.of(working);
            default ->
                throw UnreadableCalendar.at(
                        place,
                        "неизвестный вид дня t=\"%s\", бывают только 1, 2 и 3. Файл новее, чем мы умеем читать, или испорчен."
                                .formatted(day.attribute("t")));
        };
    }

    private static Entry off(XmlElement day, LocalDate date, int year, Map<String, String> titles) {
        String place = day.place();
        String id = day.attribute("h");
        if (id.isEmpty()) {
            return day.attribute("f").isEmpty()
                    ? Entry.of(date, Entry.Says.OFF, place)
                    : exchanged(Entry.of(date, Entry.Says.DAY_OFF, place), day, year);
        }
        String title = titles.get(id);
        if (title == null) {
            throw UnreadableCalendar.at(
                    place, "праздник h=\"%s\" в файле не описан. Скачайте файл ещё раз.".formatted(id));
        }
        // «Нерабочая неделя (Указ Президента …)» is listed among the holidays but will not come again next year.
        boolean once = title.toLowerCase(Locale.ROOT).startsWith("нерабоч");
        return Entry.of(date, once ? Entry.Says.DAY_OFF : Entry.Says.HOLIDAY, place)
                .titled(title);
    }

    private static Entry exchanged(Entry entry, XmlElement day, int year) {
        String other = day.attribute("f");
        return other.isEmpty() ? entry : entry.exchangedFor(FileDate.ofMonthAndDay(day.place(), other, year));
    }
}
