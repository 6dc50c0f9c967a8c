package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;

/**
 * A deadline that moved because a calendar or the agency's hours did.
 *
 * @param edition of the calendars and hours it was computed anew with
 */
record TermChange(
        Instant changedAt,
        long edition,
        Instant dueBefore,
        Instant dueAfter,
        Instant maximumBefore,
        Instant maximumAfter,
        List<String> derivationBefore,
        List<String> derivationAfter) {}
