package org.perezvon.mail;

import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * A letter to be sent.
 *
 * @param reference what the conversation is about, as the room that writes knows it; replies come back with it
 * @param purpose why it is written, e.g. {@code REQUEST}; a word of the room that writes
 * @param body plain text; the way out adds the line to reply above, the HTML form and the signed traces
 * @param origin who had it written
 * @param answers the mail it answers, below which it stands in the recipient's mail program
 */
public record Letter(
        String reference,
        String purpose,
        String toName,
        EmailAddress to,
        String subject,
        String body,
        Origin origin,
        Optional<Long> answers) {

    public Letter {
        if (subject.isBlank() || body.isBlank()) {
            throw new IllegalArgumentException("У письма должны быть тема и текст");
        }
        // A line break in a header is how a stranger adds headers of his own.
        subject = subject.replaceAll("\\s+", " ").strip();
        toName = toName.replaceAll("\\s+", " ").strip();
    }

    /** A letter that answers no mail. */
    public Letter(
            String reference,
            String purpose,
            String toName,
            EmailAddress to,
            String subject,
            String body,
            Origin origin) {
        this(reference, purpose, toName, to, subject, body, origin, Optional.empty());
    }

    /** A letter that a person asked for. */
    public Letter(String reference, String purpose, String toName, EmailAddress to, String subject, String body) {
        this(reference, purpose, toName, to, subject, body, Origin.PERSON);
    }

    /** Who had a letter written. What no person asked for says so, that no program may answer it (RFC 3834). */
    public enum Origin {
        /** A person asked for it. */
        PERSON,
        /** The clock did: a reminder, a notice of delay. */
        TIMER,
        /** A mail did. Nothing comes back of it, not even a bounce, or two programs would write to each other for ever. */
        ANSWER_TO_MAIL,
        /** We write to ourselves to see whether letters arrive. */
        SELF_TEST;

        /** Whether bounces and other reports about it come back to us. */
        public boolean hasReturnPath() {
            return this == PERSON || this == TIMER;
        }
    }
}
