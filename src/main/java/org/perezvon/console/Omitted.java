package org.perezvon.console;

import java.util.Locale;
import java.util.Set;

/** The words that say: there shall be none of it. */
final class Omitted {

    private static final Set<String> WORDS = Set.of("none", "нет", "-", "");

    private Omitted() {}

    static boolean is(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
