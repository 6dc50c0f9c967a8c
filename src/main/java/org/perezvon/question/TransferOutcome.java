package org.perezvon.question;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the transfer of a call ended. Whatever but a connection continues as a question (I-12). */
enum TransferOutcome {
    CONNECTED("гражданин соединён с сотрудником"),
    NO_ANSWER("не ответили"),
    BUSY("занято"),
    DECLINED("не смогли помочь"),
    HUNG_UP("гражданин не дождался"),
    /** Nobody noted it down in time. */
    UNKNOWN("исход не записан");

    private final String inRussian;

    TransferOutcome(String inRussian) {
        this.inRussian = inRussian;
    }

    String inRussian() {
        return inRussian;
    }

    /** @throws IllegalArgumentException in Russian, listing what there is */
    static TransferOutcome parse(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome != UNKNOWN && outcome.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Исход «" + text + "» неизвестен, есть "
                        + Arrays.stream(values())
                                .filter(outcome -> outcome != UNKNOWN)
                                .map(outcome -> outcome.name() + " (" + outcome.inRussian() + ")")
                                .collect(Collectors.joining(", "))));
    }
}
