package org.perezvon.mail;

import org.perezvon.kernel.EmailAddress;

/**
 * A letter to be sent.
 *
 * @param reference what the conversation is about, as the room that writes knows it; replies come back with it
 * @param purpose why it is written, e.g. {@code REQUEST}; a word of the room that writes
 * @param body plain text; the way out adds the line to reply above, the HTML form and the signed traces
 */
public record Letter(String reference, String purpose, String toName, EmailAddress to, String subject, String body) {

    public Letter {
        if (subject.isBlank() || body.isBlank()) {
            throw new IllegalArgumentException("У письма должны быть тема и текст");
        }
        // A line break in a header is how a stranger adds headers of his own.
        subject = subject.replaceAll("\\s+", " ").strip();
        toName = toName.replaceAll("\\s+", " ").strip();
    }
}
