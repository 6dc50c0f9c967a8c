package org.perezvon.mail.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a letter from its first field on: without what mailboxes and editors put in front of it. */
final class LetterBytes {

    private static final int MOST_LINES_IN_FRONT = 50;

    private LetterBytes() {}

    /** Drops a byte order mark, blank lines and the mbox line "From sender date"; makes UTF-16 bytes of one each. */
    static byte[] of(byte[] raw, int largest) {
        int length = Math.min(raw.length, largest);
        boolean wide = length >= 2 && ((raw[0] == -1 && raw[1] == -2) || (raw[0] == -2 && raw[1] == -1));
        if (wide) {
            Charset charset = raw[0] == -1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return of(new String(raw, 2, length - 2, charset).getBytes(StandardCharsets.UTF_8), largest);
        }
        int start = length >= 3 && raw[0] == (byte) 0xef && raw[1] == (byte) 0xbb && raw[2] == (byte) 0xbf ? 3 : 0;
        int at = start;
        for (int i = 0; i < MOST_LINES_IN_FRONT && at < length; i++) {
            int end = lineEnd(raw, at, length);
            boolean mbox = isMboxLine(raw, at, end);
            if (!mbox && !isBlank(raw, at, end)) {
                break;
            }
            at = end;
            start = mbox || Division.isField(raw, at) ? at : start;
        }
        return start == 0 && length == raw.length ? raw : Arrays.copyOfRange(raw, start, length);
    }

    private static boolean isBlank(byte[] raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] != '\r' && raw[i] != '\n' && raw[i] != ' ' && raw[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isMboxLine(byte[] raw, int from, int to) {
        int at = from + (raw[from] == '>' ? 1 : 0);
        String sign = "From ";
        for (int i = 0; i < sign.length(); i++) {
            if (at + i >= to || raw[at + i] != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(byte[] raw, int from, int length) {
        int at = from;
        while (at < length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, length);
    }
}
