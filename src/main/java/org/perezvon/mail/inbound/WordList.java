package org.perezvon.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one section of a file of words, by which lines are recognised. Lines are asked in their {@link #plain} form. */
final class WordList {

    private static final String INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c";

    private final List<String> phrases;
    private final Set<String> whole;
    /** The same by their first letter, longest first. */
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    private WordList(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
        this.whole = Set.copyOf(new HashSet<>(phrases));
        for (String phrase : phrases) {
            byFirst.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                    .add(phrase);
        }
        byFirst.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /** @param file its resource, as {@code /mail/quotations.txt} */
    static Map<String, WordList> sections(String file) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : read(file).split("\r?\n")) {
            String bare = line.strip();
            if (bare.startsWith("[") && bare.endsWith("]") && bare.indexOf('|') < 0) {
                current = sections.computeIfAbsent(bare.substring(1, bare.length() - 1), name -> new ArrayList<>());
            } else if (!bare.startsWith("#")) {
                for (String phrase : bare.split("\\|")) {
                    if (!phrase.isBlank()) {
                        current.add(plain(phrase).strip());
                    }
                }
            }
        }
        Map<String, WordList> lists = new HashMap<>();
        sections.forEach((name, phrases) -> lists.put(name, new WordList(phrases)));
        return lists;
    }

    private static String read(String file) {
        try (InputStream words = WordList.class.getResourceAsStream(file)) {
            if (words == null) {
                throw new IllegalStateException("Нет файла " + file);
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower case, «ё» as «е», without the marks of writing direction. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == 'ё') {
                plain.append('е');
            } else if (c == '\u0307' && i > 0 && lower.charAt(i - 1) == 'i') {
                continue; // what is left of a Turkish capital
            } else if (c == '\u00a0') {
                plain.append(' ');
            } else if (c < '\u0600' || INVISIBLE.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    List<String> phrases() {
        return phrases;
    }

    boolean is(String words) {
        return whole.contains(words);
    }

    /** The longest phrase with which the words begin, up to the end of a word; null when there is none. */
    @Nullable
    String opening(String words) {
        if (words.isEmpty()) {
            return null;
        }
        for (String phrase : byFirst.getOrDefault(words.charAt(0), List.of())) {
            if (words.startsWith(phrase) && isEndOfWord(words, phrase.length())) {
                return phrase;
            }
        }
        return null;
    }

    /** Whether the words begin so, even within a word. */
    boolean begins(String words) {
        return !words.isEmpty()
                && byFirst.getOrDefault(words.charAt(0), List.of()).stream().anyMatch(words::startsWith);
    }

    /** Whether the words end with a phrase, from the beginning of a word. */
    boolean ends(String words) {
        for (String phrase : phrases) {
            if (words.endsWith(phrase) && isStartOfWord(words, words.length() - phrase.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a whole phrase stands in the words. */
    boolean isSaid(String words) {
        for (String phrase : phrases) {
            for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
                if (isStartOfWord(words, at) && isEndOfWord(words, at + phrase.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many different phrases stand in the words, each from the beginning of a word. */
    int count(String words, int enough) {
        int count = 0;
        for (String phrase : phrases) {
            int at = words.indexOf(phrase);
            while (at >= 0 && !isStartOfWord(words, at)) {
                at = words.indexOf(phrase, at + 1);
            }
            if (at >= 0 && ++count >= enough) {
                break;
            }
        }
        return count;
    }

    private static boolean isStartOfWord(String words, int at) {
        return at == 0
                || !Character.isLetterOrDigit(words.charAt(at - 1))
                || Character.isIdeographic(words.codePointAt(at))
                || isKana(words.charAt(at))
                || isKana(words.charAt(at - 1));
    }

    private static boolean isEndOfWord(String words, int at) {
        return at >= words.length()
                || !Character.isLetter(words.charAt(at))
                || Character.isIdeographic(words.codePointAt(at))
                || isKana(words.charAt(at - 1));
    }

    /** Scripts that write without spaces, or with endings grown to names. */
    private static boolean isKana(char c) {
        return (c >= '\u3040' && c <= '\u30ff') || (c >= '\uac00' && c <= '\ud7a3') || (c >= '\u4e00' && c <= '\u9fff');
    }
}
