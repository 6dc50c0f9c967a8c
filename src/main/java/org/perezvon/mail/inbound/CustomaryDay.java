package org.perezvon.mail.inbound;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days named by the week or the month, seen from the day on which the letter was written: «до пятницы», «до конца недели». */
final class CustomaryDay {

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("понедельник", DayOfWeek.MONDAY),
            Map.entry("вторник", DayOfWeek.TUESDAY),
            Map.entry("сред", DayOfWeek.WEDNESDAY),
            Map.entry("четверг", DayOfWeek.THURSDAY),
            Map.entry("пятниц", DayOfWeek.FRIDAY),
            Map.entry("суббот", DayOfWeek.SATURDAY),
            Map.entry("воскресень", DayOfWeek.SUNDAY),
            Map.entry("дүйсенбі", DayOfWeek.MONDAY),
            Map.entry("сейсенбі", DayOfWeek.TUESDAY),
            Map.entry("сәрсенбі", DayOfWeek.WEDNESDAY),
            Map.entry("бейсенбі", DayOfWeek.THURSDAY),
            Map.entry("жұма", DayOfWeek.FRIDAY),
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("montag", DayOfWeek.MONDAY),
            Map.entry("freitag", DayOfWeek.FRIDAY),
            Map.entry("vendredi", DayOfWeek.FRIDAY),
            Map.entry("lundi", DayOfWeek.MONDAY));

    private CustomaryDay() {}

    /** Null when none begins there. */
    static @Nullable SpokenDay at(List<String> words, int at, LocalDate today) {
        String word = words.get(at);
        switch (word) {
            case "сегодня", "бүгін", "today":
                return new SpokenDay(at, at + 1, today);
            case "завтра", "завтрашнего", "завтрашний", "ертең", "ертеңге", "tomorrow":
                return new SpokenDay(at, at + 1, today.plusDays(1));
            case "послезавтра", "бүрсігүні", "бүрсігүнге":
                return new SpokenDay(at, at + 1, today.plusDays(2));
            default:
        }
        for (Map.Entry<String, DayOfWeek> weekday : WEEKDAYS.entrySet()) {
            if (isForm(word, weekday.getKey())) {
                return new SpokenDay(at, at + 1, weekday(words, at, today, weekday.getValue()));
            }
        }
        return endOfPeriod(words, at, today);
    }

    /** «сред» is the stem of a day and of much else. */
    private static boolean isForm(String word, String stem) {
        return word.startsWith(stem)
                && (!stem.equals("сред")
                        || word.equals("среда")
                        || word.equals("среды")
                        || word.equals("среду")
                        || word.equals("среде"));
    }

    private static LocalDate weekday(List<String> words, int at, LocalDate today, DayOfWeek weekday) {
        boolean next = (at > 0 && isNext(words.get(at - 1)))
                || (at + 1 < words.size()
                        && isNext(words.get(at + 1))
                        && at + 2 < words.size()
                        && isWeek(words.get(at + 2)));
        return next
                ? monday(today).plusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday))
                : today.with(TemporalAdjusters.next(weekday));
    }

    /** «конца недели», «конца следующей недели», «конца месяца», «апта соңына», «end of the week» */
    private static @Nullable SpokenDay endOfPeriod(List<String> words, int at, LocalDate today) {
        boolean end = words.get(at).startsWith("конц")
                || words.get(at).startsWith("окончани")
                || words.get(at).equals("end");
        if (!end && (words.get(at).startsWith("декад") || words.get(at).startsWith("середин"))) {
            return partOfMonth(words, at, today);
        }
        if (!end) {
            boolean kazakh = at + 1 < words.size() && words.get(at + 1).startsWith("соң");
            LocalDate day = kazakh ? lastOf(words.get(at), today, at > 0 && isNext(words.get(at - 1))) : null;
            return day == null ? null : new SpokenDay(at, at + 2, day);
        }
        boolean next = false;
        for (int i = at + 1; i < words.size() && i <= at + 4; i++) {
            next |= isNext(words.get(i));
            int named = Months.of(words.get(i));
            if (named > 0) {
                int year = named < today.getMonthValue() ? today.getYear() + 1 : today.getYear();
                return new SpokenDay(at, i + 1, YearMonth.of(year, named).atEndOfMonth());
            }
            LocalDate day = lastOf(words.get(i), today, next);
            if (day != null) {
                return new SpokenDay(at, i + 1, day);
            }
        }
        return null;
    }

    /** «в первой декаде декабря» ends on the 10th, «до середины декабря» on the 15th. */
    private static @Nullable SpokenDay partOfMonth(List<String> words, int at, LocalDate today) {
        int month = at + 1 < words.size() ? Months.of(words.get(at + 1)) : 0;
        if (month == 0) {
            return null;
        }
        YearMonth named = YearMonth.of(month < today.getMonthValue() ? today.getYear() + 1 : today.getYear(), month);
        String which = at > 0 ? words.get(at - 1) : "";
        LocalDate last = words.get(at).startsWith("середин")
                ? named.atDay(15)
                : which.startsWith("перв")
                        ? named.atDay(10)
                        : which.startsWith("втор") ? named.atDay(20) : named.atEndOfMonth();
        return new SpokenDay(at, at + 2, last);
    }

    private static @Nullable LocalDate lastOf(String period, LocalDate today, boolean next) {
        if (isWeek(period)) {
            LocalDate friday = monday(today).plusDays(4);
            return next || friday.isBefore(today) ? friday.plusWeeks(1) : friday;
        }
        if (period.startsWith("месяц") || period.equals("ай") || period.equals("айдың") || period.equals("month")) {
            return YearMonth.from(today).plusMonths(next ? 1 : 0).atEndOfMonth();
        }
        if (period.equals("года") || period.equals("жыл") || period.equals("жылдың") || period.equals("year")) {
            return LocalDate.of(today.getYear(), 12, 31);
        }
        boolean day = period.equals("дня") || period.equals("күн") || period.equals("day");
        return day ? today : null;
    }

    private static boolean isNext(String word) {
        return word.startsWith("следующ") || word.startsWith("будущ") || word.equals("келесі") || word.equals("next");
    }

    private static boolean isWeek(String word) {
        return word.startsWith("недел") || word.startsWith("апта") || word.equals("week");
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
