package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every day of a year as a calendar with all its layers sees it, for programs and pages.
 *
 * @param layer the uppermost of its layers
 * @param title whose calendar it is, in the genitive: «России»; empty for a body's
 * @param decreed whether acts settle the whole year
 */
public record CalendarYear(String layer, String title, int year, boolean decreed, Totals totals, List<DayView> days) {

    enum State {
        @JsonProperty("working")
        WORKING,
        @JsonProperty("short")
        SHORT,
        @JsonProperty("off")
        OFF,
        @JsonProperty("holiday")
        HOLIDAY
    }

    /** @param why a sentence that goes on from the day; absent where the day is what its weekday says */
    record DayView(
            LocalDate date,
            DayOfWeek weekday,
            State state,
            @Nullable String why) {

        private static DayView of(Day day) {
            @Nullable String why = day.marks().isEmpty() ? null : day.inWords();
            return new DayView(day.date(), day.date().getDayOfWeek(), state(day), why);
        }

        private static State state(Day day) {
            if (day.working()) {
                return day.shortened() ? State.SHORT : State.WORKING;
            }
            return day.isHoliday() ? State.HOLIDAY : State.OFF;
        }
    }

    static CalendarYear of(String layer, String title, WorkingCalendar calendar, int year) {
        return new CalendarYear(
                layer,
                title,
                year,
                calendar.isDecreed(year),
                Totals.of(calendar, year),
                Totals.daysOf(year).map(date -> DayView.of(calendar.day(date))).toList());
    }
}
