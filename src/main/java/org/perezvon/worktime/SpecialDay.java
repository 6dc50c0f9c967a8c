package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a day is not what its weekday says. A working Saturday that is short is told by two of these.
 *
 * @param kind as calendar files spell it: {@code holiday}, {@code day-off}, {@code working-day}, {@code short-day}
 * @param name as the calendar's file has it
 * @param reason the same as a sentence about the day goes on, acts and dates in full
 */
public record SpecialDay(LocalDate date, String kind, String name, String reason) {

    /** As a calendar's file has them, so that they can be loaded again. */
    public static String toCsv(List<SpecialDay> days) {
        return SheetCsv.write(days.stream()
                .map(day -> new Row(day.date(), Mark.Kind.of(day.kind()), day.name()))
                .toList());
    }

    static SpecialDay of(Mark mark) {
        return new SpecialDay(mark.date(), mark.kind().word(), mark.name(), mark.words());
    }
}
