package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Base64 as it arrives: with foreign characters, without its end, with a footer that a list has put below it. */
final class Base64Text {

    private static final int FEWEST_UNDECLARED = 40;
    private static final int LONGEST_LINE = 80;
    private static final byte WHITE = -1;
    private static final byte PADDING = -2;
    private static final byte FOREIGN = -3;
    private static final byte[] DIGITS = digits();

    private Base64Text() {}

    private static byte[] digits() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, FOREIGN);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            digits[alphabet.charAt(i)] = (byte) i;
        }
        digits['-'] = 62;
        digits['_'] = 63;
        digits['='] = PADDING;
        for (char white : " \t\r\n\0".toCharArray()) {
            digits[white] = WHITE;
        }
        return digits;
    }

    static TransferDecoding decode(byte[] raw, boolean text) {
        if (!isWritten(raw, 0)) {
            return new TransferDecoding(raw, "часть письма объявлена закодированной (base64), но это не так");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 4 * 3 + 3);
        int held = 0;
        int bits = 0;
        int foreign = 0;
        for (int i = 0; i < raw.length; i++) {
            byte digit = DIGITS[raw[i] & 0xff];
            if (digit >= 0) {
                held = held << 6 | digit;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                }
            } else if (digit == FOREIGN) {
                foreign++;
            } else if (digit == PADDING) {
                bits = 0;
                int rest = behindPadding(raw, i);
                if (rest < raw.length && !isLineOfDigits(raw, rest)) {
                    if (text) {
                        out.write('\n');
                        out.write(raw, rest, raw.length - rest);
                    }
                    return new TransferDecoding(
                            out.toByteArray(), text ? "ниже закодированного текста стоит незакодированный" : null);
                }
                i = rest - 1;
            }
        }
        boolean torn = bits == 6;
        return new TransferDecoding(
                out.toByteArray(),
                torn || foreign > 0 ? "часть письма закодирована с ошибкой и прочитана не до конца" : null);
    }

    private static int behindPadding(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && DIGITS[raw[at] & 0xff] < 0 && DIGITS[raw[at] & 0xff] != FOREIGN) {
            at++;
        }
        return at;
    }

    /** Whether another encoded text is glued behind the end of the first. */
    private static boolean isLineOfDigits(byte[] raw, int from) {
        int length = 0;
        for (int at = from; at < raw.length && raw[at] != '\n' && raw[at] != '\r'; at++, length++) {
            if (DIGITS[raw[at] & 0xff] < 0 && raw[at] != '=') {
                return false;
            }
        }
        return length % 4 == 0;
    }

    /** Hardly anything but digits, and hardly a space within its lines. */
    private static boolean isWritten(byte[] raw, int from) {
        int digits = 0;
        int foreign = 0;
        int spaces = 0;
        for (int i = from; i < raw.length; i++) {
            byte digit = DIGITS[raw[i] & 0xff];
            digits += digit >= 0 ? 1 : 0;
            foreign += digit == FOREIGN ? 1 : 0;
            spaces += raw[i] == ' ' ? 1 : 0;
            if (digit == PADDING) {
                break; // what follows may be a footer
            }
        }
        return foreign * 10 <= digits && spaces * 20 <= digits;
    }

    static boolean isUndeclared(byte[] raw) {
        int digits = 0;
        int line = 0;
        boolean padded = false;
        boolean large = false;
        boolean small = false;
        for (byte b : raw) {
            byte digit = DIGITS[b & 0xff];
            if (digit == FOREIGN || b == ' ' || b == '\t' || (padded && digit >= 0) || line > LONGEST_LINE) {
                return false;
            }
            line = b == '\n' ? 0 : line + 1;
            digits += digit >= 0 || digit == PADDING ? 1 : 0;
            padded |= digit == PADDING;
            large |= b >= 'A' && b <= 'Z';
            small |= b >= 'a' && b <= 'z';
        }
        return digits >= FEWEST_UNDECLARED && digits % 4 == 0 && large && small;
    }
}
