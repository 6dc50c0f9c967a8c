package org.perezvon.mail.arrival;

import java.io.IOException;

/**
 * The line broke while certain mails were asked for. After a limited number of such breaks the mail is kept by reference, so
 * each of them is a step forward: the next one may be taken soon.
 */
final class BrokenOverMail extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenOverMail(IOException cause) {
        super(cause);
    }
}
