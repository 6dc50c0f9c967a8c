package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks at the bytes themselves for how they are divided into parts, where the head does not say it or says it wrongly. */
final class Division {

    private static final int MOST_LINES = 300;
    private static final int LONGEST_BOUNDARY = 100;
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_FIELDS = 20;

    private Division() {}

    /** The first line that begins with two hyphens and is followed by a field of a part; null when there is none. */
    static @Nullable String boundaryIn(byte[] content) {
        int at = 0;
        for (int i = 0; i < MOST_LINES && at < content.length; i++) {
            int end = lineEnd(content, at);
            if (content[at] == '-' && end - at > 3 && end - at <= LONGEST_BOUNDARY && isPartField(content, end)) {
                String line = line(content, at, end).stripTrailing();
                if (line.startsWith("--") && line.length() > 3 && line.indexOf('"') < 0) {
                    return line.substring(2);
                }
            }
            at = end;
        }
        return null;
    }

    /** The same bytes below a head that declares how they are divided. */
    static byte[] redeclared(String type, String boundary, byte[] content) {
        byte[] head = ("Content-Type: " + type + "; boundary=\"" + boundary.replace("\\", "\\\\") + "\"\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    /**
     * A body that is really a part with a head of its own, or that begins with a boundary; null when it is just words.
     * A letter quoted somewhere in a text is no part.
     */
    static byte @Nullable [] withoutHead(byte[] content) {
        int at = 0;
        for (int i = 0; i < 5 && at < content.length; i++) {
            int end = lineEnd(content, at);
            String line = line(content, at, end).strip();
            if (isMimeField(content, at) && endsInBlankLine(content, at)) {
                return Arrays.copyOfRange(content, at, content.length);
            }
            if (line.startsWith("--") && line.length() > 6 && isPartField(content, end)) {
                return redeclared("multipart/mixed", line.substring(2), content);
            }
            if (!line.isEmpty() && !line.startsWith("This is a multi")) {
                return null;
            }
            at = end;
        }
        return null;
    }

    /** Whether bytes begin as a part of a letter does: with a field. */
    static boolean beginsWithField(byte[] content) {
        int at = 0;
        while (at < content.length && (content[at] == '\r' || content[at] == '\n')) {
            at++;
        }
        return isField(content, at);
    }

    /** Whether a line begins with a word in ASCII and a colon. */
    static boolean isField(byte[] content, int start) {
        int at = start;
        while (at < content.length && (Character.isLetterOrDigit(content[at]) || content[at] == '-')) {
            at++;
        }
        return at > start + 1 && at < content.length && content[at] == ':' && content[start] > 0;
    }

    private static boolean endsInBlankLine(byte[] content, int from) {
        int at = from;
        for (int i = 0; i < MOST_FIELDS && at < content.length; i++) {
            int end = lineEnd(content, at);
            String line = line(content, at, end);
            if (line.isBlank()) {
                return i > 0;
            }
            if (line.indexOf(':') <= 0 && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                return false;
            }
            at = end;
        }
        return false;
    }

    private static boolean isMimeField(byte[] content, int at) {
        return isPartField(content, at) || startsWith(content, at, "mime-version:");
    }

    private static boolean isPartField(byte[] content, int at) {
        return startsWith(content, at, "content-");
    }

    private static boolean startsWith(byte[] content, int at, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (at + i >= content.length || Character.toLowerCase(content[at + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String line(byte[] content, int from, int to) {
        return new String(content, from, Math.min(to - from, LONGEST_LINE), StandardCharsets.ISO_8859_1);
    }

    private static int lineEnd(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, content.length);
    }
}
