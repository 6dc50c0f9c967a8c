package org.perezvon.worktime;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a reading makes of a start: the moments, and the words for them.
 *
 * @param since when the term began, for the letter: «во вторник 17 ноября в 16:05, то есть после 16:00»
 * @param until where it ends, for the letter: «до 16:00 среды 18 ноября»
 * @param within the length the clause speaks of: «один рабочий день»
 * @param from since when days and hours matter to it; where a period must end first, later than the start
 * @param steps the steps of the reckoning, whole sentences
 */
record Reckoning(
        String since,
        String until,
        String within,
        ZonedDateTime from,
        ZonedDateTime due,
        ZonedDateTime target,
        ZonedDateTime maximum,
        List<String> steps) {

    /** The first step: «Запрос получен во вторник 17 ноября 2026 года в 16:00:01 по местному времени (UTC+8).» */
    static String beginning(Term term, ZonedDateTime start) {
        return "%s %s %s в %s по местному времени (%s)."
                .formatted(
                        term.event(),
                        Russian.on(start.getDayOfWeek()),
                        Russian.dateAndYear(start.toLocalDate()),
                        Russian.time(start.toLocalTime()),
                        Russian.offset(start.getOffset()));
    }

    /** The first step where the hour does not matter: midnight is no hour then, only the day was told. */
    static String beginningOnDay(Term term, ZonedDateTime start) {
        return isMidnight(start)
                ? "%s %s %s."
                        .formatted(
                                term.event(),
                                Russian.on(start.getDayOfWeek()),
                                Russian.dateAndYear(start.toLocalDate()))
                : beginning(term, start);
    }

    /** For a letter where the hour does not matter: «во вторник 17 ноября», with the hour when it was told. */
    static String day(ZonedDateTime start, boolean withYear) {
        return isMidnight(start)
                ? Russian.on(start.getDayOfWeek()) + " " + date(start.toLocalDate(), withYear)
                : moment(start, withYear);
    }

    /** For a letter: «во вторник 17 ноября в 10:30», without seconds. */
    static String moment(ZonedDateTime moment, boolean withYear) {
        return momentToTheSecond(moment.truncatedTo(MINUTES), withYear);
    }

    /** For a letter where the seconds decide: «во вторник 17 ноября в 16:00:01». */
    static String momentToTheSecond(ZonedDateTime moment, boolean withYear) {
        return Russian.on(moment.getDayOfWeek()) + " " + date(moment.toLocalDate(), withYear) + " в "
                + Russian.time(moment.toLocalTime());
    }

    /** For a letter, after «до» or «в»: «10:30 среды 18 ноября», without seconds. */
    static String limit(ZonedDateTime moment, boolean withYear) {
        return Russian.time(moment.toLocalTime().truncatedTo(MINUTES)) + " " + Russian.genitive(moment.getDayOfWeek())
                + " " + date(moment.toLocalDate(), withYear);
    }

    /** For the file, after «до» or «в»: «10:30:07 среды 18 ноября 2026 года». */
    static String exactly(ZonedDateTime moment) {
        return Russian.time(moment.toLocalTime()) + " " + Russian.genitive(moment.getDayOfWeek()) + " "
                + Russian.dateAndYear(moment.toLocalDate());
    }

    private static boolean isMidnight(ZonedDateTime start) {
        return start.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String date(LocalDate date, boolean withYear) {
        return withYear ? Russian.dateAndYear(date) : Russian.date(date);
    }
}
