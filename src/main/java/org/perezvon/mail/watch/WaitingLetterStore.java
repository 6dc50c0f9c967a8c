package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters of the table {@code letter} that have not left. */
@Component
class WaitingLetterStore {

    // What stands out comes first, then what failed, then what just waits for its hour.
    private static final String WAITING = """
            select *, not_before > :now as early from perezvon.letter where state in ('WAITING', 'SENDING')
            order by not_before > :now, not over_cap, next_attempt_at, id limit :limit
            """;

    /**
     * A letter that has not left.
     *
     * @param early whether its time has not come: its recipient is not at work
     * @param because why it is held back, in Russian
     */
    record WaitingLetter(
            long id,
            String to,
            String subject,
            Instant writtenAt,
            int attempts,
            Instant nextAttemptAt,
            boolean early,
            boolean sending,
            Optional<String> because,
            Optional<String> lastError) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLetterStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<WaitingLetter> first(int limit) {
        return jdbc.sql(WAITING)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> letter(row))
                .list();
    }

    private static WaitingLetter letter(ResultSet row) throws SQLException {
        return new WaitingLetter(
                row.getLong("id"),
                row.getString("to_address"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("early"),
                row.getString("state").equals("SENDING"),
                Optional.ofNullable(row.getString("waiting_because")),
                Optional.ofNullable(row.getString("last_error")));
    }
}
