package org.perezvon.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code reply}. */
@Component
class ReplyStore {

    // A person may know better what a mail is, and which inquiry it answers, than was recorded when it came.
    private static final String ADD = """
            insert into perezvon.reply (inquiry_id, raw_mail_id, received_at, from_address, subject, kind, text, quoted,
                                        signature, repeats)
            values (:inquiry, :mail, :receivedAt, :from, :subject, :kind, :text, :quoted, :signature,
                    (select min(id) from perezvon.reply
                     where inquiry_id = :inquiry and kind = :kind and text = :text and from_address = :from
                       and raw_mail_id <> :mail))
            on conflict (raw_mail_id) do update
              set inquiry_id = excluded.inquiry_id, kind = excluded.kind, repeats = excluded.repeats
            """;

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(InquiryId inquiry, long mailId, Instant receivedAt, MailReading reading, MailKind kind) {
        jdbc.sql(ADD)
                .param("inquiry", inquiry.value())
                .param("mail", mailId)
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .param("from", reading.from())
                .param("subject", reading.subject())
                .param("kind", kind.name())
                .param("text", reading.text())
                .param("quoted", reading.quoted())
                .param("signature", reading.signature())
                .update();
    }

    /** Whether a mail has been recorded before. */
    boolean knows(long mailId) {
        return jdbc.sql("select exists (select 1 from perezvon.reply where raw_mail_id = :mail)")
                .param("mail", mailId)
                .query(Boolean.class)
                .single();
    }

    List<Reply> of(InquiryId inquiry) {
        return jdbc.sql("select * from perezvon.reply where inquiry_id = :inquiry order by id")
                .param("inquiry", inquiry.value())
                .query((row, n) -> reply(row))
                .list();
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                row.getLong("id"),
                row.getLong("raw_mail_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("from_address"),
                row.getString("subject"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("quoted"),
                row.getString("signature"),
                Optional.ofNullable(row.getObject("repeats", Long.class)));
    }
}
