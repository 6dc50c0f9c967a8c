package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What a year of a working calendar adds up to.
 *
 * @param workingDays the shortened ones among them
 * @param daysOff all others, weekends included
 */
public record Totals(int workingDays, int shortDays, int daysOff) {

    public static Totals of(WorkingCalendar calendar, int year) {
        int working = (int) daysOf(year).filter(calendar::isWorking).count();
        int shortened = (int) daysOf(year).filter(calendar::isShort).count();
        return new Totals(working, shortened, (int) daysOf(year).count() - working);
    }

    /** Hours of a forty-hour week of five days. */
    public int hours40() {
        return 8 * workingDays - shortDays;
    }

    /** «рабочих дней 247, из них сокращённых 4, часов при 40-часовой неделе 1972» */
    public String inWords() {
        return "рабочих дней %d, из них сокращённых %d, часов при 40-часовой неделе %d"
                .formatted(workingDays, shortDays, hours40());
    }

    static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
