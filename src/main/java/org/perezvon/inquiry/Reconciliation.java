package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of deadlines with the engine's timers.
 *
 * @param finishedAt absent while it runs, or when it was cut short
 * @param checked how many open inquiries were looked at
 * @param found how many differences there were, {@code repaired} of them put right at once
 * @param findings the first of them, as many as were asked for
 */
record Reconciliation(
        long id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int checked,
        int found,
        int repaired,
        List<Finding> findings) {

    /** What may be wrong between a deadline and its timer. */
    enum Problem {
        /** No process waits for the answer any more. */
        NO_PROCESS,
        /** The timer is not there, and it has not fired. */
        NO_TIMER,
        /** The timer stands at another moment than the deadline. */
        OTHER_MOMENT,
        /** It failed so often that the engine has given it up. */
        GIVEN_UP,
        /** Somebody has suspended it. */
        SUSPENDED,
        /** It should have fired long ago. */
        NOT_FIRED
    }

    /**
     * @param element id of the timer in the diagram; of the wait where there is no process
     * @param expected when it should fire
     * @param found when it would have fired
     */
    record Finding(
            InquiryId inquiry,
            String element,
            Problem problem,
            @Nullable Instant expected,
            @Nullable Instant found,
            boolean repaired) {}
}
