package org.perezvon.mail.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.perezvon.kernel.Node;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code raw_mail} as a queue: what is still to be taken, and by whom. */
@Component
class MailQueueStore {

    /** With the delays between them about ten minutes: longer than any letter stays between acceptance and its record. */
    static final int LAST_ATTEMPT = 25;

    /** A mail larger than this is read apart: read here, several of them could exhaust the application's memory. */
    private static final int LARGEST_HERE = 2 * 1024 * 1024;

    private static final int LONGEST_ERROR = 1000;

    // What another node had claimed and lost was perhaps the end of it. A mail waits for those that came before it in
    // the same conversation, but not for ever.
    private static final String CLAIM = """
            with due as materialized (
              select id from perezvon.raw_mail m
              where state = 'RECEIVED' and next_attempt_at <= :now
                and (reading = 'HERE' and claimed_by is null and size <= :largest) = :here
                and not exists (
                  select 1 from perezvon.raw_mail earlier
                  where earlier.conversation_hint = m.conversation_hint and earlier.id < m.id
                    and earlier.state = 'RECEIVED' and earlier.attempts <= :last)
              order by next_attempt_at, id limit :limit for update skip locked)
            update perezvon.raw_mail m
            set attempts = attempts + 1, claimed_by = :node, next_attempt_at = :until, fetch_again = false,
              reading = case when reading = 'HERE' and not :here then 'APART' else reading end
            from due where m.id = due.id
            returning m.id, received_at, raw, attempts, reading, incomplete, conversation_hint, last_error
            """;

    private static final String OURS =
            " where id = :id and state = 'RECEIVED' and claimed_by = :node and attempts = :attempts";

    private static final String SETTLE = """
            update perezvon.raw_mail set state = :state, evidence = :evidence, reading = :reading, claimed_by = null
            """ + OURS;

    private static final String POSTPONE = """
            update perezvon.raw_mail set next_attempt_at = :next, last_error = :error, reading = :reading, claimed_by = null
            """ + OURS;

    private static final String GIVE_BACK = """
            update perezvon.raw_mail set next_attempt_at = :now, attempts = attempts - 1, claimed_by = null
            """ + OURS;

    private static final String RELEASE = """
            update perezvon.raw_mail set next_attempt_at = :now, claimed_by = null,
              reading = case when reading = 'HERE' then 'APART' else reading end
            where state = 'RECEIVED' and claimed_by = :node
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Node node;

    MailQueueStore(JdbcClient jdbc, Clock clock, Node node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Makes the next mails whose time has come ours for a while; the attempt is on record before it is made.
     *
     * @param here whether those that may be read in the application, or those that must be read apart
     * @return in the order in which they came
     */
    List<ClaimedMail> claim(boolean here, int limit, Duration lease) {
        return jdbc
                .sql(CLAIM)
                .param("now", now())
                .param("until", now().plus(lease))
                .param("here", here)
                .param("largest", LARGEST_HERE)
                .param("last", LAST_ATTEMPT)
                .param("limit", limit)
                .param("node", node.name())
                .query((row, n) -> claimed(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(ClaimedMail::id))
                .toList();
    }

    /**
     * Says where the mail lies now, and holds it until the transaction ends.
     *
     * @return false when the claim has run out and somebody else may have taken it
     */
    boolean settle(ClaimedMail mail, Routing routing) {
        return ours(SETTLE, mail)
                        .param("state", routing.state().name())
                        .param("evidence", clean(String.join("\n", routing.evidence())))
                        .param("reading", routing.place().name())
                        .update()
                == 1;
    }

    void postpone(ClaimedMail mail, Duration delay, Place place, String error) {
        String brief = clean(error);
        ours(POSTPONE, mail)
                .param("next", now().plus(delay))
                .param("reading", place.name())
                .param("error", brief.length() > LONGEST_ERROR ? brief.substring(0, LONGEST_ERROR) : brief)
                .update();
    }

    /** Nobody has begun to take it. */
    void giveBack(ClaimedMail mail) {
        ours(GIVE_BACK, mail).param("now", now()).update();
    }

    /** What this node had claimed when it died is free again; one of them may have been the reason. */
    int releaseLost() {
        return jdbc.sql(RELEASE).param("node", node.name()).param("now", now()).update();
    }

    private JdbcClient.StatementSpec ours(String sql, ClaimedMail mail) {
        return jdbc.sql(sql).param("id", mail.id()).param("node", node.name()).param("attempts", mail.attempts());
    }

    /** PostgreSQL keeps every character but this one. */
    private static String clean(String text) {
        return text.replace("\u0000", "");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ClaimedMail claimed(ResultSet row) throws SQLException {
        return new ClaimedMail(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("raw"),
                row.getInt("attempts"),
                Place.valueOf(row.getString("reading")),
                row.getString("incomplete"),
                row.getObject("conversation_hint", Long.class),
                row.getString("last_error"));
    }
}
