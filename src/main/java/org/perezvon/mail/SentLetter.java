package org.perezvon.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter in the outbox and what has become of it.
 *
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
        Optional<Instant> acceptedAt,
        Optional<String> serverReply,
        Optional<String> lastError) {

    /** Where a letter stands. */
    public enum State {
        WAITING,
        SENDING,
        ACCEPTED,
        REFUSED
    }
}
