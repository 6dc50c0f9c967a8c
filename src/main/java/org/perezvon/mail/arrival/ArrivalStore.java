package org.perezvon.mail.arrival;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code mail_bookmark} and {@code mail_sighting}, and {@code raw_mail} as far as mails are put there. */
@Component
class ArrivalStore {

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

    // One statement for a whole batch: what is asked once for each mail is what a flood of replies costs.
    private static final String KEEP = """
            insert into perezvon.raw_mail
              (content_hash, received_at, raw, size, conversation_hint, full_size, incomplete, next_attempt_at)
            select hash, :now, raw, octet_length(raw), hint, full_size, incomplete, :now
            from unnest(:hashes::bytea[], :raws::bytea[], :hints::bigint[], :fullSizes::bigint[], :reasons::text[])
              with ordinality as mail (hash, raw, hint, full_size, incomplete, number)
            order by number
            on conflict (content_hash) do nothing
            """;

    // What people have put back into its folder is left where they want it, and so is a second copy: without this, a
    // mail moved back would be moved away again and again.
    private static final String SIGHTED = """
            insert into perezvon.mail_sighting (mailbox, uidvalidity, uid, raw_mail_id, tidied)
            select :mailbox, :uidvalidity, seen.uid, m.id, exists (
              select 1 from perezvon.mail_sighting earlier
              where earlier.raw_mail_id = m.id and earlier.mailbox = :mailbox and earlier.tidied)
            from unnest(:uids::bigint[], :hashes::bytea[]) as seen (uid, hash)
            join perezvon.raw_mail m on m.content_hash = seen.hash
            on conflict do nothing
            """;

    // What is kept by reference stays where it is: there a person will look for it, and so shall we.
    private static final String UNTIDY = """
            select s.uid from perezvon.mail_sighting s join perezvon.raw_mail m on m.id = s.raw_mail_id
            where s.mailbox = :mailbox and s.uidvalidity = :uidvalidity and not s.tidied and m.full_size is null
            order by s.uid limit :limit
            """;

    private static final String TIDIED = """
            update perezvon.mail_sighting set tidied = true
            where mailbox = :mailbox and uidvalidity = :uidvalidity and uid = any (:uids) and not tidied
            """;

    private static final String WANTED = """
            select m.id, s.uid, m.full_size from perezvon.raw_mail m
            join perezvon.mail_sighting s on s.raw_mail_id = m.id
            where m.fetch_again and m.full_size is not null
              and s.mailbox = :mailbox and s.uidvalidity = :uidvalidity
            order by m.id
            """;

    private static final String COMPLETE = """
            update perezvon.raw_mail set
              content_hash = :hash, raw = :raw, size = :size, conversation_hint = :hint,
              full_size = null, incomplete = null, fetch_again = false, next_attempt_at = :now
            where id = :id and fetch_again and full_size is not null
            """;

    private static final String STILL_MISSING = """
            update perezvon.raw_mail set
              fetch_again = false, full_size = :fullSize, incomplete = :reason, next_attempt_at = :now
            where id = :id and fetch_again and full_size is not null
            """;

    private static final String GIVE_UP_LOST = """
            update perezvon.raw_mail m set fetch_again = false, incomplete = :reason, next_attempt_at = :now
            where m.fetch_again and m.full_size is not null
              and exists (select 1 from perezvon.mail_sighting s
                          where s.raw_mail_id = m.id and s.mailbox = :mailbox)
              and not exists (select 1 from perezvon.mail_sighting s
                              where s.raw_mail_id = m.id
                                and (s.mailbox <> :mailbox or s.uidvalidity = :uidvalidity))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ArrivalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long lastUid(String mailbox, long uidValidity) {
        return jdbc.sql(BOOKMARK)
                .param("mailbox", mailbox)
                .query((row, n) -> row.getLong("uidvalidity") == uidValidity ? row.getLong("last_uid") : 0L)
                .optional()
                .orElse(0L);
    }

    void moveBookmark(String mailbox, long uidValidity, long uid) {
        jdbc.sql(MOVE_BOOKMARK)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .param("uid", uid)
                .param("now", now())
                .update();
    }

    /** The same mail in two folders, or under a new UIDVALIDITY, is kept once. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database, never compared
    record Kept(
            long uid,
            Fingerprint fingerprint,
            byte[] raw,
            @Nullable Long fullSize,
            @Nullable String incomplete) {

        static Kept of(Found found, Fingerprint fingerprint) {
            return found instanceof Found.Reference reference
                    ? new Kept(found.uid(), fingerprint, reference.head(), reference.fullSize(), reference.reason())
                    : new Kept(found.uid(), fingerprint, ((Found.Whole) found).raw(), null, null);
        }
    }

    /** @return how many of them were new */
    int keep(List<Kept> mails) {
        return jdbc.sql(KEEP)
                .param("now", now())
                .param("hashes", hashes(mails))
                .param("raws", mails.stream().map(Kept::raw).toArray(byte[][]::new))
                .param(
                        "hints",
                        mails.stream()
                                .map(mail -> mail.fingerprint().conversation())
                                .toArray(Long[]::new))
                .param("fullSizes", mails.stream().map(Kept::fullSize).toArray(Long[]::new))
                .param("reasons", mails.stream().map(Kept::incomplete).toArray(String[]::new))
                .update();
    }

    void sighted(String mailbox, long uidValidity, List<Kept> mails) {
        jdbc.sql(SIGHTED)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .param("uids", mails.stream().map(Kept::uid).toArray(Long[]::new))
                .param("hashes", hashes(mails))
                .update();
    }

    private static byte[][] hashes(List<Kept> mails) {
        return mails.stream().map(mail -> mail.fingerprint().hash()).toArray(byte[][]::new);
    }

    List<Long> untidy(String mailbox, long uidValidity, int atMost) {
        return jdbc.sql(UNTIDY)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .param("limit", atMost)
                .query(Long.class)
                .list();
    }

    void tidied(String mailbox, long uidValidity, List<Long> uids) {
        jdbc.sql(TIDIED)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .param("uids", uids.toArray(Long[]::new))
                .update();
    }

    List<Arrivals.Wanted> wanted(String mailbox, long uidValidity) {
        return jdbc.sql(WANTED)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .query((row, n) -> new Arrivals.Wanted(row.getLong("id"), row.getLong("uid"), row.getLong("full_size")))
                .list();
    }

    Optional<Long> withContent(Fingerprint fingerprint) {
        return jdbc.sql("select id from perezvon.raw_mail where content_hash = :hash")
                .param("hash", fingerprint.hash())
                .query(Long.class)
                .optional();
    }

    void complete(long mail, Fingerprint fingerprint, byte[] raw) {
        jdbc.sql(COMPLETE)
                .param("id", mail)
                .param("hash", fingerprint.hash())
                .param("raw", raw)
                .param("size", raw.length)
                .param("hint", fingerprint.conversation())
                .param("now", now())
                .update();
    }

    void stillMissing(long mail, long fullSize, String reason) {
        jdbc.sql(STILL_MISSING)
                .param("id", mail)
                .param("fullSize", fullSize)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    int giveUpLost(String mailbox, long uidValidity, String reason) {
        return jdbc.sql(GIVE_UP_LOST)
                .param("mailbox", mailbox)
                .param("uidvalidity", uidValidity)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
