package org.perezvon.mail.outbound;

import java.util.regex.Pattern;

/**
 * What a server says, fit to be kept: in one line, without control characters, not endless. A server may say anything, and
 * PostgreSQL takes no NUL: what came of a letter must not depend on the words it was told in.
 */
final class ServerWords {

    private static final int LONGEST = 2_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private ServerWords() {}

    static String fit(String said) {
        String stripped = said.strip();
        String start = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) + "…" : stripped;
        String line = LINE_BREAK.matcher(start).replaceAll(" ⏎ ").replace('\t', ' ');
        return UNPRINTABLE.matcher(line).replaceAll("");
    }
}
