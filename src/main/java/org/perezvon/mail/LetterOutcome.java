package org.perezvon.mail;

import java.time.Instant;

/** The fact that a letter has been accepted, or never will be. Published inside the transaction that records it. */
public sealed interface LetterOutcome {

    String reference();

    String purpose();

    /** The recipient's server took the letter at this moment. */
    record Accepted(String reference, String purpose, Instant at) implements LetterOutcome {}

    /** The letter cannot be delivered: a permanent refusal, or the last attempt has failed. */
    record Refused(String reference, String purpose, String to, String reason) implements LetterOutcome {}
}
