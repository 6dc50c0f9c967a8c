package org.perezvon.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perezvon.worktime.SpecialDay;
import org.perezvon.worktime.Totals;
import org.perezvon.worktime.WorkingCalendar;

/** What is said of a calendar's year. */
record CalendarAnswer(List<String> layers, int year, WorkingCalendar calendar, List<SpecialDay> days) {

    String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("calendars", layers);
        json.put("year", year);
        json.put("provisional", !calendar.isDecreed(year));
        Totals totals = Totals.of(calendar, year);
        json.put("workingDays", totals.workingDays());
        json.put("shortDays", totals.shortDays());
        json.put("hours40", totals.hours40());
        json.put("days", days.stream().map(CalendarAnswer::dayToJson).toList());
        json.put("calendarEdition", calendar.editions(year, year));
        return Json.of(json);
    }

    String toCsv() {
        return SpecialDay.toCsv(days);
    }

    String toText() {
        List<String> lines = new ArrayList<>();
        lines.add("Календарь %s на %d год%s".formatted(String.join(", ", layers), year, provisional()));
        String totals = Totals.of(calendar, year).inWords();
        lines.add(Character.toUpperCase(totals.charAt(0)) + totals.substring(1));
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

    private static Map<String, Object> dayToJson(SpecialDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", day.date());
        json.put("weekday", day.date().getDayOfWeek().name().substring(0, 3));
        json.put("kind", day.kind());
        json.put("reason", day.reason());
        return json;
    }
}
