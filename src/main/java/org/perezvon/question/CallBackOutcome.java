package org.perezvon.question;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a call-back ended (I-11). */
public enum CallBackOutcome {
    REACHED("ответ передан"),
    NO_ANSWER("не отвечает"),
    BUSY("занято"),
    WRONG_NUMBER("неверный номер"),
    REFUSED("отказался слушать"),
    CALL_LATER("просил перезвонить позже"),
    /** Nothing to tell: the answer is none and goes back to its agency. */
    RETURNED("не звонили, ответ возвращён органу");

    private final String inRussian;

    CallBackOutcome(String inRussian) {
        this.inRussian = inRussian;
    }

    String inRussian() {
        return inRussian;
    }

    /** Whether the citizen is not to be called any more, whatever comes. */
    boolean endsAllCalls() {
        return this == REFUSED || this == WRONG_NUMBER;
    }

    /** @throws IllegalArgumentException when there is no such outcome; the message is in Russian */
    public static CallBackOutcome parse(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестный итог звонка «" + text + "». Возможны: "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
