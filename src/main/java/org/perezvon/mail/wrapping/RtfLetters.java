package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.perezvon.mail.charset.TextDecoding;

/** The letters of an RTF text: bytes in the codepage of the font they are set in. */
final class RtfLetters {

    private static final int LONGEST = 4_000_000;
    private static final int MOST_FONTS = 10_000;

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, Integer> codepages = new HashMap<>();
    private final Deque<Integer> outerFonts = new ArrayDeque<>();
    private int codepage = 1252;
    private int font = -1;

    void codepage(int number) {
        codepage = number;
    }

    void font(int number) {
        if (font != number) {
            flush();
            font = number;
        }
    }

    /** Says in which codepage the letters of the current font are. */
    void fontCharset(int charset) {
        if (codepages.size() < MOST_FONTS) {
            codepages.put(font, Codepage.ofFontCharset(charset));
        }
    }

    void openGroup() {
        outerFonts.push(font);
    }

    void closeGroup() {
        Integer outer = outerFonts.poll();
        font = outer == null ? -1 : outer;
    }

    void octet(char c) {
        pending.write(c);
    }

    void say(String words) {
        flush();
        text.append(words);
    }

    boolean areTooMany() {
        return text.length() + pending.size() > LONGEST;
    }

    void flush() {
        if (pending.size() == 0) {
            return;
        }
        byte[] bytes = pending.toByteArray();
        pending.reset();
        int own = codepages.getOrDefault(font, 0);
        if (TextDecoding.isAscii(bytes)) {
            for (byte b : bytes) {
                text.append((char) b);
            }
        } else {
            text.append(TextDecoding.exactly(bytes, Codepage.charset(own == 0 ? codepage : own)));
        }
    }

    String text() {
        flush();
        return text.toString();
    }
}
