package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the files that come with mails are looked at.
 *
 * @param scanned whether there is a scanner at all
 * @param waiting files that have not been looked at to the end
 * @param reason why the first of them waits, when it was tried; absent: its turn has not come
 * @param infected files in which the scanner has found something and of which nobody has taken note
 */
record FileChecks(boolean scanned, Waiting waiting, Optional<String> reason, List<Infected> infected) {

    /** A scanner that is started anew is away for a moment, and loads its signatures for half a minute. */
    private static final Duration RESTART = Duration.ofMinutes(2);

    FileChecks {
        infected = List.copyOf(infected);
    }

    /** @param found as the scanner calls it */
    record Infected(String sha256, String name, String found, long mailId, Instant at) {}

    /** Whether files wait because they cannot be looked at. */
    boolean areStuck(Instant now) {
        return reason.isPresent() && waiting.longest(now).compareTo(RESTART) > 0;
    }
}
