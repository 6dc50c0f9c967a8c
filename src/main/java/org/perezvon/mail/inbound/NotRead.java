package org.perezvon.mail.inbound;

/** A mail could not be read within the time and memory allowed. */
class NotRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotRead(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** In Russian, without a full stop at its end. */
    String reason() {
        return reason;
    }
}
