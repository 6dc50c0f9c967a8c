package org.perezvon.inquiry;

import java.time.Instant;

/** What other calendars or hours make of an open inquiry's term. */
record TermMove(Inquiry inquiry, Inquiry.Term before, Inquiry.Term after) {

    /** Whether anything that anybody waits for is another than before. */
    boolean isReal() {
        return !after.endsLike(before);
    }

    boolean wasOverdue() {
        return inquiry.state() == Inquiry.State.OVERDUE;
    }

    /** Whether the agency was held to be late and no longer is. */
    boolean takesOverdueBack(Instant now) {
        return wasOverdue() && after.due().isAfter(now);
    }
}
