package org.perezvon.mail.charset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The charset that an HTML page names in its own head. */
final class MetaCharset {

    private static final int HEAD = 4096;
    private static final String KEY = "charset=";

    private MetaCharset() {}

    /** Null when it names none. */
    static @Nullable String in(byte[] html) {
        String head =
                new String(html, 0, Math.min(html.length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (int meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 1)) {
            int end = head.indexOf('>', meta);
            int key = head.indexOf(KEY, meta);
            if (key >= 0 && (end < 0 || key < end)) {
                return value(head, key + KEY.length());
            }
        }
        return null;
    }

    private static @Nullable String value(String head, int from) {
        int at = from;
        while (at < head.length() && (head.charAt(at) == '"' || head.charAt(at) == '\'' || head.charAt(at) == ' ')) {
            at++;
        }
        int start = at;
        while (at < head.length()
                && (Character.isLetterOrDigit(head.charAt(at)) || "-_:.".indexOf(head.charAt(at)) >= 0)) {
            at++;
        }
        return at == start ? null : head.substring(start, at);
    }
}
