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

    private static final String OWN = "own:";

    private enum Rank {
        COUNTRY,
        REGION,
        BODY
    }

    private final Rank rank;
    private final String title;
    private final TreeMap<Integer, Sheet> sheets = new TreeMap<>();
    private final Map<LocalDate, List<Mark>> marks = new HashMap<>();
    private final Map<MonthDay, Mark> recurring = new HashMap<>();

    private Layer(Rank rank, String title) {
        this.rank = rank;
        this.title = title;
    }

    /**
     * A country's calendar is the foundation of all others. A region's days lie on top of it; before its first year it had
     * none. On top of both lie a body's own days: their key begins with {@code own:}.
     *
     * @param key {@code ru}, {@code ru-IRK}, {@code own:mfc}
     * @param title whose calendar it is, in the genitive: «России»; a body's own needs none
     */
    static Layer of(String key, String title, Collection<Sheet> sheets) {
        if (isOwn(key)) {
            return ofBody(Map.of()).read(sheets);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("Есть дни календаря «" + key + "», но не сказано, чей это календарь");
        }
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("Календарь " + title + " объявлен, но ни одного его года нет");
        }
        return new Layer(isUpper(key) ? Rank.REGION : Rank.COUNTRY, title).read(sheets);
    }

    /** What a body has made of days for itself. */
    static Layer ofBody(Map<LocalDate, OwnDay> ownDays) {
        Layer layer = new Layer(Rank.BODY, "органа");
        ownDays.forEach((date, day) -> day.marks(date).forEach(layer::add));
        return layer;
    }

    /** Whether the key is that of a body's own days. */
    static boolean isOwn(String key) {
        return key.startsWith(OWN);
    }

    /** Whether the key is that of a layer upon a country's: it holds its own days only. */
    static boolean isUpper(String key) {
        return isOwn(key) || key.contains("-");
    }

    /** This layer with one of its years replaced or added. */
    Layer with(Sheet sheet) {
        TreeMap<Integer, Sheet> others = new TreeMap<>(sheets);
        others.put(sheet.year(), sheet);
        return new Layer(rank, title).read(others.values());
    }

    String title() {
        return title;
    }

    /** Whether others can be laid upon it: it knows weekends and public holidays. */
    boolean isGeneral() {
        return rank == Rank.COUNTRY;
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
        return switch (rank) {
            case COUNTRY -> sheet != null && sheet.decreed();
            case REGION -> sheet == null ? year < firstYear() : sheet.decreed();
            case BODY -> true;
        };
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets.values());
    }

    List<Sheet> sheets(int fromYear, int toYear) {
        return List.copyOf(sheets.subMap(fromYear, true, toYear, true).values());
    }

    /**
     * What this layer says of a day. Of a year that is not loaded, after the last one or between two, only the holidays
     * with a fixed date are foreseen, and nothing of a body's own days.
     */
    List<Mark> marks(LocalDate date) {
        int year = date.getYear();
        if (rank == Rank.BODY || year < firstYear() || sheets.containsKey(year)) {
            return marks.getOrDefault(date, List.of());
        }
        Mark holiday = recurring.get(MonthDay.from(date));
        return holiday == null ? List.of() : List.of(holiday.on(date));
    }

    private Layer read(Collection<Sheet> years) {
        for (Sheet sheet : years) {
            if (sheets.put(sheet.year(), sheet) != null) {
                throw new IllegalArgumentException(
                        "Календарь %s на %d год дан дважды".formatted(sheet.layer(), sheet.year()));
            }
            sheet.marks().forEach(this::add);
        }
        Collection<Mark> latest =
                sheets.isEmpty() ? List.of() : sheets.lastEntry().getValue().marks();
        for (Mark mark : latest) {
            if (mark.kind() == Mark.Kind.HOLIDAY && !isMovable(mark)) {
                recurring.put(MonthDay.from(mark.date()), mark);
            }
        }
        return this;
    }

    /** Nothing but the layer tells that a day is the body's own, so a derivation has to hear it from there. */
    private void add(Mark mark) {
        Mark said = rank == Rank.BODY ? Mark.of(mark.date(), mark.kind(), ownDay(mark.kind()) + mark.name()) : mark;
        marks.computeIfAbsent(mark.date(), date -> new ArrayList<>()).add(said);
    }

    private static String ownDay(Mark.Kind kind) {
        return switch (kind) {
            case HOLIDAY -> "";
            case DAY_OFF -> "нерабочий день органа: ";
            case WORKING_DAY -> "рабочий день органа: ";
            case SHORT_DAY -> "сокращённый день органа: ";
        };
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
