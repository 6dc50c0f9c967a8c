package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.mail.MailKind;

/**
 * What an agency wrote back.
 *
 * @param mailId the mail it was read from; the original is one click away
 * @param repeats the reply that said the same before, when it was sent twice
 */
public record Reply(
        long id,
        long mailId,
        Instant receivedAt,
        String from,
        String subject,
        MailKind kind,
        String text,
        String quoted,
        String signature,
        Optional<Long> repeats) {}
