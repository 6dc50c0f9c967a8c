package org.perezvon.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was read wrongly, with the reading a person says is right: a case for the rules.
 *
 * @param from the sender's address as the mail states it; empty when it names none
 * @param readAs what it had been taken for
 * @param kind what it is
 * @param text what was said anew, without quotation and signature; null when nobody has said it
 * @param reportedBy the account of whoever said so
 */
public record Misreading(
        long mailId,
        Instant receivedAt,
        String from,
        String subject,
        MailKind readAs,
        MailKind kind,
        @Nullable String text,
        @Nullable String note,
        String reportedBy,
        Instant reportedAt) {}
