package org.perezvon.mail.arrival;

import java.io.InterruptedIOException;

/** A server is never silent for long, but its answer does not end. */
final class TooSlow extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("the answer takes too long");
    }
}
