package org.perezvon.mail.charset;

/** UTF-7 (RFC 2152): letters outside ASCII stand as base64 between a plus and a hyphen. */
final class Utf7 {

    private Utf7() {}

    static String decode(String ascii) {
        StringBuilder text = new StringBuilder(ascii.length());
        int at = 0;
        while (at < ascii.length()) {
            char c = ascii.charAt(at++);
            if (c != '+') {
                text.append(c);
            } else if (at < ascii.length() && ascii.charAt(at) == '-') {
                text.append('+');
                at++;
            } else {
                at = shifted(ascii, at, text);
            }
        }
        return text.toString();
    }

    /** Reads what stands behind a plus; the index where plain letters go on. */
    private static int shifted(String ascii, int from, StringBuilder text) {
        int bits = 0;
        int held = 0;
        int at = from;
        while (at < ascii.length()) {
            int digit = digit(ascii.charAt(at));
            if (digit < 0) {
                break;
            }
            held = (held << 6 | digit) & 0x3fffff;
            bits += 6;
            at++;
            if (bits >= 16) {
                bits -= 16;
                text.append((char) (held >> bits));
            }
        }
        if (at == from) {
            text.append('+');
        }
        return at > from && at < ascii.length() && ascii.charAt(at) == '-' ? at + 1 : at;
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
