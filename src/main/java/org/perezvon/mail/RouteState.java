package org.perezvon.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * How one of our ways out stands, as one node sees it.
 *
 * @param route host and port
 * @param lastOkAt when a letter last left by it, to within half a minute
 * @param lastError what was wrong last; absent while it works
 * @param since since when it works, or does not
 */
public record RouteState(
        String route,
        String node,
        Optional<Instant> lastOkAt,
        Optional<String> lastError,
        Optional<Instant> lastErrorAt,
        Instant since) {

    public boolean works() {
        return lastError.isEmpty();
    }
}
