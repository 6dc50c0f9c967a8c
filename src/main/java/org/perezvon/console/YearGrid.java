package org.perezvon.console;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.worktime.WorkingCalendar;

/** Twelve small months, three in a row: every day with a sign for what it is. */
record YearGrid(int year, WorkingCalendar calendar) {

    private static final List<String> MONTHS = List.of(
            "Январь",
            "Февраль",
            "Март",
            "Апрель",
            "Май",
            "Июнь",
            "Июль",
            "Август",
            "Сентябрь",
            "Октябрь",
            "Ноябрь",
            "Декабрь");
    private static final String WEEK = " пн  вт  ср  чт  пт  сб  вс ";
    private static final int ACROSS = 3;
    private static final int WEEKS = 6;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int first = 1; first <= 12; first += ACROSS) {
            List<List<String>> months = new ArrayList<>();
            for (int month = first; month < first + ACROSS; month++) {
                months.add(month(YearMonth.of(year, month)));
            }
            for (int row = 0; row < months.get(0).size(); row++) {
                int line = row;
                lines.add(String.join(
                                "   ",
                                months.stream().map(month -> month.get(line)).toList())
                        .stripTrailing());
            }
        }
        lines.add("[ ] нерабочий день   * сокращённый   + рабочий выходной");
        return lines;
    }

    private List<String> month(YearMonth month) {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s".formatted(" " + MONTHS.get(month.getMonthValue() - 1)));
        lines.add(WEEK);
        LocalDate date = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1);
        for (int week = 0; week < WEEKS; week++) {
            StringBuilder line = new StringBuilder();
            for (int day = 0; day < 7; day++, date = date.plusDays(1)) {
                line.append(YearMonth.from(date).equals(month) ? cell(date) : "    ");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private String cell(LocalDate date) {
        int day = date.getDayOfMonth();
        if (!calendar.isWorking(date)) {
            return "%4s".formatted("[" + day + "]");
        }
        String sign = calendar.isShort(date) ? "*" : date.getDayOfWeek().getValue() > 5 ? "+" : " ";
        return "%3d%s".formatted(day, sign);
    }
}
