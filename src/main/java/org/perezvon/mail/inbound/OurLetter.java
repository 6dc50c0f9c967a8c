package org.perezvon.mail.inbound;

import java.util.Locale;
import java.util.Set;

/** The letter that is being answered, as a row of words: so that answers typed between its lines can be told from it. */
final class OurLetter {

    /** What becomes of «№» where the character set has none; the sign itself is no word. */
    private static final Set<String> NUMBER_SIGNS = Set.of("n", "no");

    private static final int LONGEST_LINE = 2000;

    private final String words;

    private OurLetter(String words) {
        this.words = words;
    }

    static OurLetter of(String text) {
        return new OurLetter(words(text));
    }

    /** Whether a line, or the piece of one that a program broke off, is ours word for word. */
    boolean says(String line) {
        return line.length() <= LONGEST_LINE && words.contains(words(line));
    }

    /** Lower-case words with one space before, between and behind them. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(" ");
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !NUMBER_SIGNS.contains(word)) {
                words.append(word).append(' ');
            }
        }
        return words.toString();
    }
}
