package org.perezvon.mail.outbound;

import java.time.Instant;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;

/**
 * A claimed letter on its way to the server.
 *
 * @param attempt counts from one
 * @param mayLeaveSince when it was written, or later where it had to wait for its recipient's working hours
 * @param placeReserved whether its place within the rate of its domain is reserved already
 * @param released whether an administrator lets it leave whatever the daily cap says
 * @param deferrals how often servers have put it off so far
 * @param doubts how often a server fell silent so far after it had the whole letter
 */
record DueLetter(
        long id,
        long conversation,
        String reference,
        String purpose,
        Letter.Origin origin,
        String toName,
        EmailAddress to,
        String subject,
        String body,
        String messageId,
        int attempt,
        Instant mayLeaveSince,
        boolean placeReserved,
        boolean released,
        int deferrals,
        int doubts) {}
