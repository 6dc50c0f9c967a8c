package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Optional;

/**
 * Which violations are asked for.
 *
 * @param from the first moment
 * @param until the moment behind the last
 * @param withdrawn whether those are told as well that the law has taken back
 */
record ViolationQuery(
        Optional<String> agency,
        Optional<Violation> kind,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean withdrawn) {}
