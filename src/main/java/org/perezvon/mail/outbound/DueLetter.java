package org.perezvon.mail.outbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;

/**
 * A claimed letter on its way to the server.
 *
 * @param attempt counts from one
 * @param answered the mail it answers
 * @param mayLeaveSince when it was written, or later where it had to wait for its recipient's working hours
 * @param placeReserved whether its place within the rate of its domain is reserved already
 * @param released whether an administrator lets it leave whatever the daily cap says
 * @param deferrals how often servers have put it off so far
 * @param doubts how often a server fell silent so far after it had the whole letter
 * @param doubtfulRoute which route it was when a server last fell silent; the next try takes another where there is one
 */
record DueLetter(
        long id,
        long conversation,
        String reference,
        String purpose,
        Letter.Origin origin,
        String toName,
        String toAddress,
        String subject,
        String body,
        String messageId,
        AnsweredMail answered,
        int attempt,
        Instant mayLeaveSince,
        boolean placeReserved,
        boolean released,
        int deferrals,
        int doubts,
        @Nullable String doubtfulRoute) {

    /** Read when it is needed: an address that has become unreadable must not keep other letters from being claimed. */
    EmailAddress to() {
        return EmailAddress.of(toAddress);
    }
}
