package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that a program on the way took for another charset and encoded once more: {@code РџСЂРёРІРµС‚} and {@code ÐŸÑ€Ð¸Ð²ÐµÑ‚}
 * both were "Привет". Line by line, because what is quoted may be whole.
 */
final class Mojibake {

    private static final int HIGHEST = 0x2200;
    private static final int FEWEST_PAIRS = 2;
    private static final int DEEPEST = 3;

    private static final short[] FROM_1251 = bytesOf("windows-1251");
    private static final short[] FROM_1252 = bytesOf("windows-1252");

    private Mojibake() {}

    private static short[] bytesOf(String charset) {
        short[] bytes = new short[HIGHEST];
        Arrays.fill(bytes, (short) -1);
        for (int b = 0; b < 256; b++) {
            String letter = new String(new byte[] {(byte) b}, Charset.forName(charset));
            if (b < 0x80 || (b < 0xa0 && letter.charAt(0) >= HIGHEST)) {
                bytes[b] = (short) b; // a gap of the charset stays what it was
            } else {
                bytes[letter.charAt(0)] = (short) b;
            }
        }
        for (int b = 0x80; b < 0xa0; b++) {
            bytes[b] = bytes[b] < 0 ? (short) b : bytes[b];
        }
        return bytes;
    }

    /** The text as it was written; the same text when it seems to be that already. */
    static String mended(String text) {
        String mended = text;
        for (int i = 0; i < DEEPEST; i++) {
            String once = mendedOnce(mended, FROM_1251);
            once = once.equals(mended) ? mendedOnce(mended, FROM_1252) : once;
            if (once.equals(mended)) {
                break;
            }
            mended = once;
        }
        return mended;
    }

    private static String mendedOnce(String text, short[] from) {
        if (pairs(text, from) < FEWEST_PAIRS) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        int at = 0;
        int pairs = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            String line = text.substring(at, end);
            String found = pairs(line, from) == 0 ? line : lineMended(line, from);
            pairs += found.equals(line) ? 0 : pairs(line, from);
            mended.append(found);
            at = end;
        }
        return pairs < FEWEST_PAIRS ? text : mended.toString();
    }

    /** How many letters are followed by one that could only continue it in UTF-8. */
    private static int pairs(String text, short[] from) {
        int pairs = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && isLead(byteOf(c, from)) && isContinuation(byteOf(text.charAt(i + 1), from))) {
                pairs++;
                i++;
            }
        }
        return pairs;
    }

    private static String lineMended(String line, short[] from) {
        byte[] bytes = new byte[line.length()];
        for (int i = 0; i < line.length(); i++) {
            int b = byteOf(line.charAt(i), from);
            if (b < 0) {
                return line;
            }
            boolean lostSpace = b == ' ' && i > 0 && (bytes[i - 1] == (byte) 0xd0 || bytes[i - 1] == (byte) 0xc2);
            bytes[i] = (byte) (lostSpace ? 0xa0 : b);
        }
        String found = StrictDecoding.of(bytes, StandardCharsets.UTF_8);
        return found == null || !isText(found) ? line : found;
    }

    private static int byteOf(char c, short[] from) {
        return c < HIGHEST ? from[c] : -1;
    }

    private static boolean isLead(int b) {
        return b >= 0xc2 && b <= 0xf4;
    }

    private static boolean isContinuation(int b) {
        return b >= 0x80 && b < 0xc0;
    }

    /** Letters of Europe, signs that prose knows, or what was spoilt twice; not the rare letters that chance yields. */
    private static boolean isText(String found) {
        for (int i = 0; i < found.length(); i++) {
            char c = found.charAt(i);
            boolean usual = c < 0x80
                    || (c >= 0xa0 && c < 0x180)
                    || (c >= 0x400 && c < 0x530)
                    || (c >= 0x2000 && c < 0x2200)
                    || (c >= 0x3000 && !Character.isISOControl(c));
            if (!usual && !(c >= 0x80 && c < 0xa0)) {
                return false;
            }
        }
        return true;
    }
}
