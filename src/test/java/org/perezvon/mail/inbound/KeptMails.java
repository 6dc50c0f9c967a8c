package org.perezvon.mail.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails laid into the database as the watch of a mailbox lays them there. */
final class KeptMails {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        jdbc.sql("delete from perezvon.raw_mail").update();
    }

    long one() {
        return one("From: a@b.example\r\nSubject: s\r\n\r\ntext", null);
    }

    long of(long conversation) {
        return one("From: a@b.example\r\n\r\ntext", conversation);
    }

    long one(String text, @Nullable Long conversation) {
        return one(text.getBytes(StandardCharsets.UTF_8), conversation);
    }

    long one(byte[] raw, @Nullable Long conversation) {
        return jdbc.sql("""
                        insert into perezvon.raw_mail (content_hash, received_at, raw, size, conversation_hint, next_attempt_at)
                        values (:hash, :now, :raw, octet_length(:raw), cast(:conversation as bigint), :now) returning id
                        """)
                .param(
                        "hash",
                        ByteBuffer.allocate(8).putLong(NUMBER.incrementAndGet()).array())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("raw", raw)
                .param("conversation", conversation)
                .query(Long.class)
                .single();
    }

    /** Only the head of a mail of 50 MB is here. */
    long oversized() {
        long id = one("From: a@b.example\r\nSubject: s\r\n\r\n", null);
        jdbc.sql("update perezvon.raw_mail set full_size = 52428800, incomplete = 'Письмо больше 40 МБ' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    String state(long id) {
        return column(id, "state");
    }

    String place(long id) {
        return column(id, "reading");
    }

    List<Long> all() {
        return jdbc.sql("select id from perezvon.raw_mail order by id")
                .query(Long.class)
                .list();
    }

    String column(long id, String name) {
        return jdbc.sql("select coalesce(%s::text, 'null') from perezvon.raw_mail where id = :id".formatted(name))
                .param("id", id)
                .query(String.class)
                .single();
    }
}
