package org.perezvon.mail.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text of two or four bytes a letter: seen by its byte order mark, or by the zeros between its letters. */
final class WideCharset {

    private static final int SAMPLE = 4096;
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private WideCharset() {}

    static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** The charset of a marked text, also UTF-8, or of one that must be wide; null when it has letters of one byte. */
    static @Nullable Charset of(byte[] bytes, @Nullable Charset declared) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        if (declared != null && declared.name().startsWith("UTF-32")) {
            return bytes.length >= 4 && bytes[0] == 0 ? UTF_32BE : UTF_32LE;
        }
        int even = 0;
        int odd = 0;
        int zeros = 0;
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        for (int i = 0; i < length; i++) {
            boolean page = bytes[i] == 0 || bytes[i] == 4;
            zeros += bytes[i] == 0 ? 1 : 0;
            even += page && i % 2 == 0 ? 1 : 0;
            odd += page && i % 2 == 1 ? 1 : 0;
        }
        boolean said = declared != null && isWide(declared);
        int pairs = length / 2;
        int enough = said ? pairs / 5 : pairs * 3 / 5;
        if (pairs == 0 || (!said && zeros == 0) || Math.max(even, odd) <= Math.max(1, enough) - (said ? 1 : 0)) {
            return said && zeros > 0 ? declared : null;
        }
        if (Math.min(even, odd) * 3 > Math.max(even, odd)) {
            return said ? declared : null;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
            return UTF_32LE;
        }
        if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return UTF_32BE;
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) sign[i]) {
                return false;
            }
        }
        return true;
    }

    static String text(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
