package org.perezvon.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Days that a letter states, with the words beside them that say which days they are. */
final class StatedDates {

    private static final List<String> MONTHS = List.of(
            "январ", "феврал", "март", "апрел", "ма[йя]", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
            "декабр");

    private static final String DAY = "(\\d{1,2})(?:\\s*[./]\\s*(\\d{1,2})\\s*[./]\\s*(\\d{4}|\\d{2})(?!\\d)|\\s+("
            + String.join("|", MONTHS) + ")\\p{L}*\\s+(\\d{4}))";

    private static final Pattern ANY = pattern(DAY);
    private static final Pattern UNTIL = pattern(
            "(?:действу\\p{L}*|действит\\p{L}*|актуал\\p{L}*|срок\\p{L}*\\s+действия\\p{L}*)(?:[^.;\\n]|(?<=\\d)\\.(?=\\d)){0,40}?\\b(?:до|по)\\s*(?::\\s*|\\s)"
                    + DAY);
    private static final Pattern FROM = pattern(
            "(?:вступа\\p{L}*\\s+в\\s+силу|вводит\\p{L}*|действу\\p{L}*|примен\\p{L}*)[^.;\\n]{0,30}?\\bсо?\\s*(?::\\s*|\\s)"
                    + DAY);
    private static final Pattern CHANGED = pattern(
            "(?:дат[аы]\\s+изменени\\p{L}*|изменени\\p{L}*|измен[её]н\\p{L}*|изменил\\p{L}*|поменял\\p{L}*|внесен\\p{L}*|утвержд[её]н\\p{L}*)[^.;\\n]{0,30}?[:\\s]\\s*(?:от\\s+|со?\\s+)?"
                    + DAY);

    private StatedDates() {}

    static Optional<LocalDate> validUntil(String text) {
        return first(UNTIL, text);
    }

    static Optional<LocalDate> validFrom(String text) {
        return first(FROM, text);
    }

    /** Since when it is so (I-4.2). */
    static Optional<LocalDate> changedOn(String text) {
        return first(CHANGED, text);
    }

    /** The only day in a short letter is the one that was asked for. */
    static Optional<LocalDate> only(String text) {
        List<LocalDate> all = ANY.matcher(text)
                .results()
                .map(StatedDates::date)
                .flatMap(Optional::stream)
                .distinct()
                .limit(2)
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Optional<LocalDate> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(StatedDates::date)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> date(MatchResult found) {
        try {
            int day = Integer.parseInt(found.group(1));
            return Optional.of(
                    found.group(4) == null
                            ? LocalDate.of(year(found.group(3)), Integer.parseInt(found.group(2)), day)
                            : LocalDate.of(year(found.group(5)), month(found.group(4)), day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String written) {
        return written.length() == 2 ? 2000 + Integer.parseInt(written) : Integer.parseInt(written);
    }

    private static int month(String beginning) {
        for (int month = 0; month < MONTHS.size(); month++) {
            if (Pattern.compile(MONTHS.get(month), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(beginning)
                    .matches()) {
                return month + 1;
            }
        }
        throw new DateTimeException("Not a month: " + beginning);
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
