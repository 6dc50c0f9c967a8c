package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What we know of a country's calendars without any file: its public holidays with a fixed date and the acts that move
 * days off by themselves. Serves to name and to doubt what a file says, never to compute a deadline.
 */
enum Country {
    /** Article 112 of the Labour Code. */
    RUSSIA("ru", Set.of("ru", "rus", "рф", "россия", "российская федерация"), russianHolidays()),
    /** Law No. 267-II, without the Constitution Day that the year 2026 has moved. */
    KAZAKHSTAN("kz", Set.of("kz", "kaz", "рк", "казахстан", "республика казахстан"), kazakhHolidays());

    private static final String ON_COINCIDENCE_RU = "ч. 2 ст. 112 ТК РФ";
    private static final String ON_COINCIDENCE_KZ = "ст. 5 Закона РК от 13.12.2001 № 267-II «О праздниках в РК»";

    private final String key;
    private final Set<String> names;
    private final Map<MonthDay, String> holidays;

    Country(String key, Set<String> names, Map<MonthDay, String> holidays) {
        this.key = key;
        this.names = names;
        this.holidays = holidays;
    }

    /** Whose layer this is, a region's own included; nobody's where it is a body's own days. */
    static Optional<Country> ofLayer(String layer) {
        return Stream.of(values())
                .filter(country -> layer.equals(country.key) || layer.startsWith(country.key + "-"))
                .findFirst();
    }

    /** Whose year this is; nobody's where the sheet holds only a region's or a body's own days. */
    static Optional<Country> ofSheet(Sheet sheet) {
        return Layer.isUpper(sheet.layer()) ? Optional.empty() : ofLayer(sheet.layer());
    }

    /** Which country a file means by a code: {@code kaz}, «РФ». */
    static Optional<Country> named(String name) {
        return Stream.of(values())
                .filter(country -> country.names.contains(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    Map<MonthDay, String> holidays() {
        return holidays;
    }

    Optional<String> holiday(LocalDate date) {
        return Optional.ofNullable(holidays.get(MonthDay.from(date)));
    }

    /** The act by which a day off that coincides with this holiday moves, without anybody's decree. */
    Optional<String> actOnCoincidence(LocalDate holiday) {
        return switch (this) {
            case RUSSIA -> isNewYear(holiday) ? Optional.empty() : Optional.of(ON_COINCIDENCE_RU);
            case KAZAKHSTAN -> Optional.of(ON_COINCIDENCE_KZ);
        };
    }

    /** Whether every holiday on a weekend gives another day off, and every eve of a holiday is short. */
    boolean keepsEvesAndCoincidences() {
        return this == RUSSIA;
    }

    /** Days off that coincide with these are moved by the Government, some of them not at all. */
    static boolean isNewYear(LocalDate date) {
        return date.getMonth() == Month.JANUARY && date.getDayOfMonth() <= 8;
    }

    private static Map<MonthDay, String> russianHolidays() {
        TreeMap<MonthDay, String> days = new TreeMap<>();
        IntStream.rangeClosed(1, 8).forEach(day -> days.put(MonthDay.of(1, day), "Новогодние каникулы"));
        days.put(MonthDay.of(1, 7), "Рождество Христово");
        days.put(MonthDay.of(2, 23), "День защитника Отечества");
        days.put(MonthDay.of(3, 8), "Международный женский день");
        days.put(MonthDay.of(5, 1), "Праздник Весны и Труда");
        days.put(MonthDay.of(5, 9), "День Победы");
        days.put(MonthDay.of(6, 12), "День России");
        days.put(MonthDay.of(11, 4), "День народного единства");
        return days;
    }

    private static Map<MonthDay, String> kazakhHolidays() {
        TreeMap<MonthDay, String> days = new TreeMap<>();
        IntStream.rangeClosed(1, 2).forEach(day -> days.put(MonthDay.of(1, day), "Новый год"));
        days.put(MonthDay.of(1, 7), "Православное Рождество");
        days.put(MonthDay.of(3, 8), "Международный женский день");
        IntStream.rangeClosed(21, 23).forEach(day -> days.put(MonthDay.of(3, day), "Наурыз мейрамы"));
        days.put(MonthDay.of(5, 1), "Праздник единства народа Казахстана");
        days.put(MonthDay.of(5, 7), "День защитника Отечества");
        days.put(MonthDay.of(5, 9), "День Победы");
        days.put(MonthDay.of(7, 6), "День Столицы");
        days.put(MonthDay.of(10, 25), "День Республики");
        days.put(MonthDay.of(12, 16), "День Независимости");
        return days;
    }
}
