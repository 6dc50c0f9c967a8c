package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a calendar says of one day: one row of its file.
 *
 * @param name the holiday, or why the day is off, working or short, with the act that says so
 */
record Mark(LocalDate date, Kind kind, String name) {

    /** What a row may say of a day. */
    enum Kind {
        /** Non-working by law, also where it falls on a weekend. */
        @JsonProperty("holiday")
        HOLIDAY,
        /** A weekday made non-working. */
        @JsonProperty("day-off")
        DAY_OFF,
        /** A Saturday or Sunday made working. */
        @JsonProperty("working-day")
        WORKING_DAY,
        /** Working, one hour shorter; stands beside a {@code WORKING_DAY} row on a working Saturday that is short. */
        @JsonProperty("short-day")
        SHORT_DAY
    }

    private static final Pattern EXCHANGED = Pattern.compile(
            "\\b(с|на) (пн|вт|ср|чт|пт|сб|вс) (\\d\\d\\.\\d\\d\\.\\d{4})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Map<String, String> SPELT_OUT = Map.of(
            "ПП РФ", "постановление Правительства РФ",
            "ПП РК", "постановление Правительства РК",
            "перенесен ", "перенесён ");

    /** The day with which a moved day off changed places, where the row names it. */
    Optional<LocalDate> exchangedWith() {
        return EXCHANGED.matcher(name).results().findFirst().map(found -> LocalDate.parse(found.group(3), DOTTED));
    }

    /** «выходной день, перенос с субботы 9 мая 2026 года (ч. 2 ст. 112 ТК РФ)» */
    String inWords() {
        String words = EXCHANGED.matcher(spelltOut(name)).replaceAll(Mark::spelltOut);
        return kind == Kind.HOLIDAY
                ? "нерабочий праздничный день: " + words
                : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static String spelltOut(MatchResult exchanged) {
        LocalDate day = LocalDate.parse(exchanged.group(3), DOTTED);
        DayOfWeek weekday = day.getDayOfWeek();
        String when = exchanged.group(1).equals("с") ? Russian.from(weekday) : "на " + Russian.accusative(weekday);
        return when + " " + Russian.dateAndYear(day);
    }

    /** An act is cited in full where a prosecutor reads it. */
    static String spelltOut(String act) {
        String text = act;
        for (Map.Entry<String, String> abbreviation : SPELT_OUT.entrySet()) {
            text = text.replace(abbreviation.getKey(), abbreviation.getValue());
        }
        return text;
    }
}
