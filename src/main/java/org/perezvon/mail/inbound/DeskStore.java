package org.perezvon.mail.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.DeskMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code raw_mail} as people see it: what each mail is, and which of them wait for somebody. */
@Component
public class DeskStore {

    /** Whoever watches the mailbox needs time to fetch the whole of a mail; without it, it comes back as it was. */
    private static final Duration FETCHING = Duration.ofMinutes(10);

    private static final String FIND =
            "select received_at, raw, reading, incomplete, coalesce(evidence, '') as evidence from perezvon.raw_mail where id = :id";

    private static final String ON_DESK = "(state = 'TRIAGE' or (state = 'RECEIVED' and last_error is not null))";

    private static final String REASON =
            "case when state = 'TRIAGE' then split_part(coalesce(evidence, ''), E'\\n', 1) else last_error end";

    private static final String PAGE = """
            select id, received_at, substring(raw from 1 for :head) as head, size, attempts, state, %s as reason
            from perezvon.raw_mail where %s and id > :after order by id limit :limit
            """.formatted(REASON, ON_DESK);

    private static final String NEWEST = """
            select id, received_at, substring(raw from 1 for :head) as head, size, attempts, state, %1$s as reason
            from perezvon.raw_mail
            where %2$s and id < :before and (:words = '' or position(lower(:words) in lower(%1$s)) > 0)
            order by id desc limit :limit
            """.formatted(REASON, ON_DESK);

    // A claimed mail is being taken at this moment; one on which a person has decided is no longer ours to take.
    private static final String AGAIN = """
            update perezvon.raw_mail set state = 'RECEIVED', attempts = 0, last_error = null,
              fetch_again = full_size is not null,
              next_attempt_at = case when full_size is null then :now else :fetched end,
              reading = case when reading = 'NEVER' then 'APART' else reading end
            where id = :id and %s and claimed_by is null
            """.formatted(ON_DESK);

    private static final String SETTLE =
            "update perezvon.raw_mail set state = :state where id = :id and state in ('TRIAGE', 'ROUTED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A mail as it is kept.
     *
     * @param incomplete why only its head is here, in Russian; null when it is whole
     * @param evidence why it lies where it lies, one reason a line
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes from the database, never compared
    public record Kept(
            Instant receivedAt,
            byte[] bytes,
            Place place,
            @Nullable String incomplete,
            List<String> evidence) {}

    public Optional<Kept> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> kept(row)).optional();
    }

    /** What waits for somebody, in the order in which it came. */
    public List<DeskMail> page(long afterId, int limit) {
        return jdbc.sql(PAGE)
                .param("head", MailHead.LENGTH)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, n) -> deskMail(row))
                .list();
    }

    /** The same, the newest first, those before this id, whose reason contains these words. */
    public List<DeskMail> newest(long beforeId, String words, int limit) {
        return jdbc.sql(NEWEST)
                .param("head", MailHead.LENGTH)
                .param("before", beforeId)
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> deskMail(row))
                .list();
    }

    /** @return whether it is taken up again; not when a person or a worker has it in hand */
    public boolean tryAgain(long id) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(AGAIN)
                        .param("id", id)
                        .param("now", now)
                        .param("fetched", now.plus(FETCHING))
                        .update()
                == 1;
    }

    /** @return whether it was still there for a person to decide */
    public boolean settleByPerson(long id, String state) {
        return jdbc.sql(SETTLE).param("state", state).param("id", id).update() == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("raw"),
                Place.valueOf(row.getString("reading")),
                row.getString("incomplete"),
                row.getString("evidence").lines().toList());
    }

    private static DeskMail deskMail(ResultSet row) throws SQLException {
        MailHead head = MailHead.of(row.getBytes("head"));
        return new DeskMail(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                head.from(),
                head.subject(),
                row.getLong("size"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getString("state").equals("TRIAGE") ? DeskMail.State.WAITS_FOR_PERSON : DeskMail.State.RETRIED);
    }
}
