package org.perezvon.mail;

import java.time.Instant;

/**
 * What a mail server, or the recipient's mail program, reported of a letter after it had left.
 *
 * @param mailId the mail that says so
 * @param recipient as the report names him
 * @param server which server took the letter or did not, e.g. {@code mx.minsoc.example}; empty when unsaid
 * @param status e.g. {@code 2.0.0} (RFC 3463); empty when unsaid
 * @param diagnostic the server's own words; empty when there are none
 */
public record DeliveryReport(
        long mailId, Instant receivedAt, Kind kind, String recipient, String server, String status, String diagnostic) {

    /** What became of the letter, as far as the reporter knows. */
    public enum Kind {
        /** It lies in the recipient's mailbox. */
        DELIVERED,
        /** Another server took it that will not report any more. */
        PASSED_ON,
        /** It has not arrived yet; the server goes on trying. */
        DELAYED,
        /** It will not arrive. */
        FAILED,
        /** The recipient's program says that it arrived, or was opened. */
        CONFIRMED
    }
}
