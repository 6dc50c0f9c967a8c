package org.perezvon.mail.outbound;

import org.perezvon.kernel.EmailAddress;

/** A claimed letter on its way to the server; {@code attempt} counts from one. */
record DueLetter(
        long id,
        long conversation,
        String reference,
        String purpose,
        String toName,
        EmailAddress to,
        String subject,
        String body,
        String messageId,
        int attempt) {}
