package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.LetterAttempt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter_attempt}. */
@Component
public class LetterAttemptStore {

    private static final String BEGIN =
            "insert into perezvon.letter_attempt (letter_id, attempt, node, started_at) values (:letter, :attempt, :node, :now)";

    private static final String END = """
            update perezvon.letter_attempt set ended_at = :now, outcome = :outcome, route = :route, dialogue = :dialogue
            where letter_id = :letter and attempt = :attempt
            """;

    private static final String OF_LETTER = """
            select * from perezvon.letter_attempt where letter_id = :letter order by attempt desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterAttemptStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Written before it is made. */
    void begin(DueLetter letter, String node) {
        of(BEGIN, letter).param("node", node).param("now", now()).update();
    }

    void end(DueLetter letter, Carried made, String outcome) {
        of(END, letter)
                .param("now", now())
                .param("outcome", outcome)
                .param("route", made.route())
                .param("dialogue", made.dialogue())
                .update();
    }

    /** Nobody was dialled: it has not been one. */
    void forget(DueLetter letter) {
        of("delete from perezvon.letter_attempt where letter_id = :letter and attempt = :attempt", letter)
                .update();
    }

    /** The latest first. */
    public List<LetterAttempt> of(long letter, int limit) {
        return jdbc.sql(OF_LETTER)
                .param("letter", letter)
                .param("limit", limit)
                .query((row, n) -> attempt(row))
                .list();
    }

    private JdbcClient.StatementSpec of(String statement, DueLetter letter) {
        return jdbc.sql(statement).param("letter", letter.id()).param("attempt", letter.attempt());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LetterAttempt attempt(ResultSet row) throws SQLException {
        return new LetterAttempt(
                row.getInt("attempt"),
                row.getString("node"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("route")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("dialogue")));
    }
}
