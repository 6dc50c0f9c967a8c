package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One layer of a working calendar: a country, a region, or a body's own days, over all the years that are known. */
final class Layer {

    private final String title;
    private final TreeMap<Integer, Sheet> sheets = new TreeMap<>();
    private final Map<LocalDate, List<Mark>> marks = new HashMap<>();
    private final Map<MonthDay, Mark> recurring = new HashMap<>();
    private final int lastDecreedYear;

    private Layer(String title, Collection<Sheet> sheets, Collection<Mark> own, int lastDecreedYear) {
        this.title = title;
        this.lastDecreedYear = lastDecreedYear;
        for (Sheet sheet : sheets) {
            this.sheets.put(sheet.year(), sheet);
            sheet.marks().forEach(this::add);
        }
        own.forEach(this::add);
        if (!this.sheets.isEmpty()) {
            this.sheets.lastEntry().getValue().marks().stream()
                    .filter(this::isOnTheSameDateEveryYear)
                    .forEach(mark -> recurring.put(MonthDay.from(mark.date()), mark));
        }
    }

    /** @param title whose calendar it is, in the genitive: «России», «Иркутской области» */
    static Layer of(String title, Collection<Sheet> sheets) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("Календарь " + title + " объявлен, но ни одного его года нет");
        }
        int lastDecreedYear = sheets.stream()
                .filter(Sheet::decreed)
                .mapToInt(Sheet::year)
                .max()
                .orElse(Year.MIN_VALUE);
        return new Layer(title, sheets, List.of(), lastDecreedYear);
    }

    /** The days off a body has declared for itself; they are always as decreed as they will ever be. */
    static Layer ofOwnDaysOff(Map<LocalDate, String> daysOff) {
        List<Mark> own = daysOff.entrySet().stream()
                .map(day -> new Mark(day.getKey(), Mark.Kind.DAY_OFF, "нерабочий день органа: " + day.getValue()))
                .toList();
        return new Layer("", List.of(), own, Year.MAX_VALUE);
    }

    String title() {
        return title;
    }

    int firstYear() {
        return sheets.isEmpty() ? Year.MIN_VALUE : sheets.firstKey();
    }

    int lastYear() {
        return sheets.isEmpty() ? Year.MIN_VALUE : sheets.lastKey();
    }

    int lastDecreedYear() {
        return lastDecreedYear;
    }

    List<Sheet> sheets(int fromYear, int toYear) {
        return List.copyOf(sheets.subMap(fromYear, true, toYear, true).values());
    }

    /** What this layer says of a day. Past the last loaded year only the holidays with a fixed date are foreseen. */
    List<Mark> marks(LocalDate date) {
        if (date.getYear() <= lastYear() || sheets.isEmpty()) {
            return marks.getOrDefault(date, List.of());
        }
        Mark holiday = recurring.get(MonthDay.from(date));
        return holiday == null ? List.of() : List.of(new Mark(date, holiday.kind(), holiday.name()));
    }

    private void add(Mark mark) {
        marks.computeIfAbsent(mark.date(), date -> new ArrayList<>()).add(mark);
    }

    /** A holiday that the year before kept under the same name on other days only moves: Easter days, Kurban-ait. */
    private boolean isOnTheSameDateEveryYear(Mark mark) {
        Sheet before = sheets.get(mark.date().getYear() - 1);
        return mark.kind() == Mark.Kind.HOLIDAY
                && (before == null
                        || before.marks().stream().noneMatch(other -> sameHoliday(other, mark))
                        || before.marks().stream()
                                .anyMatch(other -> sameHoliday(other, mark)
                                        && MonthDay.from(other.date()).equals(MonthDay.from(mark.date()))));
    }

    private static boolean sameHoliday(Mark one, Mark other) {
        return one.name().startsWith(other.name()) || other.name().startsWith(one.name());
    }
}
