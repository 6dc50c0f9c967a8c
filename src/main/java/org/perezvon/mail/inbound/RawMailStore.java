package org.perezvon.mail.inbound;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
}
