package org.perezvon.knowledge.language;

import java.util.Locale;

/** Letters that share a key on a Russian keyboard: "cghfdrf" was meant to be «справка». */
public final class KeyboardLayout {

    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private static final String LATIN_SHIFTED = "~{}:\"<>";
    private static final String RUSSIAN_SHIFTED = "ёхъжэбю";

    private KeyboardLayout() {}

    /** What the same keys write in Russian; other characters stay. */
    public static String russian(String typed) {
        return exchange(exchange(typed.toLowerCase(Locale.ROOT), LATIN, RUSSIAN), LATIN_SHIFTED, RUSSIAN_SHIFTED);
    }

    private static String exchange(String typed, String from, String to) {
        StringBuilder exchanged = new StringBuilder(typed.length());
        for (char c : typed.toCharArray()) {
            int key = from.indexOf(c);
            exchanged.append(key < 0 ? c : to.charAt(key));
        }
        return exchanged.toString();
    }
}
