package org.perezvon.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A letter in the outbox and what has become of it.
 *
 * @param notBefore when it may leave; later than its writing where it waits for its recipient's working hours
 * @param nextAttemptAt when it is tried next, as long as it has not left
 * @param waitingBecause why it is held back though its time has come, in Russian
 * @param acceptedAt when our server, or the recipient's where we hand letters over ourselves, took it
 * @param server how the server that took it calls itself, e.g. {@code mail.ekc.example}
 * @param serverReply what the server said to that, e.g. {@code 250 2.0.0 Ok: queued as 4F1}
 * @param reports what servers reported of it later, oldest first
 */
public record SentLetter(
        long id,
        String messageId,
        String purpose,
        Letter.Origin origin,
        String subject,
        String to,
        State state,
        int attempts,
        Instant notBefore,
        Instant nextAttemptAt,
        Optional<String> waitingBecause,
        Optional<Instant> acceptedAt,
        Optional<String> server,
        Optional<String> serverReply,
        Optional<String> lastError,
        List<DeliveryReport> reports) {

    public SentLetter {
        reports = List.copyOf(reports);
    }

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
