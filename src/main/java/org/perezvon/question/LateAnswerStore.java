package org.perezvon.question;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.perezvon.inquiry.InquiryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code late_answer}. */
@Component
class LateAnswerStore {

    private static final String ADD = """
            insert into perezvon.late_answer (raw_mail_id, question_id, inquiry_id, arrived_at)
            values (:mail, :question, :inquiry, :now)
            on conflict (raw_mail_id) do nothing
            """;

    private static final String DECIDE = """
            update perezvon.late_answer set decided_at = :now, decided_by = :person, useful = :useful, note = :note
            where question_id = :question and decided_at is null
            """;

    private final JdbcClient jdbc;

    LateAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An answer that came too late.
     *
     * @param useful whether the citizen can still use it; absent until somebody has decided
     */
    record Late(
            long mailId,
            InquiryId inquiry,
            Instant arrivedAt,
            Optional<Instant> decidedAt,
            Optional<String> decidedBy,
            Optional<Boolean> useful,
            Optional<String> note) {}

    boolean add(long mailId, long question, InquiryId inquiry, Instant now) {
        return jdbc.sql(ADD)
                        .param("mail", mailId)
                        .param("question", question)
                        .param("inquiry", inquiry.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Decides about all that lie undecided: they lie in one task. */
    void decide(long question, boolean useful, String person, Optional<String> note, Instant now) {
        jdbc.sql(DECIDE)
                .param("question", question)
                .param("useful", useful)
                .param("person", person)
                .param("note", note.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Late> of(long question) {
        return jdbc.sql("select * from perezvon.late_answer where question_id = :question order by raw_mail_id")
                .param("question", question)
                .query((row, n) -> new Late(
                        row.getLong("raw_mail_id"),
                        new InquiryId(row.getObject("inquiry_id", UUID.class)),
                        row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("decided_by")),
                        Optional.ofNullable(row.getObject("useful", Boolean.class)),
                        Optional.ofNullable(row.getString("note"))))
                .list();
    }
}
