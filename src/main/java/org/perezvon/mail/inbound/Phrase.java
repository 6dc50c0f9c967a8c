package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that follow each other; each is matched whole, the last one and those with a star by their beginning.
 *
 * @param start how the first word begins, for a look at all words of a sentence at once
 */
record Phrase(boolean first, boolean whole, List<String> words, List<Boolean> beginnings, int start) {

    static Phrase parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        boolean first = bare.startsWith("^");
        boolean whole = bare.startsWith("=");
        String said = first || whole ? bare.substring(1).strip() : bare;
        boolean exact = said.endsWith("!") && said.length() > 1;
        List<String> words = new ArrayList<>();
        List<Boolean> beginnings = new ArrayList<>();
        for (String word : Sentence.words(exact ? said.substring(0, said.length() - 1) : said)) {
            if (word.equals("*") && !words.isEmpty()) {
                beginnings.set(beginnings.size() - 1, true);
            } else {
                words.add(word);
                beginnings.add(false);
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Пустая фраза в правиле");
        }
        boolean letters = Character.isLetterOrDigit(words.get(words.size() - 1).charAt(0));
        if (!whole && !exact && letters) {
            beginnings.set(beginnings.size() - 1, true);
        }
        return new Phrase(first, whole, List.copyOf(words), List.copyOf(beginnings), Sentence.beginning(words.get(0)));
    }

    Phrases.@Nullable Span find(Sentence sentence) {
        if (!sentence.mayHold(start)) {
            return null;
        }
        List<String> said = sentence.words();
        if (whole) {
            return isAt(0, said) && endsThere(said) ? at(0) : null;
        }
        if (first) {
            int from = firstWord(said);
            return isAt(from, said) ? at(from) : null;
        }
        for (int from = 0; from + words.size() <= said.size(); from++) {
            if (isAt(from, said)) {
                return at(from);
            }
        }
        return null;
    }

    private Phrases.Span at(int from) {
        return new Phrases.Span(from, from + words.size());
    }

    private boolean isAt(int at, List<String> said) {
        if (at + words.size() > said.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            String word = said.get(at + i);
            boolean same = beginnings.get(i) ? word.startsWith(words.get(i)) : word.equals(words.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean endsThere(List<String> said) {
        for (int i = words.size(); i < said.size(); i++) {
            if (Character.isLetterOrDigit(said.get(i).charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** Quotation marks, bullets and brackets before the first word do not count. */
    private int firstWord(List<String> said) {
        int at = 0;
        if (Character.isLetterOrDigit(words.get(0).charAt(0))) {
            while (at < said.size() && !Character.isLetterOrDigit(said.get(at).charAt(0))) {
                at++;
            }
        }
        return at;
    }
}
