package org.perezvon.mail.inbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line such as quoted letters begin with: «Отправлено: вторник, 17 ноября 2026 г. 10:42».
 *
 * @param key what it tells; null when its word is not known, and only its shape is that of such a line
 * @param name the word itself, in plain form
 */
record HeadLine(@Nullable Key key, String name, String value) {

    enum Key {
        FROM,
        SENT,
        TO,
        SUBJECT,
        OTHER
    }

    private static final int LONGEST_NAME = 34;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_LINE = 3000;

    private static final Map<Key, WordList> NAMES = Map.of(
            Key.FROM, QuoteWords.list("from"),
            Key.SENT, QuoteWords.list("sent"),
            Key.TO, QuoteWords.list("to"),
            Key.SUBJECT, QuoteWords.list("subject"),
            Key.OTHER, QuoteWords.list("other"));

    /** Null when the line has not the shape of one. */
    static @Nullable HeadLine of(String line) {
        if (line.length() > LONGEST_LINE) {
            return null;
        }
        int from = 0;
        while (from < line.length() && (line.charAt(from) == '*' || Character.isWhitespace(line.charAt(from)))) {
            from++;
        }
        int colon = from;
        while (colon < line.length() && !isColon(line, colon)) {
            if (++colon - from > LONGEST_NAME) {
                return null;
            }
        }
        if (colon >= line.length() || colon == from) {
            return null;
        }
        String name =
                WordList.plain(line.substring(from, colon)).replace("*", "").strip();
        String value =
                line.substring(colon + (line.charAt(colon) == ' ' ? 3 : 1)).strip();
        return name.isEmpty() || !isName(name) ? null : new HeadLine(key(name), name, value);
    }

    /** A colon, also a wide one; or the bar between the cells of a row. */
    private static boolean isColon(String line, int i) {
        char c = line.charAt(i);
        return c == ':' || c == '：' || (c == ' ' && line.startsWith(" | ", i));
    }

    private static boolean isName(String name) {
        int words = 1;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ') {
                words++;
            } else if (!Character.isLetter(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && Character.getType(c) != Character.COMBINING_SPACING_MARK
                    && "-'’.()/".indexOf(c) < 0) {
                return false;
            }
        }
        return words <= MOST_WORDS;
    }

    /** What a word means at the beginning of such a line; null when it is not known. */
    static @Nullable Key key(String name) {
        for (Key key : Key.values()) {
            if (NAMES.getOrDefault(key, QuoteWords.list("other")).is(name)) {
                return key;
            }
        }
        return null;
    }
}
