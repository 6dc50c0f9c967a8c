package org.perezvon.question;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a call-back ended (I-11). */
public enum CallBackOutcome {
    REACHED,
    NO_ANSWER,
    BUSY,
    WRONG_NUMBER,
    REFUSED,
    CALL_LATER;

    /** @throws IllegalArgumentException when there is no such outcome; the message is in Russian */
    public static CallBackOutcome parse(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестный итог звонка «" + text + "». Возможны: "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
