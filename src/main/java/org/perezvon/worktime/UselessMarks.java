package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Marks that change nothing because they stand on the wrong day: a day off on a Sunday, a working day on a Monday.
 *
 * @param beneath what each day is without the sheet
 * @param calendar the sheet upon the layers beneath it
 */
record UselessMarks(Sheet sheet, Function<LocalDate, Day> beneath, WorkingCalendar calendar) {

    List<Finding> findings() {
        return sheet.marks().stream().flatMap(mark -> finding(mark).stream()).toList();
    }

    private Optional<Finding> finding(Mark mark) {
        Day day = beneath.apply(mark.date());
        return switch (mark.kind()) {
            case HOLIDAY -> useless(mark, day.isHoliday(), "праздничный");
            case DAY_OFF -> useless(mark, !day.working(), "нерабочий");
            case WORKING_DAY -> useless(mark, day.working(), "рабочий");
            case SHORT_DAY ->
                calendar.isWorking(mark.date())
                        ? Optional.empty()
                        : Optional.of(Finding.error("%s: день отмечен сокращённым, но он нерабочий."
                                .formatted(Russian.dayAndDate(mark.date()))));
        };
    }

    private static Optional<Finding> useless(Mark mark, boolean already, String what) {
        return already
                ? Optional.of(Finding.warning("%s: отметка «%s» лишняя, этот день и без того %s."
                        .formatted(Russian.dayAndDate(mark.date()), mark.name(), what)))
                : Optional.empty();
    }
}
