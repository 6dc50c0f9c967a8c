package org.perezvon.mail.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code mail_round_trip}. */
@Component
class RoundTripStore {

    private static final String BEGIN = """
            insert into perezvon.mail_round_trip (reference, node, sent_at, message_id)
            values (:reference, :node, :now, :messageId)
            """;

    // It may come twice; the first time counts, and each time it is thrown away.
    private static final String BACK = """
            update perezvon.mail_round_trip set raw_mail_id = :mail, back_at = coalesce(back_at, :at),
                   came_as = case when back_at is null then :cameAs else came_as end,
                   address_kept = coalesce(address_kept, :addressKept)
            where reference = :reference
            """;

    // Marking or moving it in its folder is given a moment to be done.
    private static final String TO_THROW_AWAY = """
            select t.*, raw_mail_id, coalesce((select array_agg(distinct s.mailbox) from perezvon.mail_sighting s
                                               where s.raw_mail_id = t.raw_mail_id), '{}') as mailboxes
            from perezvon.mail_round_trip t
            where raw_mail_id is not null
              and (back_at < :waited or not exists (select 1 from perezvon.mail_sighting s
                                                    where s.raw_mail_id = t.raw_mail_id and not s.tidied))
            order by id limit 20
            """;

    private static final String FORGET_MAIL = """
            with gone as (update perezvon.mail_round_trip set raw_mail_id = null where id = :id),
                 unseen as (delete from perezvon.mail_sighting where raw_mail_id = :mail)
            delete from perezvon.raw_mail where id = :mail and state = 'ROUTED'
            """;

    // Constraints are looked at when the statement ends, so that all that belongs together goes together.
    private static final String FORGET = """
            with old as (delete from perezvon.mail_round_trip where sent_at < :before and raw_mail_id is null returning reference),
                 talk as (select id from perezvon.conversation where reference in (select reference from old)),
                 written as (select id from perezvon.letter where conversation_id in (select id from talk)),
                 reports as (delete from perezvon.letter_report where letter_id in (select id from written)),
                 tries as (delete from perezvon.letter_attempt where letter_id in (select id from written)),
                 letters as (delete from perezvon.letter where id in (select id from written))
            delete from perezvon.conversation where id in (select id from talk)
            """;

    private static final String LATEST =
            "select * from perezvon.mail_round_trip order by sent_at desc, id desc limit :limit";

    private static final String LAST_BACK = """
            select * from perezvon.mail_round_trip where back_at is not null order by sent_at desc, id desc limit 1
            """;

    private static final String LAST_EXPECTED = """
            select * from perezvon.mail_round_trip where sent_at < :before order by sent_at desc, id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundTripStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String reference, String node, String messageId) {
        jdbc.sql(BEGIN)
                .param("reference", reference)
                .param("node", node)
                .param("messageId", messageId)
                .param("now", now())
                .update();
    }

    /** @return false when nobody sent it */
    boolean back(String reference, long mailId, Instant at, String cameAs, boolean addressKept) {
        return jdbc.sql(BACK)
                        .param("reference", reference)
                        .param("mail", mailId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cameAs", cameAs)
                        .param("addressKept", addressKept)
                        .update()
                == 1;
    }

    SelfTestState state(Duration every, Instant opened, Instant now) {
        return new SelfTestState(
                every,
                opened,
                latest(1).stream().findFirst(),
                jdbc.sql(LAST_BACK).query((row, n) -> trip(row)).optional(),
                jdbc.sql(LAST_EXPECTED)
                        .param("before", now.minus(RoundTrip.PATIENCE).atOffset(ZoneOffset.UTC))
                        .query((row, n) -> trip(row))
                        .optional());
    }

    /** Letters that are back and lie in a mailbox and in the database, where nobody needs them. */
    List<Kept> toThrowAway() {
        return jdbc.sql(TO_THROW_AWAY)
                .param("waited", now().minusMinutes(1))
                .query((row, n) -> new Kept(trip(row), row.getLong("raw_mail_id"), List.of((String[])
                        row.getArray("mailboxes").getArray())))
                .list();
    }

    /** The mail is no longer needed; the letter's round trip stays on record. */
    void throwAway(Kept kept) {
        jdbc.sql(FORGET_MAIL)
                .param("id", kept.trip().id())
                .param("mail", kept.mailId())
                .update();
    }

    /** Round trips of long ago, with the letters and conversations that were only theirs. */
    void forget(Duration olderThan) {
        jdbc.sql(FORGET).param("before", now().minus(olderThan)).update();
    }

    /** @param mailboxes where the mail was seen */
    record Kept(RoundTrip trip, long mailId, List<String> mailboxes) {}

    List<RoundTrip> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, n) -> trip(row))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RoundTrip trip(ResultSet row) throws SQLException {
        return new RoundTrip(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("node"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("message_id"),
                Optional.ofNullable(row.getObject("back_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("came_as")),
                Optional.ofNullable(row.getObject("address_kept", Boolean.class)));
    }
}
