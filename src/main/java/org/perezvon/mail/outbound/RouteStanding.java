package org.perezvon.mail.outbound;

import java.time.Instant;

/**
 * Whether a route may be asked. One that cannot be reached rests for a while, longer each time. One that breaks off in the
 * middle of a letter rests when it does so with another letter too: a single one may be the letter's doing.
 */
final class RouteStanding {

    private static final long NONE = -1;

    private Instant restsUntil = Instant.EPOCH;
    private int failures;
    private long brokenLetter = NONE;

    synchronized boolean mayBeAsked(Instant now) {
        return !now.isBefore(restsUntil);
    }

    synchronized Instant restsUntil() {
        return restsUntil;
    }

    synchronized void worked() {
        restsUntil = Instant.EPOCH;
        failures = 0;
        brokenLetter = NONE;
    }

    synchronized void failed(Instant now) {
        failures++;
        restsUntil = now.plus(Patience.afterRouteFailures(failures));
    }

    synchronized void brokeWith(long letter, Instant now) {
        if (brokenLetter != NONE && brokenLetter != letter) {
            failed(now);
        }
        brokenLetter = letter;
    }
}
