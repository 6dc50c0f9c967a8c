package org.perezvon.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.perezvon.worktime.SpecialDay;
import org.perezvon.worktime.WorkingCalendar;

/** What is said of a calendar's year. */
record CalendarAnswer(List<String> layers, int year, WorkingCalendar calendar, List<SpecialDay> days) {

    private static final int HOURS_A_DAY = 8;

    String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("calendars", layers);
        json.put("year", year);
        json.put("provisional", !calendar.isDecreed(year));
        json.put("workingDays", workingDays());
        json.put("shortDays", shortDays());
        json.put("hours40", hours());
        json.put("days", days.stream().map(CalendarAnswer::dayToJson).toList());
        json.put("calendarEdition", calendar.editions(year, year));
        return Json.of(json);
    }

    /** As calendar files have it, so that it can be loaded again. */
    String toCsv() {
        StringBuilder csv = new StringBuilder("date,kind,name\n");
        for (SpecialDay day : days) {
            String name = day.name().matches("[^,\"\n]*")
                    ? day.name()
                    : '"' + day.name().replace("\"", "\"\"") + '"';
            csv.append(day.date())
                    .append(',')
                    .append(day.kind())
                    .append(',')
                    .append(name)
                    .append('\n');
        }
        return csv.toString();
    }

    String toText() {
        List<String> lines = new ArrayList<>();
        lines.add("Календарь %s на %d год%s".formatted(String.join(", ", layers), year, provisional()));
        lines.add("Рабочих дней %d, из них сокращённых %d; часов при 40-часовой неделе %d"
                .formatted(workingDays(), shortDays(), hours()));
        lines.add("");
        lines.addAll(new YearGrid(year, calendar).lines());
        lines.add("");
        for (SpecialDay day : days) {
            lines.add("%s, %s: %s"
                    .formatted(day.date(), TypedWeekday.inShort(day.date().getDayOfWeek()), day.reason()));
        }
        return String.join("\n", lines) + "\n";
    }

    private String provisional() {
        return calendar.isDecreed(year) ? "" : " (предварительный: ещё не утверждён)";
    }

    private long workingDays() {
        return count(calendar::isWorking);
    }

    private long shortDays() {
        return count(calendar::isShort);
    }

    private long hours() {
        return HOURS_A_DAY * workingDays() - shortDays();
    }

    private long count(Predicate<LocalDate> kind) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(kind)
                .count();
    }

    private static Map<String, Object> dayToJson(SpecialDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", day.date());
        json.put("weekday", day.date().getDayOfWeek().name().substring(0, 3));
        json.put("kind", day.kind());
        json.put("reason", day.reason());
        return json;
    }
}
