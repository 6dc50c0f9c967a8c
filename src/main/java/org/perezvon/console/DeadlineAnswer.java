package org.perezvon.console;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.OwnDay;

/**
 * What is said of a deadline.
 *
 * @param reminder when to remind of it; the due moment itself where no reminder is wanted
 * @param editions the calendars' editions it was computed from
 * @param changes what the command says otherwise than the table of terms
 */
record DeadlineAnswer(Deadline deadline, Body body, Instant reminder, List<String> editions, List<String> changes) {

    String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("term", deadline.term().name());
        json.put("start", local(deadline.start()));
        json.put("due", local(deadline.due()));
        json.put("target", local(deadline.target()));
        json.put("maximum", local(deadline.maximum()));
        json.put("reminder", local(reminder));
        json.put("provisional", deadline.provisional());
        json.put("explanation", deadline.explanation());
        json.put("derivation", derivation());
        json.put("body", bodyToJson());
        json.put("calendarEdition", editions);
        return Json.of(json);
    }

    /** To be read aloud. */
    String toText() {
        List<String> lines = new ArrayList<>(List.of(deadline.explanation(), ""));
        lines.addAll(derivation());
        return String.join("\n", lines) + "\n";
    }

    private List<String> derivation() {
        List<String> sentences = new ArrayList<>(deadline.derivation());
        if (!changes.isEmpty()) {
            sentences.add("Посчитано не по таблице сроков: в команде указано " + String.join(", ", changes) + ".");
        }
        return sentences;
    }

    private Map<String, Object> bodyToJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zone", body.zone().getId());
        Map<String, Object> hours = new LinkedHashMap<>();
        body.hours()
                .week()
                .forEach((day, windows) -> hours.put(
                        day.name().substring(0, 3),
                        windows.stream()
                                .map(window -> window.from() + "-" + window.to())
                                .collect(joining(","))));
        json.put("hours", hours);
        json.put("calendars", body.layers());
        List<Object> ownDays = new ArrayList<>();
        new TreeMap<>(body.ownDays()).forEach((date, day) -> ownDays.add(ownDayToJson(date, day)));
        json.put("ownDays", ownDays);
        return json;
    }

    private static Map<String, Object> ownDayToJson(LocalDate date, OwnDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", date);
        json.put("kind", day.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("reason", day.reason());
        return json;
    }

    private String local(Instant moment) {
        ZoneId zone = body.zone();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }
}
