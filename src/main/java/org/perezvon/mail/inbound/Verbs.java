package org.perezvon.mail.inbound;

/**
 * Tells by its ending that a word is perhaps a verb: where one stands, somebody says something. A guess for lines that
 * otherwise look like a post or an office; names are not asked.
 */
final class Verbs {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_PARTICIPLE = 7;

    private static final WordList RUSSIAN = SignatureWords.list("verb endings");
    private static final WordList PARTICIPLES = SignatureWords.list("participle endings");
    private static final WordList KAZAKH = SignatureWords.list("kazakh verb endings");
    private static final WordList NOUNS = SignatureWords.list("nouns like verbs");

    private Verbs() {}

    /** @param word in plain form */
    static boolean mayBe(String word) {
        return isRussian(word) || (word.length() >= SHORTEST && hasEnding(KAZAKH, word) && !NOUNS.begins(word));
    }

    /** @param word in plain form */
    static boolean isRussian(String word) {
        boolean ends =
                hasEnding(RUSSIAN, word) || (word.length() >= SHORTEST_PARTICIPLE && hasEnding(PARTICIPLES, word));
        return ends
                && word.length() >= SHORTEST
                && Character.isLetter(word.charAt(0))
                && !word.endsWith("ость")
                && !NOUNS.begins(word);
    }

    private static boolean hasEnding(WordList endings, String word) {
        return endings.phrases().stream().anyMatch(word::endsWith);
    }
}
