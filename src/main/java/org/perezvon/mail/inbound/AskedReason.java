package org.perezvon.mail.inbound;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why more time is asked for, in the sender's words: without a reason there is none (I-10.3). */
final class AskedReason {

    private static final List<String> REQUEST = List.of("просим", "прошу", "просит", "просьба", "ходатайств");

    /** In Kazakh the reason stands before the word that makes it one. */
    private static final List<String> ENDS_REASON = List.of("байланысты", "болғандықтан");

    /** Words with which a clause of reason begins. */
    private static final Set<String> JOINS = Set.of(
            "в",
            "поскольку",
            "так",
            "т",
            "ввиду",
            "по",
            "из-за",
            "вследствие",
            "потому",
            "ибо",
            "причина",
            "себебі",
            "өйткені",
            "because",
            "due",
            "since",
            "as",
            "weil",
            "aufgrund",
            "wegen");

    /** What follows «в» where it joins: «в связи с». */
    private static final Set<String> JOINED =
            Set.of("связи", "силу", "виду", "результате", "целях", "отсутствие", "отсутствии", "следствие");

    private static final List<String> ABOUT_THE_ANSWER = List.of(
            "ответ",
            "срок",
            "запрос",
            "просим",
            "прошу",
            "пожалуйста",
            "коллег",
            "уважаем",
            "мерзім",
            "жауап",
            "здравств",
            "извин",
            "спасибо");

    private static final int FEWEST_LETTERS = 12;

    private static final int LONGEST = 300;

    private final SpokenWords letter;
    private final @Nullable LocalDate today;

    AskedReason(SpokenWords letter, @Nullable LocalDate today) {
        this.letter = letter;
        this.today = today;
    }

    /** A clause that says why; else whatever else is told beside the request. */
    @Nullable
    String words() {
        List<Sentence> asked = letter.all(Saying.EXTENSION);
        List<Sentence> reasons = letter.all(Saying.REASON);
        for (Sentence sentence : reasons) {
            if (asked.contains(sentence)) {
                return clause(sentence);
            }
        }
        if (!reasons.isEmpty()) {
            return brief(reasons.get(0).text());
        }
        Sentence other = letter.tells(Saying.EXTENSION, Saying.ACKNOWLEDGEMENT, Saying.AUTO_REPLY, Saying.DEPUTY);
        return other != null
                ? brief(other.text())
                : asked.stream()
                        .map(this::otherClause)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** «…, необходимо сделать запрос в архив»: a clause that asks nothing and promises nothing. */
    private @Nullable String otherClause(Sentence sentence) {
        String text = sentence.text();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && ",:;—–".indexOf(text.charAt(i)) < 0) {
                continue;
            }
            Sentence clause = Sentence.of(text.substring(from, i));
            from = i + 1;
            boolean asks = letter.rules().of(Saying.EXTENSION).in(clause)
                    || !SpokenDay.in(clause.words(), today).isEmpty()
                    || clause.words().stream()
                            .anyMatch(word -> ABOUT_THE_ANSWER.stream().anyMatch(word::startsWith));
            if (!asks && clause.letters() >= FEWEST_LETTERS && clause.words().size() >= 2) {
                return brief(clause.text());
            }
        }
        return null;
    }

    /** Of «В связи с …, просим продлить срок» the part before the request; of «просим …, так как …» the part behind it. */
    private String clause(Sentence sentence) {
        Phrases.Span reason = letter.rules().of(Saying.REASON).find(sentence);
        List<String> words = sentence.words();
        if (reason == null) {
            return brief(sentence.text());
        }
        if (ENDS_REASON.stream().anyMatch(words.get(reason.to() - 1)::startsWith)) {
            return brief(sentence.before(reason.to()));
        }
        int from = sentence.before(clauseStart(words, reason)).length();
        for (int at = reason.to(); at < words.size(); at++) {
            if (beginsRequest(words, at)) {
                return brief(sentence.before(at).substring(from));
            }
        }
        return brief(sentence.text().substring(from));
    }

    /** Whether somebody asks for something there. */
    static boolean asks(Sentence sentence) {
        return sentence.words().stream().anyMatch(word -> REQUEST.stream().anyMatch(word::startsWith));
    }

    /** «в связи с» begins the clause; «собираем» stands within it. */
    private static int clauseStart(List<String> words, Phrases.Span reason) {
        int from = reason.from();
        if (JOINS.contains(words.get(from)) && !isPlace(words, from)) {
            return from;
        }
        from = clauseAround(words, from);
        while (from > 1 && words.get(from - 1).equals(",") && letters(words, from, reason.to()) < FEWEST_LETTERS) {
            from = clauseAround(words, from - 1); // «дело в другом отделении, запросили»: one word is not the cause
        }
        return from;
    }

    /** «в архиве», not «в связи с» */
    private static boolean isPlace(List<String> words, int at) {
        return words.get(at).equals("в") && at + 1 < words.size() && !JOINED.contains(words.get(at + 1));
    }

    private static int clauseAround(List<String> words, int at) {
        int from = at;
        while (from > 0 && !",;:—–.".contains(words.get(from - 1))) {
            from--;
        }
        return from;
    }

    private static int letters(List<String> words, int from, int to) {
        return words.subList(from, to).stream().mapToInt(String::length).sum();
    }

    private static boolean beginsRequest(List<String> words, int at) {
        String word = words.get(at);
        boolean begins = word.equals("срок") || word.equals("ответ") || word.equals("информация");
        return REQUEST.stream().anyMatch(word::startsWith)
                || (begins && words.get(at - 1).equals(","));
    }

    private static String brief(String text) {
        String bare = Clause.trimmed(text);
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "…" : bare;
    }
}
