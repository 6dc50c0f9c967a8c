package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and the files that an old program has written into it (uuencode, yEnc).
 *
 * @param text what is left of it
 */
public record FilesInText(byte[] text, List<WrappedFile> files) {

    private static final int MOST_FILES = 100;
    private static final int LONGEST_HEAD = 300;

    public FilesInText {
        files = List.copyOf(files);
    }

    /** Takes the files out of a text; in one pass. */
    public static FilesInText in(byte[] text) {
        if (!contains(text, "begin") && !contains(text, "=ybegin ")) {
            return new FilesInText(text, List.of());
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream(text.length);
        List<WrappedFile> files = new ArrayList<>();
        int at = 0;
        while (at < text.length) {
            int end = lineEnd(text, at);
            Found found = files.size() < MOST_FILES ? fileAt(text, at, end) : null;
            if (found == null) {
                rest.write(text, at, end - at);
                at = end;
            } else if (found.file() == null) {
                rest.write(text, at, found.end() - at);
                at = found.end();
            } else {
                files.add(found.file());
                at = found.end();
            }
        }
        return new FilesInText(files.isEmpty() ? text : rest.toByteArray(), files);
    }

    /** @param file null when what stands up to the end only looked like the beginning of one */
    private record Found(@Nullable WrappedFile file, int end) {}

    private static @Nullable Found fileAt(byte[] text, int at, int end) {
        if (text[at] != 'b' && text[at] != '=') {
            return null;
        }
        String head = new String(text, at, Math.min(end - at, LONGEST_HEAD), StandardCharsets.ISO_8859_1).strip();
        if (head.startsWith("begin ") && head.length() > 10 && isMode(head)) {
            return uuencoded(text, end, nameOf(text, at, head, head.indexOf(' ', 6) + 1));
        }
        if (head.startsWith("=ybegin ") && head.contains("line=") && head.contains(" name=")) {
            return yEncoded(text, end, nameOf(text, at, head, head.indexOf(" name=") + 6));
        }
        return null;
    }

    private static boolean isMode(String head) {
        int space = head.indexOf(' ', 6);
        return space >= 9 && space <= 10 && head.substring(6, space).chars().allMatch(c -> c >= '0' && c <= '7');
    }

    private static String nameOf(byte[] text, int at, String head, int from) {
        return new String(text, at + from, head.length() - from, StandardCharsets.UTF_8);
    }

    private static Found uuencoded(byte[] text, int from, String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = from;
        while (at < text.length) {
            int end = lineEnd(text, at);
            int last = end;
            while (last > at && (text[last - 1] == '\n' || text[last - 1] == '\r')) {
                last--;
            }
            if (last - at == 3 && text[at] == 'e' && text[at + 1] == 'n' && text[at + 2] == 'd') {
                return new Found(new WrappedFile(name, "", content.toByteArray()), end);
            }
            if (!uuLine(text, at, last, content)) {
                break;
            }
            at = end;
        }
        boolean begun = content.size() > 0 && at > from;
        return new Found(begun && at >= text.length ? new WrappedFile(name, "", content.toByteArray()) : null, at);
    }

    /** Decodes one line; false when it is none. Spaces at its end may have been lost on the way. */
    private static boolean uuLine(byte[] text, int from, int to, ByteArrayOutputStream content) {
        if (from == to) {
            return true;
        }
        int length = text[from] - ' ' & 63;
        boolean fits = text[from] >= ' ' && text[from] <= '`' && to - from - 1 <= (length + 2) / 3 * 4 + 2;
        for (int i = from + 1; fits && i < to; i++) {
            fits = text[i] >= ' ' && text[i] <= '`';
        }
        for (int i = 0, at = from + 1; fits && i < length; i += 3, at += 4) {
            int bits = digit(text, at, to) << 18
                    | digit(text, at + 1, to) << 12
                    | digit(text, at + 2, to) << 6
                    | digit(text, at + 3, to);
            content.write(bits >> 16);
            if (i + 1 < length) {
                content.write(bits >> 8);
            }
            if (i + 2 < length) {
                content.write(bits);
            }
        }
        return fits;
    }

    private static int digit(byte[] text, int at, int to) {
        return at < to ? text[at] - ' ' & 63 : 0;
    }

    private static Found yEncoded(byte[] text, int from, String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean escaped = false;
        int at = from;
        while (at < text.length) {
            int end = lineEnd(text, at);
            if (text[at] == '=' && at + 1 < text.length && text[at + 1] == 'y') {
                if (startsWith(text, at, "=yend")) {
                    return new Found(new WrappedFile(name, "", content.toByteArray()), end);
                }
                at = end;
                continue;
            }
            for (; at < end; at++) {
                if (text[at] == '\n' || text[at] == '\r') {
                    continue;
                }
                if (text[at] == '=' && !escaped) {
                    escaped = true;
                } else {
                    content.write(text[at] - 42 - (escaped ? 64 : 0));
                    escaped = false;
                }
            }
        }
        return new Found(null, text.length);
    }

    private static int lineEnd(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, text.length);
    }

    private static boolean startsWith(byte[] text, int at, String sign) {
        for (int i = 0; i < sign.length(); i++) {
            if (at + i >= text.length || text[at + i] != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] text, String sign) {
        for (int at = 0; at < text.length; at = lineEnd(text, at)) {
            if (startsWith(text, at, sign)) {
                return true;
            }
        }
        return false;
    }
}
