package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One sentence as it was said, and its words as {@link Phrases} are looked for among them. */
final class Sentence {

    private static final int LONGEST_BEGINNING = 4;
    private static final int LONGEST = 10_000;
    private static final int BUCKETS = 2048;

    /** Between these lie the letters of China and Japan, where no blanks divide words: each counts as one. */
    private static final char FIRST_IDEOGRAPH = '\u3040';

    private static final char LAST_IDEOGRAPH = '\u9fff';

    private static final Set<String> BUT =
            Set.of("но", "однако", "зато", "but", "aber", "mais", "pero", "ma", "ale", "але");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final BitSet beginnings = new BitSet(BUCKETS);

    private Sentence(String text) {
        this.text = text;
        divide(text, words, ends);
        for (String word : words) {
            for (int length = 1; length <= LONGEST_BEGINNING; length++) {
                beginnings.set(bucket(word, length));
            }
        }
    }

    /** Of what has no end, the beginning. */
    static Sentence of(String text) {
        String bare = text.strip();
        return new Sentence(bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare);
    }

    /** As written. */
    String text() {
        return text;
    }

    /** Lower case, «ё» as «е»; each sign of punctuation is a word of its own. */
    List<String> words() {
        return words;
    }

    /** What is written behind the first so many words. */
    String behind(int count) {
        return count == 0 ? text : text.substring(ends.get(count - 1));
    }

    /** What is written before the word of that index. */
    String before(int index) {
        return index == 0 ? "" : text.substring(0, ends.get(index - 1));
    }

    /** What stands between colons, semicolons, strokes and «, но». */
    List<Sentence> clauses() {
        List<Sentence> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean parts = ":;—–".contains(words.get(i))
                    || (i + 1 < words.size() && words.get(i).equals(",") && BUT.contains(words.get(i + 1)));
            if (parts) {
                clauses.add(of(text.substring(from, ends.get(i))));
                from = ends.get(i);
            }
        }
        clauses.add(of(text.substring(from)));
        return clauses;
    }

    /** Whether the word of that index is written as names are, and does not begin the sentence. */
    boolean isName(int index) {
        int end = ends.get(index);
        String word = words.get(index);
        int from = end - word.length();
        return index > 0 && from >= 0 && Character.isUpperCase(text.charAt(from)) && !endsClause(words.get(index - 1));
    }

    private static boolean endsClause(String word) {
        return ".!?:".contains(word);
    }

    /** False when no word begins like one of these; when true, look closer. */
    boolean mayHold(BitSet words) {
        return beginnings.intersects(words);
    }

    /** Those of these numbers with which a word here begins. */
    BitSet beginningLike(BitSet words) {
        BitSet both = (BitSet) beginnings.clone();
        both.and(words);
        return both;
    }

    /** The same for one word. */
    boolean mayHold(int word) {
        return beginnings.get(word);
    }

    /** A number for how a word begins, from 0 to 2047; others may have the same. */
    static int beginning(String word) {
        return bucket(word, Math.min(LONGEST_BEGINNING, word.length()));
    }

    int letters() {
        return letters(text);
    }

    boolean isQuestion() {
        return !words.isEmpty() && words.get(words.size() - 1).equals("?");
    }

    boolean saysAnything() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters++;
            }
        }
        return letters;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        divide(text, words, new ArrayList<>());
        return words;
    }

    private static void divide(String text, List<String> words, List<Integer> ends) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && isPartOfWord(text, to)) {
                to++;
            }
            if (to > from) {
                words.add(plain(text.substring(from, to)));
                ends.add(to);
                from = to;
            } else {
                if (!isBlank(text.charAt(from))) {
                    words.add(plain(text.substring(from, from + 1)));
                    ends.add(from + 1);
                }
                from++;
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** A hyphen or an apostrophe between two letters belongs to the word: «из-за», «auto-reply», «d'accord», not «вх-5». */
    static boolean isPartOfWord(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
            return false;
        }
        if (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        boolean joins = c == '-' || c == '\'' || c == '’' || c == '‑';
        return joins
                && at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1))
                && (Character.isDigit(text.charAt(at - 1)) || !Character.isDigit(text.charAt(at + 1)));
    }

    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.replace('ё', 'е').replace('’', '\'').replace('‑', '-');
    }

    private static int bucket(String word, int length) {
        int hash = 0;
        for (int i = 0; i < length && i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return (hash ^ (hash >>> 11)) & (BUCKETS - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
