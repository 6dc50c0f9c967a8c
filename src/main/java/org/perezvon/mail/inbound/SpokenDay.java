package org.perezvon.mail.inbound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that a sentence names, in figures, in words or by what is usual: «20.11.2026», «20 ноября», «до пятницы», «до конца
 * недели».
 *
 * @param from the index of its first word
 * @param to the index behind its last word
 */
record SpokenDay(int from, int to, LocalDate day) {

    private static final int MOST = 20;
    private static final int PAST = 92;

    /**
     * All days a sentence names.
     *
     * @param today when it was written; null when that is not known: then only days with their year are found
     */
    static List<SpokenDay> in(List<String> words, @Nullable LocalDate today) {
        List<SpokenDay> days = new ArrayList<>();
        int at = 0;
        while (at < words.size() && days.size() < MOST) {
            SpokenDay day = at(words, at, today);
            if (day == null) {
                at++;
            } else {
                days.add(day);
                at = day.to;
            }
        }
        return days;
    }

    private static @Nullable SpokenDay at(List<String> words, int at, @Nullable LocalDate today) {
        SpokenDay day = inFigures(words, at, today);
        if (day == null) {
            day = withMonth(words, at, today);
        }
        if (day != null || today == null) {
            return day;
        }
        SpokenDay ofMonth = ofThisMonth(words, at, today);
        return ofMonth == null ? CustomaryDay.at(words, at, today) : ofMonth;
    }

    /** «до 25-го», «к 5 числу»: the next such day. */
    private static @Nullable SpokenDay ofThisMonth(List<String> words, int at, LocalDate today) {
        String word = words.get(at);
        int dash = word.endsWith("-го") ? word.length() - 3 : word.endsWith("го") ? word.length() - 2 : 0;
        boolean number = at + 1 < words.size() && words.get(at + 1).startsWith("числ");
        String figures = dash > 0 ? word.substring(0, dash) : number ? word : "";
        boolean until = at > 0
                && List.of("до", "к", "позднее", "позже", "ранее", "раньше", "на")
                        .contains(words.get(at - 1));
        if (!until || !isFigures(figures, 1, 2)) {
            return null;
        }
        int dayOfMonth = Integer.parseInt(figures);
        LocalDate month = dayOfMonth < today.getDayOfMonth() ? today.plusMonths(1) : today;
        return day(at, number ? at + 2 : at + 1, month.getYear(), month.getMonthValue(), dayOfMonth);
    }

    /** «20.11.2026», «20.11.26», «20.11», «20/11/2026», «2026-11-20» */
    private static @Nullable SpokenDay inFigures(List<String> words, int at, @Nullable LocalDate today) {
        String word = words.get(at);
        if (word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-') {
            return day(at, at + 1, number(word, 0, 4), number(word, 5, 7), number(word, 8, 10));
        }
        if (word.length() >= 8 && word.length() <= 10 && word.charAt(2) == '-' && word.charAt(5) == '-') {
            return day(at, at + 1, year(word.substring(6)), number(word, 3, 5), number(word, 0, 2));
        }
        boolean divided = at + 2 < words.size()
                && (words.get(at + 1).equals(".") || words.get(at + 1).equals("/"))
                && isFigures(word, 1, 2)
                && isFigures(words.get(at + 2), 1, 2);
        if (!divided) {
            return null;
        }
        int dayOfMonth = Integer.parseInt(word);
        int month = Integer.parseInt(words.get(at + 2));
        boolean year = at + 4 < words.size() && words.get(at + 3).equals(words.get(at + 1));
        int said = year ? year(words.get(at + 4)) : 0;
        if (said > 0) {
            return day(at, at + 5, said, month, dayOfMonth);
        }
        return words.get(at + 2).length() == 2 ? nearest(at, at + 3, month, dayOfMonth, today) : null;
    }

    /** «20 ноября 2026», «двадцатого ноября», «2026 жылғы 20 қараша», «November 20, 2026», «қарашаның 20-сына» */
    private static @Nullable SpokenDay withMonth(List<String> words, int at, @Nullable LocalDate today) {
        NumberWords.Number number = NumberWords.at(words, at);
        if (number.value() > 0) {
            int next = skip(words, number.end(), "»", "\"", "”", ".", "of", "de", "-", "–");
            int month = next < words.size() ? Months.of(words.get(next)) : 0;
            return month == 0 ? null : withYear(words, at, next + 1, month, number.value(), today);
        }
        int month = Months.of(words.get(at));
        if (month == 0) {
            return null;
        }
        NumberWords.Number day = NumberWords.at(words, skip(words, at + 1, "the", "."));
        return day.value() == 0 || day.value() > 31 ? null : withYear(words, at, day.end(), month, day.value(), today);
    }

    private static @Nullable SpokenDay withYear(
            List<String> words, int from, int behind, int month, int dayOfMonth, @Nullable LocalDate today) {
        int at = skip(words, behind, ",", ".", "de");
        int year = at < words.size() && words.get(at).length() >= 4 ? year(words.get(at)) : 0;
        if (year > 0) {
            return day(from, at + 1, year, month, dayOfMonth);
        }
        for (int before = Math.max(0, from - 4); before < from - 1; before++) {
            if (words.get(before + 1).startsWith("жыл") || words.get(before + 1).equals("ж")) {
                int said = year(words.get(before));
                if (said > 0) {
                    return day(before, behind, said, month, dayOfMonth);
                }
            }
        }
        return nearest(from, behind, month, dayOfMonth, today);
    }

    /** Without a year it is the nearest such day that is not long past. */
    private static @Nullable SpokenDay nearest(int from, int to, int month, int dayOfMonth, @Nullable LocalDate today) {
        if (today == null) {
            return null;
        }
        SpokenDay day = day(from, to, today.getYear(), month, dayOfMonth);
        boolean past = day != null && day.day.isBefore(today.minusDays(PAST));
        return past ? day(from, to, today.getYear() + 1, month, dayOfMonth) : day;
    }

    private static @Nullable SpokenDay day(int from, int to, int year, int month, int dayOfMonth) {
        try {
            return new SpokenDay(from, to, LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int skip(List<String> words, int at, String... fillers) {
        int next = at;
        while (next < words.size() && next < at + 2 && List.of(fillers).contains(words.get(next))) {
            next++;
        }
        return next;
    }

    /** «2026», «2026г», «26»; 0 when it is none of ours. */
    private static int year(String word) {
        String figures = word.endsWith("г") || word.endsWith("ж") ? word.substring(0, word.length() - 1) : word;
        if (isFigures(figures, 4, 4)) {
            int year = Integer.parseInt(figures);
            return year >= 2000 && year < 2100 ? year : 0;
        }
        return isFigures(figures, 2, 2) ? 2000 + Integer.parseInt(figures) : 0;
    }

    private static int number(String word, int from, int to) {
        String figures = word.substring(from, to);
        return isFigures(figures, 1, 4) ? Integer.parseInt(figures) : 0;
    }

    private static boolean isFigures(String word, int least, int most) {
        if (word.length() < least || word.length() > most) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
