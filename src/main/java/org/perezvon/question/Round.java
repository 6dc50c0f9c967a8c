package org.perezvon.question;

import java.time.Instant;
import java.util.Optional;

/**
 * One call-back with all its attempts, from the moment there is something to tell to its end.
 *
 * @param endedAt absent while somebody is to call
 * @param result absent as long
 */
record Round(long id, long question, Instant openedAt, Optional<Instant> endedAt, Optional<Result> result) {

    /** How a call-back ends. */
    enum Result {
        TOLD,
        /** Nobody could be reached, or nobody wanted to hear. */
        OVER,
        /** The answer was none and goes back to its agency. */
        RETURNED,
        /** The citizen no longer needed an answer. */
        WITHDRAWN
    }
}
