package org.perezvon.worktime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as calendar files write it; a day that does not exist is told apart from one that is written otherwise. */
final class FileDate {

    private static final Pattern ISO = Pattern.compile("(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)");
    private static final Pattern RUSSIAN = Pattern.compile("(?<d>\\d\\d)\\.(?<m>\\d\\d)\\.(?<y>\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(?<m>\\d\\d)\\.(?<d>\\d\\d)");

    private FileDate() {}

    /** {@code 2026-05-09}, or {@code 09.05.2026} as Excel makes of it */
    static LocalDate anyOf(String place, String text) {
        Matcher russian = RUSSIAN.matcher(text);
        return russian.matches() ? date(place, text, russian) : read(place, text, ISO, "ГГГГ-ММ-ДД или ДД.ММ.ГГГГ");
    }

    /** {@code 20260509} */
    static LocalDate ofDigits(String place, String text) {
        return read(place, text, DIGITS, "ГГГГММДД");
    }

    /** {@code 05.09} is the ninth of May */
    static LocalDate ofMonthAndDay(String place, String text, int year) {
        Matcher found = MONTH_AND_DAY.matcher(text);
        if (!found.matches()) {
            throw notADate(place, text, "ММ.ДД");
        }
        return of(place, text, year, Integer.parseInt(found.group("m")), Integer.parseInt(found.group("d")));
    }

    static LocalDate of(String place, String text, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw UnreadableCalendar.at(place, "дня «%s» в %d году нет. Исправьте дату в файле.".formatted(text, year));
        }
    }

    private static LocalDate read(String place, String text, Pattern pattern, String form) {
        Matcher found = pattern.matcher(text);
        if (!found.matches()) {
            throw notADate(place, text, form);
        }
        return date(place, text, found);
    }

    private static LocalDate date(String place, String text, Matcher found) {
        return of(
                place,
                text,
                Integer.parseInt(found.group("y")),
                Integer.parseInt(found.group("m")),
                Integer.parseInt(found.group("d")));
    }

    private static UnreadableCalendar notADate(String place, String text, String form) {
        return UnreadableCalendar.at(
                place, "«%s» — не дата, ожидается %s. Исправьте дату в файле.".formatted(text, form));
    }
}
