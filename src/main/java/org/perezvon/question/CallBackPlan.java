package org.perezvon.question;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a citizen is to be called back.
 *
 * @param lead code of the agency whose answer counts most, if one was named
 * @param zone where the citizen lives, as far as we know
 */
record CallBackPlan(Moment moment, Optional<String> lead, ZoneId zone) {

    /** When to call if several agencies are asked. */
    enum Moment {
        /** When all are in. */
        ALL,
        /** With the first answer, and again with each that adds something. */
        ANY,
        /** With the answer of the leading agency. */
        LEAD;

        /** @throws IllegalArgumentException when there is no such word; the message is in Russian */
        static Moment parse(String text) {
            return Arrays.stream(values())
                    .filter(moment -> moment.name().equals(text.strip()))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "Неизвестно, когда перезвонить: «" + text
                                            + "». Возможны: ALL — когда ответят все, ANY — с первым ответом, LEAD — с ответом главного органа"));
        }
    }
}
