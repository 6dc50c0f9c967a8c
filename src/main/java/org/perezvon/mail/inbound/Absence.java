package org.perezvon.mail.inbound;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Meaning;

/** Until when somebody is away, and who is to be asked meanwhile. */
final class Absence {

    private static final int LONGEST_DEPUTY = 200;
    private static final int NEAR = 4;

    private static final List<String> ENDS = List.of("до", "по", "нет", "не", "until", "till");

    private final SpokenWords letter;
    private final @Nullable LocalDate today;

    Absence(SpokenWords letter, @Nullable LocalDate today) {
        this.letter = letter;
        this.today = today;
    }

    Meaning meaning() {
        LocalDate said = byReturn();
        return Meaning.ofAbsence(said == null ? byEnd() : said, deputy());
    }

    /** «вернусь 1 декабря», «буду на месте с 1 декабря» */
    private @Nullable LocalDate byReturn() {
        Phrases before = letter.rules().of(Saying.BACK_ON);
        for (Sentence sentence : letter.sentences()) {
            Phrases.Span span = before.find(sentence);
            if (span == null) {
                continue;
            }
            for (SpokenDay day : SpokenDay.in(sentence.words(), today)) {
                if (belongs(day, span, sentence.words())) {
                    boolean after = day.from() > 0 && isAfter(sentence.words().get(day.from() - 1));
                    return after ? day.day().plusDays(1) : day.day();
                }
            }
        }
        return null;
    }

    /** «вернусь 1 декабря», «1 декабря вернусь», but not «на работе не буду до 20 ноября»: that ends an absence. */
    private static boolean belongs(SpokenDay day, Phrases.Span returns, List<String> words) {
        if (day.to() <= returns.from()) {
            boolean ends = day.from() > 0 && ENDS.contains(words.get(day.from() - 1));
            return returns.from() - day.to() <= 1 && !ends;
        }
        return day.from() >= returns.to()
                && day.from() - returns.to() <= NEAR
                && words.subList(returns.from(), day.from()).stream().noneMatch(ENDS::contains);
    }

    /** «с 10 по 30 ноября» is back on the 1st, «до 30 ноября» on the 30th. */
    private @Nullable LocalDate byEnd() {
        for (Sentence sentence : letter.sentences()) {
            List<String> words = sentence.words();
            List<SpokenDay> days = SpokenDay.in(words, today);
            for (int i = days.size() - 1; i >= 0; i--) {
                SpokenDay day = days.get(i);
                String before = day.from() == 0 ? "" : words.get(day.from() - 1);
                if (includes(words, day, before)) {
                    return day.day().plusDays(1);
                }
                if (isUntil(words, day, before)) {
                    return day.day();
                }
                if (isAfter(before)) {
                    return day.day().plusDays(1);
                }
            }
        }
        return null;
    }

    private static boolean includes(List<String> words, SpokenDay day, String before) {
        boolean said = before.equals("по")
                || before.equals("through")
                || before.equals("thru")
                || before.equals("einschließlich")
                || before.equals("to")
                || ((before.equals("-") || before.equals("–") || before.equals("—")) && day.from() > 1)
                || rangeInOneWord(words.get(day.from()));
        for (int at = day.to(); at < words.size() && at <= day.to() + 2; at++) {
            said |= words.get(at).startsWith("включительн")
                    || words.get(at).equals("inclusive")
                    || words.get(at).equals("қоса");
        }
        return said;
    }

    /** «10-30» ноября */
    private static boolean rangeInOneWord(String word) {
        int dash = word.indexOf('-');
        return dash > 0
                && dash < 3
                && word.length() <= 5
                && dash + 1 < word.length()
                && Character.isDigit(word.charAt(0))
                && Character.isDigit(word.charAt(dash + 1));
    }

    private static boolean isUntil(List<String> words, SpokenDay day, String before) {
        boolean dative = day.to() < words.size() && words.get(day.to()).startsWith("дейін");
        String earlier = day.from() > 1 ? words.get(day.from() - 2) : "";
        List<String> until = List.of(
                "до",
                "until",
                "till",
                "til",
                "bis",
                "zum",
                "jusqu'au",
                "au",
                "hasta",
                "fino",
                "al",
                "até",
                "tot",
                "do");
        return dative || until.contains(before) || (until.contains(earlier) && !before.equals("с"));
    }

    private static boolean isAfter(String word) {
        return word.equals("после") || word.equals("after");
    }

    private @Nullable String deputy() {
        Phrases before = letter.rules().of(Saying.DEPUTY);
        for (Sentence sentence : letter.sentences()) {
            Phrases.Span span = before.find(sentence);
            if (span == null) {
                continue;
            }
            String behind = Clause.trimmed(sentence.behind(span.to()));
            String named = names(behind) ? behind : Clause.trimmed(sentence.before(span.from()));
            if (names(named)) {
                return named.length() > LONGEST_DEPUTY ? named.substring(0, LONGEST_DEPUTY) + "…" : named;
            }
        }
        return null;
    }

    /** A name, an address or a telephone, not just «мои коллеги». */
    private static boolean names(String text) {
        return Sentence.letters(text) + text.chars().filter(Character::isDigit).count() > 3
                && text.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '@');
    }
}
