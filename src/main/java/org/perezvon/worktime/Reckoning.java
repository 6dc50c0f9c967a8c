package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a reading makes of a start: the moments, and the words for them.
 *
 * @param since when the term began, for the letter: «во вторник 17 ноября в 16:05, то есть после 16:00»
 * @param until where it ends, for the letter: «до 16:00 среды 18 ноября»
 * @param within the length the clause speaks of: «один рабочий день»
 * @param steps the steps of the reckoning, whole sentences
 */
record Reckoning(
        String since,
        String until,
        String within,
        ZonedDateTime due,
        ZonedDateTime target,
        ZonedDateTime maximum,
        List<String> steps) {

    /** «Запрос получен во вторник 17 ноября 2026 года в 10:30 по местному времени (UTC+8), отсюда идёт срок.» */
    static String beginning(Term term, ZonedDateTime start) {
        return term.event() + " " + moment(start, true) + " по местному времени (" + Russian.offset(start.getOffset())
                + "), отсюда идёт срок.";
    }

    /** «во вторник 17 ноября в 10:30» */
    static String moment(ZonedDateTime moment, boolean withYear) {
        return Russian.on(moment.getDayOfWeek()) + " " + date(moment.toLocalDate(), withYear) + " в "
                + Russian.time(moment.toLocalTime());
    }

    /** «10:30 среды 18 ноября», after «до» or «с» */
    static String limit(ZonedDateTime moment, boolean withYear) {
        return Russian.time(moment.toLocalTime()) + " " + Russian.genitive(moment.getDayOfWeek()) + " "
                + date(moment.toLocalDate(), withYear);
    }

    private static String date(LocalDate date, boolean withYear) {
        return withYear ? Russian.dateAndYear(date) : Russian.date(date);
    }
}
