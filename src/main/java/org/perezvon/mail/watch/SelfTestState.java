package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the letters from us to us have shown.
 *
 * @param every how often one is sent; zero: never
 * @param watchedSince before this moment nobody could have sent one: the application was not there
 * @param lastSent absent: none was sent yet
 * @param lastBack the last that came back; absent: none did yet
 * @param overdue the last sent of those that should be back; absent: none should be
 */
record SelfTestState(
        Duration every,
        Instant watchedSince,
        Optional<RoundTrip> lastSent,
        Optional<RoundTrip> lastBack,
        Optional<RoundTrip> overdue) {

    private static final Duration SLACK = Duration.ofMinutes(5);

    boolean isOff() {
        return every.isZero();
    }

    /** The letter that should be back and is not, nor is a later one. */
    Optional<RoundTrip> lost(Instant now) {
        return isOff()
                ? Optional.empty()
                : overdue.filter(trip -> trip.isLost(now)).filter(trip -> lastBack.filter(back -> back.id() > trip.id())
                        .isEmpty());
    }

    /** Whether no letter has come back for two intervals and a little. */
    boolean isStale(Instant now) {
        Instant expectedFrom =
                lastBack.flatMap(RoundTrip::back).filter(watchedSince::isBefore).orElse(watchedSince);
        return !isOff() && expectedFrom.plus(every.multipliedBy(2)).plus(SLACK).isBefore(now);
    }

    boolean isWell(Instant now) {
        return lost(now).isEmpty() && !isStale(now);
    }
}
