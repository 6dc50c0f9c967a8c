package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a calendar file tells of one year.
 *
 * @param format in which form it was, for people: «JSON xmlcalendar.ru»
 * @param checksum the totals it states itself; without numbers where it states none
 * @param remarks what was strange about it
 */
record Contents(String format, int year, List<Entry> entries, Checksum checksum, List<Finding> remarks) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    Contents {
        year = plausible(year);
        entries = List.copyOf(consistent(year, entries));
        remarks = List.copyOf(remarks);
    }

    Contents(String format, int year, List<Entry> entries) {
        this(format, year, entries, Checksum.NONE, List.of());
    }

    /** @throws UnreadableCalendar when the number is no year that anybody counts deadlines in */
    static int plausible(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new UnreadableCalendar(
                    "В файле календарь на %d год, а читаются календари на %d–%d годы. Исправьте год в файле."
                            .formatted(year, FIRST_YEAR, LAST_YEAR));
        }
        return year;
    }

    /** Whether nobody works on the day, as far as this file tells. */
    boolean isOff(LocalDate date) {
        List<Entry> told =
                entries.stream().filter(entry -> entry.date().equals(date)).toList();
        return told.isEmpty() ? Day.isWeekend(date) : told.stream().noneMatch(Entry::isWork);
    }

    boolean isHoliday(LocalDate date) {
        return entries.stream().anyMatch(entry -> entry.date().equals(date) && entry.says() == Entry.Says.HOLIDAY);
    }

    /** Which day off a working weekend day was given for, where the day off says so. */
    Optional<LocalDate> dayOffFor(LocalDate weekend) {
        return entries.stream()
                .filter(entry -> entry.says() == Entry.Says.DAY_OFF)
                .filter(entry -> entry.other().filter(weekend::equals).isPresent())
                .map(Entry::date)
                .findFirst();
    }

    /** One thing to a day, said twice at most; a working weekend day may be short as well. */
    private static List<Entry> consistent(int year, List<Entry> entries) {
        Map<LocalDate, List<Entry>> days = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.date().getYear() != year) {
                throw UnreadableCalendar.at(
                        entry.place(),
                        "день %s не относится к %d году. Оставьте в файле дни одного года."
                                .formatted(Russian.dateAndYear(entry.date()), year));
            }
            List<Entry> day = days.computeIfAbsent(entry.date(), date -> new ArrayList<>());
            Optional<Entry> same =
                    day.stream().filter(known -> saysTheSame(known, entry)).findFirst();
            if (same.isPresent()) {
                continue;
            }
            if (day.stream().anyMatch(known -> !entry.isWork() || !known.isWork() || known.says() == entry.says())) {
                throw UnreadableCalendar.at(
                        entry.place(),
                        "о дне %s уже сказано иное (%s). Оставьте одну из записей."
                                .formatted(
                                        Russian.dateAndYear(entry.date()),
                                        day.get(0).place()));
            }
            day.add(entry);
        }
        return days.values().stream().flatMap(List::stream).toList();
    }

    private static boolean saysTheSame(Entry one, Entry other) {
        return one.says() == other.says()
                && one.title().equals(other.title())
                && one.other().equals(other.other());
    }
}
