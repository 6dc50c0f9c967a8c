package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to tell the citizen (обратный звонок, I-11).
 *
 * @param nextAttemptAt when to try again, if it is tried again
 * @param said what was said, word for word (I-8)
 * @param heard ids of the replies the citizen heard; absent: all there were
 */
record CallBack(
        Instant at,
        String operator,
        CallBackOutcome outcome,
        Optional<String> note,
        Optional<Instant> nextAttemptAt,
        Optional<String> said,
        Optional<List<Long>> heard) {

    /** An attempt of which no more is known than how it ended. */
    static CallBack bare(Instant at, String operator, CallBackOutcome outcome, Optional<Instant> nextAttemptAt) {
        return new CallBack(at, operator, outcome, Optional.empty(), nextAttemptAt, Optional.empty(), Optional.empty());
    }
}
