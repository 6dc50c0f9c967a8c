package org.perezvon.mail.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mail_watch_turn}: which node does what all want done once. */
@Component
class TurnStore {

    // A turn too far away is one that was set by a clock that went wrong, or by settings that have changed.
    private static final String TAKE = """
            update perezvon.mail_watch_turn set next_at = :next
            where duty = :duty and (next_at <= :now or next_at > :next)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TurnStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is for us to do it now; then it is nobody's turn until this time is over */
    boolean take(Duty duty, Duration every) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(TAKE)
                        .param("duty", duty.name())
                        .param("now", now)
                        .param("next", now.plus(every))
                        .update()
                == 1;
    }

    /** What one node does for all. */
    enum Duty {
        ROUNDS,
        SELF_TEST,
        CLEANING
    }
}
