package org.perezvon.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.perezvon.worktime.WorkingHours;
import org.perezvon.worktime.WorkingHours.Window;

/** Working hours as the column {@code hours} keeps them: {@code {"MONDAY": [["09:00", "13:00"], ["14:00", "18:00"]], …}}. */
final class StoredHours {

    private static final JsonMapper JSON = new JsonMapper();

    private StoredHours() {}

    static String write(WorkingHours hours) {
        EnumMap<DayOfWeek, List<List<String>>> week = new EnumMap<>(DayOfWeek.class);
        hours.week()
                .forEach((day, windows) -> week.put(
                        day,
                        windows.stream()
                                .map(window -> List.of(
                                        window.from().toString(), window.to().toString()))
                                .toList()));
        return JSON.valueToTree(week).toString();
    }

    /** @throws IllegalStateException when somebody has put into the table what are no working hours */
    static WorkingHours read(String agency, String stored) {
        try {
            EnumMap<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
            for (Map.Entry<String, JsonNode> day : JSON.readTree(stored).properties()) {
                week.put(DayOfWeek.valueOf(day.getKey()), windows(day.getValue()));
            }
            return new WorkingHours(week);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Часы работы органа «%s» в таблице agency не читаются (%s). Записано %s, а нужно так: %s"
                            .formatted(agency, e.getMessage(), stored, "{\"MONDAY\": [[\"09:00\", \"18:00\"]], …}"),
                    e);
        }
    }

    private static List<Window> windows(JsonNode day) {
        List<Window> windows = new ArrayList<>();
        for (JsonNode window : day) {
            if (window.size() != 2) {
                throw new IllegalArgumentException("У отрезка рабочего времени есть начало и конец, а не " + window);
            }
            windows.add(new Window(
                    LocalTime.parse(window.get(0).asText()),
                    LocalTime.parse(window.get(1).asText())));
        }
        return windows;
    }
}
