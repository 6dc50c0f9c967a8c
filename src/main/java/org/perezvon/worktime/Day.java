package org.perezvon.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One day as all layers of a calendar together see it.
 *
 * @param hoursOf the day of the week whose hours are kept: a working Saturday keeps those of the day it stands for
 *     (explanation of the Ministry of Labour of 25.02.1994 No. 4), or of a Friday where its row does not name one
 * @param marks what made the day so; empty on an ordinary weekday or weekend
 */
record Day(LocalDate date, boolean working, boolean shortened, DayOfWeek hoursOf, List<Mark> marks) {

    static Day ordinary(LocalDate date) {
        return new Day(date, !isWeekend(date), false, date.getDayOfWeek(), List.of());
    }

    /** @param layers from the general to the particular */
    static Day of(LocalDate date, List<Layer> layers) {
        Day day = ordinary(date);
        for (Layer layer : layers) {
            for (Mark mark : layer.marks(date)) {
                day = day.with(mark);
            }
        }
        return day;
    }

    /** Whether it is not what its weekday says; a holiday on a Sunday is nothing special. */
    boolean isSpecial() {
        return shortened || working == isWeekend(date);
    }

    /** Whether both days are alike for work, for its hours and for the kind of reason; their reasons may read otherwise. */
    boolean isLike(Day other) {
        return working == other.working
                && shortened == other.shortened
                && (!working || hoursOf == other.hoursOf)
                && kinds().equals(other.kinds());
    }

    /** As a sentence about the day goes on: «рабочий день», «нерабочий праздничный день: День Победы». */
    String inWords() {
        String reasons = marks.stream().map(Mark::words).collect(Collectors.joining("; "));
        if (marks.isEmpty()) {
            return working ? "рабочий день" : "выходной день";
        }
        if (working) {
            return shortened ? "сокращённый рабочий день: " + reasons : reasons;
        }
        return isHoliday() ? "нерабочий праздничный день: " + reasons : reasons;
    }

    boolean isHoliday() {
        return kinds().contains(Mark.Kind.HOLIDAY);
    }

    private List<Mark.Kind> kinds() {
        return marks.stream().map(Mark::kind).toList();
    }

    /** The later mark prevails over the earlier one; a short day goes with any working one. */
    private Day with(Mark mark) {
        return switch (mark.kind()) {
            case HOLIDAY, DAY_OFF -> new Day(date, false, false, hoursOf, List.of(mark));
            case WORKING_DAY -> new Day(date, true, shortened, mark.hoursOf(), append(mark));
            case SHORT_DAY -> working ? new Day(date, true, true, hoursOf, append(mark)) : this;
        };
    }

    private List<Mark> append(Mark mark) {
        return working ? Stream.concat(marks.stream(), Stream.of(mark)).toList() : List.of(mark);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
