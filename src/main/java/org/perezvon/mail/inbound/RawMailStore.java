package org.perezvon.mail.inbound;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** The tables {@code raw_mail}, {@code mail_sighting} and {@code mail_bookmark}. */
@Component
public class RawMailStore {

    private static final String BOOKMARK =
            "select uidvalidity, last_uid from perezvon.mail_bookmark where mailbox = :mailbox";

    private static final String MOVE_BOOKMARK = """
            insert into perezvon.mail_bookmark (mailbox, uidvalidity, last_uid, scanned_at)
            values (:mailbox, :uidvalidity, :uid, :now)
            on conflict (mailbox) do update set
              uidvalidity = excluded.uidvalidity, scanned_at = excluded.scanned_at,
              last_uid = case when mail_bookmark.uidvalidity = excluded.uidvalidity
                              then greatest(mail_bookmark.last_uid, excluded.last_uid) else excluded.last_uid end
            """;

    private static final String KEEP = """
            insert into perezvon.raw_mail (content_hash, received_at, raw, size, next_attempt_at)
            values (:hash, :now, :raw, octet_length(:raw), :now) on conflict (content_hash) do nothing
            """;

    private static final String SIGHTED = """
            insert into perezvon.mail_sighting (mailbox, uidvalidity, uid, raw_mail_id)
            select :mailbox, :uidvalidity, :uid, id from perezvon.raw_mail where content_hash = :hash
            on conflict do nothing
            """;

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

    /** Up to which UID this folder has been read, if its UIDVALIDITY is still this one; zero otherwise. */
    long lastUid(String mailbox, long uidvalidity) {
        return jdbc.sql(BOOKMARK)
                .param("mailbox", mailbox)
                .query((row, n) -> row.getLong("uidvalidity") == uidvalidity ? row.getLong("last_uid") : 0L)
                .optional()
                .orElse(0L);
    }

    /**
     * Keeps the bytes, remembers where they lay and moves the bookmark. The same mail seen twice, in two folders, or again
     * under a new UIDVALIDITY, is kept once.
     *
     * @return whether it was new
     */
    boolean keep(String mailbox, long uidvalidity, long uid, byte[] raw) {
        byte[] hash = contentHash(raw);
        boolean fresh = jdbc.sql(KEEP)
                        .param("hash", hash)
                        .param("now", now())
                        .param("raw", raw)
                        .update()
                == 1;
        jdbc.sql(SIGHTED)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidvalidity)
                .param("uid", uid)
                .param("hash", hash)
                .update();
        jdbc.sql(MOVE_BOOKMARK)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidvalidity)
                .param("uid", uid)
                .param("now", now())
                .update();
        return fresh;
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

    /**
     * A digest of what the sender sent, without what servers added on the way: the header lines above the sender's own
     * differ between two deliveries of one mail.
     */
    static byte[] contentHash(byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            TraceHeaders.skipping(raw, digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
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
