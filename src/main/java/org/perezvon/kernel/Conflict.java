package org.perezvon.kernel;

/** What was asked does not fit what has happened meanwhile; says what and what to do, in Russian. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public Conflict(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
