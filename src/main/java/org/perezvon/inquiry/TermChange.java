package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;

/**
 * A deadline that became another.
 *
 * @param edition of the calendars and hours it was computed anew with
 */
record TermChange(
        Cause cause,
        Instant changedAt,
        long edition,
        Instant dueBefore,
        Instant dueAfter,
        Instant maximumBefore,
        Instant maximumAfter,
        List<String> derivationBefore,
        List<String> derivationAfter) {

    /** Why a deadline becomes another. */
    enum Cause {
        /** A calendar or the agency's hours did. */
        CALENDAR,
        /** The agency asked for more time and gave its reasons (I-10.3). */
        EXTENSION,
        /** The agency could not begin before its question was answered. */
        CLARIFICATION,
        /** Whoever stands in could not begin before the request came to them, too. */
        DEPUTY
    }
}
