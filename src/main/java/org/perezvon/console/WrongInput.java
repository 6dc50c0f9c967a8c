package org.perezvon.console;

/** What was typed cannot be answered; says what is wrong, why and what to do, in Russian. */
final class WrongInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongInput(String message) {
        super(message);
    }

    /** @param option what to look at: {@code --zone} */
    static WrongInput at(String option, String message) {
        return new WrongInput(option + ": " + message);
    }
}
