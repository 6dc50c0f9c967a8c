package org.perezvon.mail.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** UTF-8 that is damaged, or below which a server has put a footer in a charset of its own. */
final class MixedLines {

    private static final int FEWEST_LETTERS = 4;
    private static final String DAMAGED = "в тексте есть битые символы UTF-8";

    private MixedLines() {}

    /** Null when the text as a whole does not look like UTF-8. */
    static @Nullable TextDecoding decode(byte[] bytes) {
        String cutOff = StrictDecoding.of(Arrays.copyOf(bytes, lastWhole(bytes)), StandardCharsets.UTF_8);
        if (cutOff != null && bytes.length > cutOff.length() + 1) {
            return new TextDecoding(cutOff, "utf-8", DAMAGED);
        }
        ByteArrayOutputStream foreign = new ByteArrayOutputStream();
        int whole = 0;
        for (int at = 0; at < bytes.length; at = lineEnd(bytes, at)) {
            byte[] line = Arrays.copyOfRange(bytes, at, lineEnd(bytes, at));
            String utf8 = StrictDecoding.of(line, StandardCharsets.UTF_8);
            if (utf8 == null) {
                foreign.writeBytes(line);
            } else {
                whole += line.length - utf8.length();
            }
        }
        byte[] rest = foreign.toByteArray();
        if (isMostlyUtf8(rest)) {
            return new TextDecoding(new String(bytes, StandardCharsets.UTF_8), "utf-8", DAMAGED);
        }
        return whole < FEWEST_LETTERS ? null : decode(bytes, charsetOf(rest));
    }

    /** Behind the last byte that does not begin a letter whose rest is missing. */
    private static int lastWhole(byte[] bytes) {
        int at = bytes.length;
        while (at > 0 && bytes.length - at < 3 && (bytes[at - 1] & 0xc0) == 0x80) {
            at--;
        }
        return at > 0 && (bytes[at - 1] & 0xc0) == 0xc0 ? at - 1 : bytes.length;
    }

    private static Charset charsetOf(byte[] rest) {
        Look cyrillic = Look.ofCyrillic(rest);
        Look latin = Look.ofLatin(rest);
        return (cyrillic.score(rest) >= latin.score(rest) ? cyrillic : latin).charset();
    }

    private static TextDecoding decode(byte[] bytes, Charset other) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; at = lineEnd(bytes, at)) {
            byte[] line = Arrays.copyOfRange(bytes, at, lineEnd(bytes, at));
            String utf8 = StrictDecoding.of(line, StandardCharsets.UTF_8);
            text.append(utf8 == null ? new String(line, other) : utf8);
        }
        return new TextDecoding(text.toString(), "utf-8", "часть текста в кодировке UTF-8, часть в " + other.name());
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        String loose = new String(bytes, StandardCharsets.UTF_8);
        int bad = 0;
        int high = 0;
        for (int i = 0; i < loose.length(); i++) {
            char c = loose.charAt(i);
            if (c == '\ufffd') {
                bad++;
            } else if (c >= 0x80) {
                high++;
            }
        }
        return high > 0 && bad * 2 <= high; // by chance hardly any two bytes are a letter
    }
}
