package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;

/** Quoted-printable as it arrives: an equals sign that encodes nothing is an equals sign. */
final class QuotedPrintable {

    private static final int FEWEST_UNDECLARED = 4;

    private QuotedPrintable() {}

    static byte[] decode(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '=') {
                out.write(raw[i]);
                continue;
            }
            int code = code(raw, i + 1);
            if (code >= 0) {
                out.write(code);
                i += 2;
                continue;
            }
            int next = behindLineEnd(raw, i + 1);
            if (next < 0) {
                out.write('=');
            } else {
                i = next - 1;
            }
        }
        return out.toByteArray();
    }

    /** Behind the end of the line when only spaces stand before it; -1 when words do. */
    private static int behindLineEnd(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\r')) {
            at++;
        }
        if (at >= raw.length) {
            return raw.length;
        }
        return raw[at] == '\n' ? at + 1 : raw[at - 1] == '\r' ? at : -1;
    }

    private static int code(byte[] raw, int at) {
        if (at + 1 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[at], 16);
        int low = Character.digit(raw[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** False for letters in their own bytes among which no equals sign encodes a letter or a line end. */
    static boolean isWritten(byte[] raw) {
        boolean high = false;
        for (int i = 0; i < raw.length; i++) {
            high |= raw[i] < 0;
            if (raw[i] == '='
                    && (code(raw, i + 1) >= 0x80 || behindLineEnd(raw, i + 1) >= 0 || code(raw, i + 1) == '=')) {
                return true;
            }
        }
        return !high;
    }

    /** Whether every equals sign encodes something, and some of them letters outside ASCII. */
    static boolean isUndeclared(byte[] raw) {
        int letters = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] < 0) {
                return false;
            }
            if (raw[i] == '=') {
                int code = code(raw, i + 1);
                if (code < 0 && behindLineEnd(raw, i + 1) < 0) {
                    return false;
                }
                letters += code >= 0x80 ? 1 : 0;
            }
        }
        return letters >= FEWEST_UNDECLARED;
    }
}
