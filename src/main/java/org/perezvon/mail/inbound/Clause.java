package org.perezvon.mail.inbound;

/** A part of a sentence, as written. */
final class Clause {

    private static final String BESIDE = " ,;:—–-.!\u00a0";

    private Clause() {}

    /** Without the punctuation that joined it to the rest. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (BESIDE.indexOf(text.charAt(from)) >= 0 || Character.isWhitespace(text.charAt(from)))) {
            from++;
        }
        while (to > from && (BESIDE.indexOf(text.charAt(to - 1)) >= 0 || Character.isWhitespace(text.charAt(to - 1)))) {
            to--;
        }
        return text.substring(from, to);
    }
}
