package org.perezvon.mail.outbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a letter may leave now. */
sealed interface Departure {

    record Now() implements Departure {}

    /**
     * Not before this moment.
     *
     * @param because for people; absent when it just waits for its recipient's working hours, before which it is not due
     */
    record Held(Reason reason, Instant until, @Nullable String because) implements Departure {}

    /** Why a letter is held back. */
    enum Reason {
        /** Nobody is at work there. */
        CLOSED,
        /** Too many letters go to its domain; its place in the row is reserved. */
        RATE,
        /** Too many letters have gone to its address within a day. */
        DAILY_CAP
    }
}
