package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Whether bytes are HTML, whatever they are said to be. */
final class Markup {

    private static final int BEGINNING = 200;

    private Markup() {}

    /** Whether there is any tag or entity; also in charsets of two bytes a letter. */
    static boolean isIn(byte[] content) {
        for (int i = 0; i + 1 < content.length; i++) {
            byte next = content[i + 1];
            if (content[i] == '<' && (isLetter(next) || next == '/' || next == '!' || next == 0)) {
                return true;
            }
            if (content[i] == '&' && (isLetter(next) || next == '#')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** Whether it begins as a whole page does. */
    static boolean isPage(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<html") || start.startsWith("<!doctype html");
    }
}
