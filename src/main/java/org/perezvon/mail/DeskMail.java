package org.perezvon.mail;

import java.time.Instant;

/**
 * A mail that has not found its way by itself, as a list of such mails shows it.
 *
 * @param from the sender's address as the mail states it; empty when it names none
 * @param size in bytes, as kept; of an oversized mail only the head is kept
 * @param reason why it lies there, in Russian
 * @param attempts how often it has been taken up
 */
public record DeskMail(
        long id, Instant receivedAt, String from, String subject, long size, String reason, int attempts, State state) {

    /** Who has to do something now. */
    public enum State {
        /** The program: it goes on trying. */
        RETRIED,
        /** A person: it lies on the triage desk. */
        WAITS_FOR_PERSON
    }
}
