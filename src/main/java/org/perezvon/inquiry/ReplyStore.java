package org.perezvon.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Answered;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.Meaning;
import org.perezvon.mail.SenderVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code reply}. */
@Component
class ReplyStore {

    // A person may know better what a mail is, and which inquiry it answers, than was recorded when it came.
    private static final String ADD = """
            insert into perezvon.reply (inquiry_id, raw_mail_id, received_at, from_address, subject, kind, text, quoted,
                                        signature, disclaimer, answered, sender_verdict, sender_words, reason,
                                        requested_until, requested_days, incoming_number, redirected_to, back_on, deputy, repeats)
            values (:inquiry, :mail, :receivedAt, :from, :subject, :kind, :text, :quoted, :signature, :disclaimer,
                    cast(:answered as jsonb), :verdict, :words, :reason, :requestedUntil, :requestedDays, :incomingNumber,
                    :redirectedTo, :backOn, :deputy,
                    (select min(id) from perezvon.reply
                     where inquiry_id = :inquiry and kind = :kind and text = :text and from_address = :from
                       and raw_mail_id <> :mail))
            on conflict (raw_mail_id) do update
              set inquiry_id = excluded.inquiry_id, kind = excluded.kind, repeats = excluded.repeats,
                  reason = excluded.reason, requested_until = excluded.requested_until,
                  requested_days = excluded.requested_days
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReplyStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param meaning of the mail, which a person may know better than its reading */
    void add(
            InquiryId inquiry,
            long mailId,
            Instant receivedAt,
            MailReading reading,
            MailKind kind,
            Meaning meaning,
            SenderVerdict sender) {
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
                .param("disclaimer", reading.disclaimer())
                .param("answered", written(reading.answered()))
                .param("verdict", sender.verdict().name())
                .param("words", sender.words())
                .param("reason", meaning.reason())
                .param("requestedUntil", meaning.requestedUntil())
                .param("requestedDays", meaning.requestedDays())
                .param("incomingNumber", meaning.incomingNumber())
                .param("redirectedTo", meaning.redirectedTo())
                .param("backOn", meaning.backOn())
                .param("deputy", meaning.deputy())
                .update();
    }

    /** Whether a mail has been recorded before. */
    boolean knows(long mailId) {
        return jdbc.sql("select exists (select 1 from perezvon.reply where raw_mail_id = :mail)")
                .param("mail", mailId)
                .query(Boolean.class)
                .single();
    }

    /** What was read in this mail, if it belongs to this inquiry. */
    Optional<Reply> find(InquiryId inquiry, long mailId) {
        return jdbc.sql("select * from perezvon.reply where inquiry_id = :inquiry and raw_mail_id = :mail")
                .param("inquiry", inquiry.value())
                .param("mail", mailId)
                .query((row, n) -> reply(row))
                .optional();
    }

    /** The last of these mails. */
    Optional<Reply> last(InquiryId inquiry, MailKind kind) {
        return jdbc.sql(
                        "select * from perezvon.reply where inquiry_id = :inquiry and kind = :kind order by id desc limit 1")
                .param("inquiry", inquiry.value())
                .param("kind", kind.name())
                .query((row, n) -> reply(row))
                .optional();
    }

    /** A person knows better what it is. */
    void become(long mailId, MailKind kind) {
        jdbc.sql("update perezvon.reply set kind = :kind where raw_mail_id = :mail")
                .param("kind", kind.name())
                .param("mail", mailId)
                .update();
    }

    /** Whether it does not only say once more what was said before. */
    boolean isNews(long mailId) {
        return jdbc.sql("select exists (select 1 from perezvon.reply where raw_mail_id = :mail and repeats is null)")
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

    private Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                row.getLong("id"),
                row.getLong("raw_mail_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("from_address"),
                row.getString("subject"),
                MailKind.valueOf(row.getString("kind")),
                new Meaning(
                        row.getString("reason"),
                        row.getObject("requested_until", LocalDate.class),
                        row.getObject("requested_days", Integer.class),
                        row.getString("incoming_number"),
                        row.getString("redirected_to"),
                        row.getObject("back_on", LocalDate.class),
                        row.getString("deputy")),
                row.getString("text"),
                row.getString("quoted"),
                row.getString("signature"),
                row.getString("disclaimer"),
                read(row.getString("answered")),
                sender(row),
                Optional.ofNullable(row.getObject("repeats", Long.class)));
    }

    private static SenderVerdict sender(ResultSet row) throws SQLException {
        String verdict = row.getString("sender_verdict");
        return verdict == null
                ? SenderVerdict.NOBODY_CHECKS
                : new SenderVerdict(SenderVerdict.Verdict.valueOf(verdict), row.getString("sender_words"));
    }

    /** Most replies have none, and then nothing is kept. */
    private @Nullable String written(List<Answered> answered) {
        try {
            return answered.isEmpty() ? null : json.writeValueAsString(answered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers between lines cannot be kept", e);
        }
    }

    private List<Answered> read(@Nullable String answered) {
        try {
            return answered == null ? List.of() : List.of(json.readValue(answered, Answered[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers between lines were kept but cannot be read", e);
        }
    }
}
