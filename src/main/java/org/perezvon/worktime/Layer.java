package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One layer of a working calendar: a country, a region, or a body's own days, over all the years that are known. */
final class Layer {

    private final String title;
    private final boolean general;
    private final TreeMap<Integer, Sheet> sheets = new TreeMap<>();
    private final Map<LocalDate, List<Mark>> marks = new HashMap<>();
    private final Map<MonthDay, Mark> recurring = new HashMap<>();

    private Layer(String title, boolean general) {
        this.title = title;
        this.general = general;
    }

    /**
     * A country's calendar, the foundation of all others.
     *
     * @param title whose calendar it is, in the genitive: «России»
     */
    static Layer ofCountry(String title, Collection<Sheet> sheets) {
        return new Layer(title, true).with(sheets);
    }

    /** A region's days on top of the country's; before its first year it had none. */
    static Layer ofRegion(String title, Collection<Sheet> sheets) {
        return new Layer(title, false).with(sheets);
    }

    /** The days off that a body has declared for itself. */
    static Layer ofBody(Map<LocalDate, String> daysOff) {
        Layer layer = new Layer("органа", false);
        daysOff.forEach(
                (date, reason) -> layer.add(Mark.of(date, Mark.Kind.DAY_OFF, "нерабочий день органа: " + reason)));
        return layer;
    }

    String title() {
        return title;
    }

    /** Whether others can be laid upon it: it knows weekends and public holidays. */
    boolean isGeneral() {
        return general;
    }

    int firstYear() {
        return sheets.firstKey();
    }

    int lastYear() {
        return sheets.lastKey();
    }

    /** Whether acts settle this year; a body's own days are always as settled as they will ever be. */
    boolean isDecreed(int year) {
        Sheet sheet = sheets.get(year);
        return sheet == null ? sheets.isEmpty() || !general && year < firstYear() : sheet.decreed();
    }

    List<Sheet> sheets(int fromYear, int toYear) {
        return List.copyOf(sheets.subMap(fromYear, true, toYear, true).values());
    }

    /** What this layer says of a day. Past the last loaded year only the holidays with a fixed date are foreseen. */
    List<Mark> marks(LocalDate date) {
        if (sheets.isEmpty() || date.getYear() <= lastYear()) {
            return marks.getOrDefault(date, List.of());
        }
        Mark holiday = recurring.get(MonthDay.from(date));
        return holiday == null ? List.of() : List.of(holiday.on(date));
    }

    private Layer with(Collection<Sheet> sheetsOfLayer) {
        if (sheetsOfLayer.isEmpty()) {
            throw new IllegalArgumentException("Календарь " + title + " объявлен, но ни одного его года нет");
        }
        for (Sheet sheet : sheetsOfLayer) {
            sheets.put(sheet.year(), sheet);
            sheet.marks().forEach(this::add);
        }
        for (Mark mark : sheets.lastEntry().getValue().marks()) {
            if (mark.kind() == Mark.Kind.HOLIDAY && !isMovable(mark)) {
                recurring.put(MonthDay.from(mark.date()), mark);
            }
        }
        return this;
    }

    private void add(Mark mark) {
        marks.computeIfAbsent(mark.date(), date -> new ArrayList<>()).add(mark);
    }

    /** Whether the year before kept the holiday of this name on other days only, as Easter days and Kurban-ait do. */
    private boolean isMovable(Mark holiday) {
        List<MonthDay> before = sheets(
                        holiday.date().getYear() - 1, holiday.date().getYear() - 1)
                .stream()
                .flatMap(sheet -> sheet.marks().stream())
                .filter(mark -> holiday.name().startsWith(mark.name()))
                .map(mark -> MonthDay.from(mark.date()))
                .toList();
        return !before.isEmpty() && !before.contains(MonthDay.from(holiday.date()));
    }
}
