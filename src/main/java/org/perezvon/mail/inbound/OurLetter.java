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
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        String lower = text.toLowerCase(Locale.ROOT);
        int length = lower.length();
        for (int from = 0; from < length; ) {
            int to = from;
            while (to < length && isInWord(lower.codePointAt(to))) {
                to += Character.charCount(lower.codePointAt(to));
            }
            if (to > from && !isNumberSign(lower, from, to)) {
                words.append(lower, from, to).append(' ');
            }
            from = to < length ? to + Character.charCount(lower.codePointAt(to)) : length;
        }
        return words.toString();
    }

    private static boolean isInWord(int letter) {
        return Character.isLetter(letter)
                || switch (Character.getType(letter)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean isNumberSign(String text, int from, int to) {
        return to - from <= 2 && NUMBER_SIGNS.contains(text.substring(from, to));
    }
}
