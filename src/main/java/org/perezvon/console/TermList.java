package org.perezvon.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.Terms;
import org.perezvon.worktime.WorkingDays;

/** The table of terms, row by row. */
record TermList(Terms terms) {

    String toText() {
        StringBuilder text = new StringBuilder();
        for (Term term : terms.all()) {
            text.append(term.name()).append('\n');
            text.append("  ")
                    .append(term.clause())
                    .append(": ")
                    .append(term.event())
                    .append(" — ");
            text.append(term.duty()).append('\n');
            text.append("  ").append(String.join(", ", length(term))).append('\n');
        }
        return text.toString();
    }

    String toJson() {
        return Json.of(terms.all().stream().map(TermList::toJson).toList());
    }

    private static List<String> length(Term term) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (term.counting()) {
                    case SAME_CLOCK_TIME, END_OF_DAY, CUT_OFF_HOUR, AFTER_FULL_DAYS ->
                        WorkingDays.of(term.length()).inWords() + " («"
                                + term.counting().words() + "»)";
                    case DAY_OF_MONTH -> "до " + term.length() + "-го числа месяца";
                    case DAY_OF_QUARTER -> "до " + term.length() + "-го числа после квартала";
                    case CLOCK_MINUTES -> term.length() + " мин по часам";
                });
        if (term.cutOff() != null) {
            parts.add("пороговый час " + term.cutOff());
        }
        if (term.wall() != null) {
            parts.add("продлить до " + term.wall().count() + "-го рабочего дня");
        }
        if (term.reminder() != null) {
            parts.add("напомнить за " + words(term.reminder()));
        }
        return parts;
    }

    private static Map<String, Object> toJson(Term term) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("term", term.name());
        json.put("counting", term.counting().words());
        json.put("length", term.length());
        putIfThere(json, "cutOff", term.cutOff());
        putIfThere(json, "wall", term.wall() == null ? null : term.wall().count());
        putIfThere(json, "wallClause", term.wallClause());
        putIfThere(json, "reminder", term.reminder() == null ? null : words(term.reminder()));
        json.put("event", term.event());
        json.put("duty", term.duty());
        json.put("clause", term.clause());
        return json;
    }

    private static void putIfThere(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String words(Duration lead) {
        return lead.toMinutes() % 60 == 0 ? lead.toHours() + " ч" : lead.toMinutes() + " мин";
    }
}
