package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a country's sheet has what the country's law lays down for every year.
 *
 * @param calendar the sheet, in force
 */
record LawOfCountry(Country country, Sheet sheet, WorkingCalendar calendar) {

    List<Finding> findings() {
        if (sheet.marks(Mark.Kind.HOLIDAY).isEmpty()) {
            return List.of(Finding.error("В календаре нет ни одного праздничного дня: это не календарь страны."));
        }
        return Stream.of(
                        warning(
                                "Среди праздничных дней нет установленных законом: %s. Проверьте, не изменился ли закон.",
                                missing()),
                        warning(
                                "Праздник пришёлся на выходной, а сам выходной никуда не перенесён: %s.",
                                country.keepsEvesAndCoincidences() ? lost() : List.of()),
                        warning(
                                "Рабочий день накануне праздника не сокращён: %s.",
                                country.keepsEvesAndCoincidences() ? fullEves() : List.of()))
                .flatMap(List::stream)
                .toList();
    }

    private List<LocalDate> missing() {
        Set<MonthDay> kept = sheet.marks(Mark.Kind.HOLIDAY).stream()
                .map(mark -> MonthDay.from(mark.date()))
                .collect(Collectors.toSet());
        return country.holidays().keySet().stream()
                .filter(day -> !kept.contains(day))
                .map(day -> day.atYear(sheet.year()))
                .toList();
    }

    /** The law moves every day off that coincides with a holiday; in January the Government does, and not always. */
    private List<LocalDate> lost() {
        Set<LocalDate> moved = sheet.marks(Mark.Kind.DAY_OFF).stream()
                .flatMap(mark -> mark.exchangedFor().stream())
                .collect(Collectors.toSet());
        return sheet.marks(Mark.Kind.HOLIDAY).stream()
                .map(Mark::date)
                .filter(date -> Day.isWeekend(date) && !Country.isNewYear(date) && !moved.contains(date))
                .toList();
    }

    private List<LocalDate> fullEves() {
        return Totals.daysOf(sheet.year())
                .filter(date -> calendar.isWorking(date) && !calendar.isShort(date))
                .filter(date -> calendar.day(date.plusDays(1)).isHoliday())
                .toList();
    }

    private static List<Finding> warning(String sentence, List<LocalDate> days) {
        return days.isEmpty() ? List.of() : List.of(Finding.warning(sentence.formatted(Russian.runs(days))));
    }
}
