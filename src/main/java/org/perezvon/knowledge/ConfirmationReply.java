package org.perezvon.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an owner answers who was asked whether numbered items still hold. */
sealed interface ConfirmationReply {

    /** They hold, all but these numbers. */
    record Holding(Set<Integer> allBut) implements ConfirmationReply {}

    /** None of them does. */
    record None() implements ConfirmationReply {}

    /** Something else: a better text, usually. */
    record Other(String text) implements ConfirmationReply {}

    Pattern EXCEPT = Pattern.compile("(?:кроме|за исключением|исключая)([^\\n]{0,120})");
    Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d{1,2}(?![\\d.]*\\d)");

    int LONGEST_EXCEPTION = 200;

    static ConfirmationReply of(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        Matcher except = EXCEPT.matcher(said);
        if (except.find() && said.strip().length() <= LONGEST_EXCEPTION) {
            List<Integer> numbers = NUMBER.matcher(except.group(1))
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .toList();
            if (!numbers.isEmpty() && Consent.of(said.substring(0, except.start())) instanceof Consent.Agreed) {
                return new Holding(numbers.stream().collect(Collectors.toUnmodifiableSet()));
            }
        }
        Consent consent = Consent.of(text);
        if (consent instanceof Consent.Agreed) {
            return new Holding(Set.of());
        }
        return consent instanceof Consent.Refused ? new None() : new Other(text);
    }
}
