package org.perezvon.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter in the outbox and what has become of it.
 *
 * @param notBefore when it may leave; later than its writing where it waits for its recipient's working hours
 * @param acceptedAt when the recipient's server took it
 * @param serverReply what the server said to that, e.g. {@code 250 2.0.0 Ok: queued as 4F1}
 */
public record SentLetter(
        String messageId,
        String purpose,
        String subject,
        String to,
        State state,
        int attempts,
        Instant notBefore,
        Optional<Instant> acceptedAt,
        Optional<String> serverReply,
        Optional<String> lastError) {

    /** Where a letter stands. */
    public enum State {
        WAITING,
        SENDING,
        ACCEPTED,
        REFUSED,
        /** Taken back before it left, because nobody needed it any more. */
        WITHDRAWN
    }
}
