package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.Answered;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;
import org.perezvon.mail.SenderVerdict;

/**
 * What an agency wrote back.
 *
 * @param mailId the mail it was read from; the original is one click away
 * @param meaning what it means beside its kind, as it was understood or as a person has said
 * @param answered the answers that stand between the lines they answer; empty unless there are such
 * @param sender what our mail server said of the sender
 * @param repeats the reply that said the same before, when it was sent twice
 */
public record Reply(
        long id,
        long mailId,
        Instant receivedAt,
        String from,
        String subject,
        MailKind kind,
        Meaning meaning,
        String text,
        String quoted,
        String signature,
        String disclaimer,
        List<Answered> answered,
        SenderVerdict sender,
        Optional<Long> repeats) {}
