package org.perezvon.mail.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code raw_mail}, as far as mails are taken from there. */
@Component
public class RawMailStore {

    private static final String CLAIM = """
            select id, received_at, raw, attempts from perezvon.raw_mail
            where state = 'RECEIVED' and next_attempt_at <= :now
            order by next_attempt_at, id limit 1 for update skip locked
            """;

    private static final String SETTLE =
            "update perezvon.raw_mail set state = :state, evidence = :evidence where id = :id";

    private static final String POSTPONE = """
            update perezvon.raw_mail set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
            where id = :id and state = 'RECEIVED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RawMailStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks the next mail whose time has come until the transaction ends. */
    Optional<RawMail> claim() {
        return jdbc.sql(CLAIM)
                .param("now", now())
                .query((row, n) -> rawMail(row))
                .optional();
    }

    public Optional<RawMail> find(long id) {
        return jdbc.sql("select id, received_at, raw, attempts from perezvon.raw_mail where id = :id")
                .param("id", id)
                .query((row, n) -> rawMail(row))
                .optional();
    }

    /** Why a mail waits on a person's desk, or how it found its way. */
    public Optional<String> evidence(long id) {
        return jdbc.sql("select coalesce(evidence, '') from perezvon.raw_mail where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Takes the mail off a person's desk. */
    public void settleByPerson(long id, String state) {
        jdbc.sql("update perezvon.raw_mail set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    void settle(long id, String state, List<String> evidence) {
        jdbc.sql(SETTLE)
                .param("id", id)
                .param("state", state)
                .param("evidence", String.join("\n", evidence))
                .update();
    }

    void postpone(long id, Duration delay, String error) {
        jdbc.sql(POSTPONE)
                .param("id", id)
                .param("next", now().plus(delay))
                .param("error", error)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RawMail rawMail(ResultSet row) throws SQLException {
        return new RawMail(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("raw"),
                row.getInt("attempts"));
    }
}
