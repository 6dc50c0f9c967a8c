package org.perezvon.mail.watch;

import java.time.Instant;
import java.util.List;

/**
 * The mail room at one moment.
 *
 * @param at when it was looked at
 * @param capped addresses to which so many letters went that the next ones wait for a person
 */
record RoomState(
        Instant at,
        List<WatchedMailbox> mailboxes,
        List<WayOut> routes,
        Queues queues,
        SelfTestState selfTest,
        List<Capped> capped,
        FileChecks files,
        int openTroubles) {

    /** @param letters how many wait */
    record Capped(String address, int letters, Instant since) {}

    boolean hasWayOut(Instant now) {
        return routes.stream().anyMatch(route -> route.works(now));
    }

    /** No route works, and somebody waits for one. */
    boolean isShutIn(Instant now) {
        return queues.out().number() > 0 && !hasWayOut(now);
    }
}
