package org.perezvon.worktime;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a calendar says of one day: one row of its file. */
record Mark(LocalDate date, Kind kind, String name) {

    /** What a row may say of a day. */
    enum Kind {
        /** Non-working by law, also where it falls on a weekend. */
        HOLIDAY("holiday", "нерабочий праздничный день"),
        /** A weekday made non-working. */
        DAY_OFF("day-off", "выходной день", "выходной", "нерабоч"),
        /** A Saturday or Sunday made working. */
        WORKING_DAY("working-day", "рабочий день", "рабоч"),
        /** Working, one hour shorter; stands beside a {@code WORKING_DAY} row on a working Saturday that is short. */
        SHORT_DAY("short-day", "сокращённый день", "сокращ", "предпраздничн", "рабоч");

        private final String word;
        private final String words;
        private final List<String> beginnings;

        /** @param beginnings of names that say themselves what kind of day it is */
        Kind(String word, String words, String... beginnings) {
            this.word = word;
            this.words = words;
            this.beginnings = List.of(beginnings);
        }

        /** As files and tables spell it. */
        String word() {
            return word;
        }

        private boolean isSaidBy(String name) {
            String beginning = name.toLowerCase(Locale.ROOT);
            return beginnings.stream().anyMatch(beginning::startsWith);
        }

        /** @throws IllegalArgumentException when no kind of day is spelt so; the message is in Russian */
        static Kind of(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Неизвестный вид дня «%s», бывают только %s"
                            .formatted(word, Stream.of(values()).map(Kind::word).collect(Collectors.joining(", ")))));
        }
    }

    private static final Pattern EXCHANGED =
            Pattern.compile("(?<=[ ,])(с|на) (?:пн|вт|ср|чт|пт|сб|вс) (\\d\\d\\.\\d\\d\\.\\d{4})");
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /**
     * @param name the holiday, or why the day is off, working or short, with the act that says so
     * @throws IllegalArgumentException without a name: a derivation could not explain the day
     * @throws DateTimeException when the name tells of a day that does not exist
     */
    static Mark of(LocalDate date, Kind kind, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Не сказано, почему день %s особый".formatted(date));
        }
        for (Matcher others = EXCHANGED.matcher(name); others.find(); ) {
            exchanged(others);
        }
        return new Mark(date, kind, name);
    }

    /**
     * What it says, as a sentence about the day goes on: «выходной день, перенос с субботы 9 мая 2026 года (ч. 2 ст. 112 ТК
     * РФ)». A holiday is called by its name; any other day says first what it is, where its name does not.
     */
    String words() {
        String words = EXCHANGED.matcher(spelltOut(name)).replaceAll(Mark::exchangedInWords);
        if (kind == Kind.HOLIDAY) {
            return words;
        }
        return kind.isSaidBy(words)
                ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
                : kind.words + ": " + words;
    }

    /** Whose hours are kept on a moved working day: those of the day off it was exchanged for. */
    DayOfWeek hoursOf() {
        return exchangedFor().map(LocalDate::getDayOfWeek).orElse(DayOfWeek.FRIDAY);
    }

    /** The day this one was exchanged for, where its name tells. */
    Optional<LocalDate> exchangedFor() {
        return EXCHANGED.matcher(name).results().findFirst().map(Mark::exchanged);
    }

    /** The same holiday in another year. */
    Mark on(LocalDate otherDate) {
        return new Mark(otherDate, kind, name);
    }

    /** An act is cited in full where a prosecutor reads it. */
    static String spelltOut(String text) {
        return text.replace("ПП РФ", "постановление Правительства РФ")
                .replace("ПП РК", "постановление Правительства РК")
                .replace("перенесен ", "перенесён ");
    }

    private static String exchangedInWords(MatchResult found) {
        LocalDate other = exchanged(found);
        DayOfWeek day = other.getDayOfWeek();
        String when = found.group(1).equals("с") ? Russian.from(day) : "на " + Russian.accusative(day);
        return when + " " + Russian.dateAndYear(other);
    }

    private static LocalDate exchanged(MatchResult found) {
        return LocalDate.parse(found.group(2), DOTTED);
    }
}
