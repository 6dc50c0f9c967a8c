package org.perezvon.mail.arrival;

import java.io.IOException;

/** A mail server said no to one command; it may well do the next. The message is what it said. */
final class CommandRefused extends IOException {

    private static final long serialVersionUID = 1L;

    CommandRefused(String said, Throwable cause) {
        super(said, cause);
    }
}
