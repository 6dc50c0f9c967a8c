package org.perezvon.mail.inbound;

import java.util.List;

/** Greetings and turns of phrase that answer nothing. */
final class Courtesy {

    private static final int LONGEST = 1000;

    private Courtesy() {}

    /** Whether nothing else is said. */
    static boolean isAllOf(String words) {
        List<Sentence> sentences = words.length() > LONGEST ? List.of() : Sentences.of(words);
        return !sentences.isEmpty() && sentences.stream().allMatch(Courtesy::is);
    }

    private static boolean is(Sentence sentence) {
        ReadingRules shipped = ReadingRules.shipped();
        return !sentence.saysAnything()
                || shipped.of(Saying.POLITENESS).in(sentence)
                || (shipped.of(Saying.GREETING).in(sentence) && sentence.letters() < SpokenWords.LONGEST_GREETING);
    }
}
