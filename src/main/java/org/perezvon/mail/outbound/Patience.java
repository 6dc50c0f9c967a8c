package org.perezvon.mail.outbound;

import java.time.Duration;

/** How long until a letter is tried again, and when it has been tried often enough. */
final class Patience {

    /** With the delays below about two days, the usual life of a queue. */
    private static final int MOST_DEFERRALS = 300;

    /** Each of them may have put a copy into somebody's mailbox. With the delays below about half a day. */
    private static final int MOST_DOUBTS = 12;

    private Patience() {}

    /** @param deferrals how often the server has put the letter off, this time included */
    static boolean endsAfterDeferrals(int deferrals) {
        return deferrals >= MOST_DEFERRALS;
    }

    /** @param doubts how often the server fell silent after it had the whole letter, this time included */
    static boolean endsAfterDoubts(int doubts) {
        return doubts >= MOST_DOUBTS;
    }

    /** 5 s, 10 s, 20 s … 10 min. */
    static Duration afterDeferrals(int deferrals) {
        return doubled(Duration.ofSeconds(5), deferrals, Duration.ofMinutes(10));
    }

    /** 30 s, 1 min, 2 min … 2 h: the letter may have arrived, and its copy is not wanted soon. */
    static Duration afterDoubts(int doubts) {
        return doubled(Duration.ofSeconds(30), doubts, Duration.ofHours(2));
    }

    /** 30 s, 1 min … 5 min until a route is asked again. */
    static Duration afterRouteFailures(int failures) {
        return doubled(Duration.ofSeconds(30), failures, Duration.ofMinutes(5));
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration delay = first.multipliedBy(1L << Math.min(Math.max(times, 1) - 1, 20));
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
