package org.perezvon.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time of day for our rooms and for the engine alike. It goes on ticking wherever it is moved to. */
public final class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Both clocks show this moment now; it may lie in the past. */
    public void moveTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
        ClockUtil.offset(ahead.toMillis());
    }

    public void forward(Duration by) {
        moveTo(instant().plus(by));
    }

    /** Both clocks show the real time again. */
    public void release() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones live in worktime only");
    }
}
