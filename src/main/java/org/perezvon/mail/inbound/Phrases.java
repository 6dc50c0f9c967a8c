package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules about one {@link Saying}. A rule consists of parts joined by {@code +}, each a choice of phrases divided by
 * {@code |}: every part must be in the sentence, none of those that begin with {@code -}. The head of
 * {@code mail/phrases.txt} explains it for people.
 */
final class Phrases {

    static final Phrases NONE = new Phrases(List.of());

    private final List<Rule> rules;

    /** How the words begin of which each rule needs one; most sentences hold few of them. */
    private final BitSet needed = new BitSet();

    /** Which rules need such a word, by its number. */
    private final Map<Integer, BitSet> needing = new HashMap<>();

    private Phrases(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            BitSet any = rules.get(i).needed();
            needed.or(any);
            int rule = i;
            any.stream().forEach(word -> needing.computeIfAbsent(word, number -> new BitSet())
                    .set(rule));
        }
    }

    static Phrases of(List<Rule> rules) {
        return new Phrases(rules);
    }

    Phrases and(Rule more) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(more);
        return new Phrases(all);
    }

    /** Whether a sentence, or a subject, says it. */
    boolean in(Sentence sentence) {
        BitSet worthALook = worthALook(sentence);
        for (int rule = worthALook.nextSetBit(0); rule >= 0; rule = worthALook.nextSetBit(rule + 1)) {
            if (rules.get(rule).fits(sentence)) {
                return true;
            }
        }
        return false;
    }

    /** The rules of which the sentence may hold a word they need. */
    private BitSet worthALook(Sentence sentence) {
        BitSet found = new BitSet();
        if (sentence.mayHold(needed)) {
            BitSet words = sentence.beginningLike(needed);
            for (int word = words.nextSetBit(0); word >= 0; word = words.nextSetBit(word + 1)) {
                found.or(needing.getOrDefault(word, found));
            }
        }
        return found;
    }

    boolean in(String sentence) {
        return in(Sentence.of(sentence));
    }

    /** Where the first phrase of it stands, the longest of those that begin there; null when none is said. */
    @Nullable
    Span find(Sentence sentence) {
        Span best = null;
        for (Rule rule : rules) {
            if (rule.fits(sentence)) {
                for (Phrase phrase : rule.parts().get(0).phrases()) {
                    Span span = phrase.find(sentence);
                    if (span != null && (best == null || span.isBefore(best))) {
                        best = span;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Words of a sentence.
     *
     * @param from the index of the first
     * @param to the index behind the last
     */
    record Span(int from, int to) {

        private boolean isBefore(Span other) {
            return from < other.from || (from == other.from && to > other.to);
        }
    }

    /** One line: every part must fit. */
    record Rule(List<Part> parts) {

        /** @throws IllegalArgumentException when there is nothing to look for; the message is for people, in Russian */
        static Rule parse(String line) {
            List<Part> parts =
                    Arrays.stream(line.split(" \\+ ", -1)).map(Part::parse).toList();
            if (parts.stream().allMatch(Part::denied)) {
                throw new IllegalArgumentException(
                        "В правиле «" + line + "» сказано только, чего не должно быть. Назовите и то, что должно");
            }
            return new Rule(parts);
        }

        /** How the words begin of which one must be there: those of its rarest part. */
        private BitSet needed() {
            return parts.stream()
                    .filter(part -> !part.denied())
                    .map(Part::beginnings)
                    .min(Comparator.comparingInt(BitSet::cardinality))
                    .orElseThrow();
        }

        boolean fits(Sentence sentence) {
            for (Part part : parts) {
                if (!part.fits(sentence)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Alternatives, of which one must be there, or, when denied, none.
     *
     * @param beginnings how their first words begin: most sentences hold none of them, and need no closer look
     */
    record Part(boolean denied, List<Phrase> phrases, BitSet beginnings) {

        static Part parse(String text) {
            String bare = text.strip();
            boolean denied = bare.startsWith("- ");
            List<Phrase> phrases = Arrays.stream((denied ? bare.substring(2) : bare).split("\\|", -1))
                    .map(Phrase::parse)
                    .toList();
            BitSet beginnings = new BitSet();
            phrases.forEach(phrase -> beginnings.set(phrase.start()));
            return new Part(denied, phrases, beginnings);
        }

        boolean fits(Sentence sentence) {
            if (!sentence.mayHold(beginnings)) {
                return denied;
            }
            for (Phrase phrase : phrases) {
                if (phrase.find(sentence) != null) {
                    return !denied;
                }
            }
            return denied;
        }
    }
}
