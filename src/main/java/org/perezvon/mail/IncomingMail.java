package org.perezvon.mail;

import java.time.Instant;
import java.util.List;
import org.perezvon.kernel.EmailAddress;

/**
 * The fact that a mail has come in and been understood as far as it could be. Published inside the transaction that settles
 * it: whoever listens commits his own fact together with it, or the mail is taken up again.
 */
public sealed interface IncomingMail {

    long mailId();

    Instant receivedAt();

    /**
     * A mail that belongs to a conversation of ours: its signed trace is valid and its sender is one we wrote to, or sits
     * in the same organisation.
     *
     * @param sender what our mail server says of the sender; good enough for those who wrote the letter
     */
    record Reply(long mailId, Instant receivedAt, String reference, MailReading reading, SenderVerdict sender)
            implements IncomingMail {}

    /**
     * A mail server says that a letter of this conversation was not delivered and never will be.
     *
     * @param recipients to whom it was not delivered; empty when the server does not say
     */
    record Bounce(long mailId, Instant receivedAt, String reference, List<EmailAddress> recipients, String reason)
            implements IncomingMail {

        public Bounce {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * A mail that belongs to no conversation of ours, and that a room has said it takes ({@link NewLetters}).
     *
     * @param sender what our mail server says of the sender
     */
    record NewLetter(long mailId, Instant receivedAt, MailReading reading, SenderVerdict sender)
            implements IncomingMail {}

    /**
     * A mail a person must look at.
     *
     * @param subject as the mail states it; a stranger's words
     * @param reason why, in Russian
     * @param guesses what it might be about, best first; a guess is proposed, never acted on
     */
    record Unclear(long mailId, Instant receivedAt, String subject, String reason, List<String> guesses)
            implements IncomingMail {}
}
