package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Letter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter}, as those see it who send letters. */
@Component
class LetterQueueStore {

    // A letter still SENDING after its lease belongs to a node that died between the attempt and its outcome.
    private static final String CLAIM = """
            update perezvon.letter set state = 'SENDING', attempts = attempts + 1, claimed_by = :node, next_attempt_at = :lease,
                   waiting_because = null, over_cap = false
            where id = (select id from perezvon.letter
                        where state in ('WAITING', 'SENDING') and next_attempt_at <= :now
                        order by next_attempt_at, id limit 1 for update skip locked)
            returning *, (select reference from perezvon.conversation c where c.id = conversation_id) as reference
            """;

    private static final String RENEW = """
            update perezvon.letter set next_attempt_at = :lease where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String ACCEPTED = """
            update perezvon.letter set state = 'ACCEPTED', accepted_at = :at, server_reply = :reply, route = :route,
                   server = :server, last_error = null, next_attempt_at = :at,
                   copy_due_at = case when :copy then :at::timestamptz end
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    // Nobody needed it any more while the server was being dialled: then this was the last attempt.
    private static final String POSTPONED = """
            update perezvon.letter set state = case when withdrawn_at is null then 'WAITING' else 'WITHDRAWN' end,
                   claimed_by = null, next_attempt_at = :next, last_error = :error, place_reserved = false,
                   waiting_because = :because::text, deferrals = :deferrals, doubts = :doubts, route = coalesce(:route::text, route)
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String HOLD_BACK = """
            update perezvon.letter set state = case when withdrawn_at is null then 'WAITING' else 'WITHDRAWN' end,
                   claimed_by = null, attempts = attempts - 1, not_before = case when :closed then :next else not_before end,
                   next_attempt_at = :next, waiting_because = :because, place_reserved = :reserved,
                   over_cap = :overCap
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String REFUSED = """
            update perezvon.letter set state = 'REFUSED', last_error = :error, next_attempt_at = :now
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String RELEASE =
            "update perezvon.letter set next_attempt_at = :now where state = 'SENDING' and claimed_by = :node";

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterQueueStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the letter whose time came first. */
    Optional<DueLetter> claim(String node, Duration lease) {
        OffsetDateTime now = now();
        return jdbc.sql(CLAIM)
                .param("node", node)
                .param("now", now)
                .param("lease", now.plus(lease))
                .query((row, n) -> due(row))
                .optional();
    }

    /** @return whether the letter is still ours */
    boolean renew(DueLetter letter, Duration lease) {
        return mine(RENEW, letter).param("lease", now().plus(lease)).update() == 1;
    }

    /** @param copy whether a copy is wanted in the Sent folder */
    void accepted(DueLetter letter, Carried.Accepted outcome, boolean copy) {
        mine(ACCEPTED, letter)
                .param("at", outcome.at().atOffset(ZoneOffset.UTC))
                .param("reply", outcome.reply())
                .param("route", outcome.route())
                .param("server", outcome.server())
                .param("copy", copy)
                .update();
    }

    /** The server has put it off. */
    void putOff(DueLetter letter, Instant next, String error) {
        postponed(letter, next, error)
                .param("deferrals", letter.deferrals() + 1)
                .param("doubts", letter.doubts())
                .param("because", null)
                .param("route", null)
                .update();
    }

    /** The server may have taken it. */
    void inDoubt(DueLetter letter, Instant next, String error, @Nullable String route) {
        postponed(letter, next, error)
                .param("deferrals", letter.deferrals())
                .param("doubts", letter.doubts() + 1)
                .param("because", null)
                .param("route", route)
                .update();
    }

    /** There was no server. */
    void noWay(DueLetter letter, Instant next, String error) {
        postponed(letter, next, error)
                .param("deferrals", letter.deferrals())
                .param("doubts", letter.doubts())
                .param("because", "Нет связи с почтовым сервером")
                .param("route", null)
                .update();
    }

    private JdbcClient.StatementSpec postponed(DueLetter letter, Instant next, String error) {
        return mine(POSTPONED, letter)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("error", error);
    }

    /** Nobody was dialled: it waits, and its attempt has not been one. */
    void holdBack(DueLetter letter, Departure.Held held) {
        mine(HOLD_BACK, letter)
                .param("next", held.until().atOffset(ZoneOffset.UTC))
                .param("because", held.because())
                .param("closed", held.reason() == Departure.Reason.CLOSED)
                .param("reserved", held.reason() == Departure.Reason.RATE)
                .param("overCap", held.reason() == Departure.Reason.DAILY_CAP)
                .update();
    }

    void refused(DueLetter letter, String error) {
        mine(REFUSED, letter).param("error", error).param("now", now()).update();
    }

    /** What this node had claimed before it was killed is due at once. */
    int releaseClaimsOf(String node) {
        return jdbc.sql(RELEASE).param("node", node).param("now", now()).update();
    }

    private JdbcClient.StatementSpec mine(String statement, DueLetter letter) {
        return jdbc.sql(statement).param("id", letter.id()).param("attempt", letter.attempt());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static DueLetter due(ResultSet row) throws SQLException {
        Instant written = row.getObject("created_at", OffsetDateTime.class).toInstant();
        Instant notBefore = row.getObject("not_before", OffsetDateTime.class).toInstant();
        return new DueLetter(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getString("reference"),
                row.getString("purpose"),
                Letter.Origin.valueOf(row.getString("origin")),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                new AnsweredMail(row.getString("in_reply_to"), row.getString("thread")),
                row.getInt("attempts"),
                notBefore.isAfter(written) ? notBefore : written,
                row.getBoolean("place_reserved"),
                row.getObject("released_at") != null,
                row.getInt("deferrals"),
                row.getInt("doubts"),
                row.getInt("doubts") > 0 ? row.getString("route") : null);
    }
}
