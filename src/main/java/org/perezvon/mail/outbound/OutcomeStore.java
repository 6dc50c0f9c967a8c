package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.perezvon.mail.LetterOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter}, as those see it who tell what became of letters. */
@Component
class OutcomeStore {

    private static final String CLAIM_UNREPORTED = """
            select l.id, c.reference, l.purpose, l.to_address, l.state, l.accepted_at, l.last_error
            from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where l.state in ('ACCEPTED', 'REFUSED') and l.reported_at is null and l.next_attempt_at <= :now
            order by l.next_attempt_at, l.id limit 1 for update of l skip locked
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An outcome on record that nobody has acted on. */
    record Unreported(long letterId, LetterOutcome outcome) {}

    /** Locks one outcome that the rooms above do not know yet, until the transaction ends. */
    Optional<Unreported> claimUnreported() {
        return jdbc.sql(CLAIM_UNREPORTED)
                .param("now", now())
                .query((row, n) -> unreported(row))
                .optional();
    }

    void reported(long letterId) {
        jdbc.sql("update perezvon.letter set reported_at = :now where id = :id")
                .param("id", letterId)
                .param("now", now())
                .update();
    }

    void postponeReport(long letterId, Duration delay) {
        jdbc.sql("update perezvon.letter set next_attempt_at = :next where id = :id and reported_at is null")
                .param("id", letterId)
                .param("next", now().plus(delay))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Unreported unreported(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        String purpose = row.getString("purpose");
        LetterOutcome outcome = row.getString("state").equals("ACCEPTED")
                ? new LetterOutcome.Accepted(
                        reference,
                        purpose,
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant())
                : new LetterOutcome.Refused(
                        reference, purpose, row.getString("to_address"), row.getString("last_error"));
        return new Unreported(row.getLong("id"), outcome);
    }
}
