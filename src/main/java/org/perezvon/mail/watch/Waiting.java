package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many wait, and since when the first of them.
 *
 * @param oldest absent when none waits
 */
record Waiting(int number, Optional<Instant> oldest) {

    static final Waiting NOBODY = new Waiting(0, Optional.empty());

    /** How long the first has waited; zero when none waits. */
    Duration longest(Instant now) {
        return oldest.map(since -> Duration.between(since, now))
                .filter(waited -> !waited.isNegative())
                .orElse(Duration.ZERO);
    }
}
