package org.perezvon.mail.inbound;

/**
 * A line of a letter's body with what its form says of it.
 *
 * @param text without quotation signs and trailing spaces
 * @param depth how many letters back the line was first said; 0 for what looks new
 * @param signature true when the sender's program marked it as a signature
 */
record Line(String text, int depth, boolean signature) {

    /** With as many quotation signs as asked for. */
    String quoted(int signs) {
        if (signs == 0) {
            return text;
        }
        return text.isEmpty() ? ">".repeat(signs) : ">".repeat(signs) + " " + text;
    }

    boolean isBlank() {
        return text.isEmpty();
    }
}
