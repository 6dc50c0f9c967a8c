package org.perezvon.mail;

/**
 * Whoever should take a mail is not ready for it yet: the letter it answers is still being recorded as sent. The mail stays
 * in the inbox and is tried again shortly.
 */
public class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYet(String reason) {
        super(reason);
    }
}
