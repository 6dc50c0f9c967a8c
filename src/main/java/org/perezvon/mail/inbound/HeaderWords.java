package org.perezvon.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;

/** Reads encoded words (RFC 2047), also those that a program cut in the middle of a letter. */
final class HeaderWords {

    private HeaderWords() {}

    /** One {@code =?charset?B?…?=} as found; {@code end} is the index behind it. */
    private record Word(String charset, boolean base64, String payload, int end) {}

    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        String once = decodedOnce(value);
        boolean again = !once.equals(value) && once.startsWith("=?") && once.endsWith("?=");
        return again ? decodedOnce(once) : once; // a program encoded what was encoded already
    }

    private static String decodedOnce(String value) {
        StringBuilder text = new StringBuilder(value.length());
        Run run = new Run();
        int at = 0;
        int plainFrom = 0;
        int lastEnd = Math.max(value.lastIndexOf("?="), openWord(value));
        while (at < value.length()) {
            int start = value.indexOf("=?", at);
            if (start < 0 || start >= lastEnd) {
                break;
            }
            Word word = wordAt(value, start);
            if (word == null) {
                at = start + 2;
                continue;
            }
            String between = value.substring(plainFrom, start);
            if (run.isEmpty() || !between.isBlank()) {
                run.flushTo(text);
                text.append(between);
            }
            run.add(word, text);
            at = word.end();
            plainFrom = at;
        }
        run.flushTo(text);
        return text.append(value, plainFrom, value.length()).toString();
    }

    /** Behind the last word of a value that was cut off on the way, so that its end is missing; -1 when it is not. */
    private static int openWord(String value) {
        int last = value.lastIndexOf("=?");
        return last >= 0 && value.indexOf("?=", last + 2) < 0 && value.indexOf(' ', last) < 0 ? value.length() : -1;
    }

    /** The index behind the encoded word that begins there; the same index when none does. */
    static int endOfWord(String value, int start) {
        Word word = wordAt(value, start);
        return word == null ? start : word.end();
    }

    private static @Nullable Word wordAt(String value, int start) {
        int charsetEnd = value.startsWith("=?", start) ? value.indexOf('?', start + 2) : -1;
        if (charsetEnd < 0 || charsetEnd == start + 2 || charsetEnd - start > 60 || charsetEnd + 3 >= value.length()) {
            return null;
        }
        char encoding = Character.toUpperCase(value.charAt(charsetEnd + 1));
        if ((encoding != 'B' && encoding != 'Q') || value.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int textStart = charsetEnd + 3;
        int end = value.indexOf("?=", textStart);
        // "=?utf-8?Q?=D0=9F?=": the first "?=" may be the opening "?" and the payload's own "=".
        if (end == textStart - 1) {
            end = value.indexOf("?=", textStart + 1);
        }
        boolean cutOff = end < 0 && value.lastIndexOf("=?") == start && value.indexOf(' ', start) < 0;
        if (end < 0 && !cutOff) {
            return null;
        }
        String charset = value.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        return new Word(
                language < 0 ? charset : charset.substring(0, language),
                encoding == 'B',
                value.substring(textStart, cutOff ? value.length() : end),
                cutOff ? value.length() : end + 2);
    }

    /** Neighbours in one charset are decoded together: a letter of two bytes may begin in one and end in the next. */
    private static final class Run {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";
        private String pendingBase64 = "";
        private boolean started;

        boolean isEmpty() {
            return !started;
        }

        void add(Word word, StringBuilder text) {
            if (started && !charset.equalsIgnoreCase(word.charset())) {
                flushTo(text);
            }
            started = true;
            charset = word.charset().toLowerCase(Locale.ROOT);
            if (word.base64()) {
                String joined = pendingBase64 + word.payload().strip();
                pendingBase64 = "";
                if (!joined.contains("=") && joined.length() % 4 != 0) {
                    pendingBase64 = joined;
                } else {
                    bytes.writeBytes(base64(joined));
                }
            } else {
                drain();
                quoted(word.payload());
            }
        }

        void flushTo(StringBuilder text) {
            if (started) {
                drain();
                text.append(TextDecoding.of(bytes.toByteArray(), charset).text());
                bytes.reset();
                started = false;
            }
        }

        private void drain() {
            if (!pendingBase64.isEmpty()) {
                bytes.writeBytes(base64(pendingBase64));
                pendingBase64 = "";
            }
        }

        private void quoted(String payload) {
            for (int i = 0; i < payload.length(); i++) {
                char c = payload.charAt(i);
                int code = c == '=' && i + 2 < payload.length() ? hex(payload, i + 1) : -1;
                if (code >= 0) {
                    bytes.write(code);
                    i += 2;
                } else if (c == '_') {
                    bytes.write(' ');
                } else {
                    bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** The byte that two hexadecimal digits spell, or -1. */
    static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Base64 that forgives foreign characters and missing padding. */
    static byte[] base64(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                break;
            }
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                clean.append(c);
            }
        }
        if (clean.length() % 4 == 1) {
            clean.setLength(clean.length() - 1);
        }
        return Base64.getDecoder().decode(clean.toString());
    }
}
