package org.perezvon.mail.arrival;

import java.io.IOException;

/** A mail server does not let us read; the message says why in words for people. */
final class MailboxRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    MailboxRefusal(String words) {
        super(words);
    }

    MailboxRefusal(String words, Throwable cause) {
        super(words, cause);
    }
}
