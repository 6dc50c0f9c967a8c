package org.perezvon.inquiry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers among the replies. */
@Component
class AnswerStore {

    private static final String TO_QUESTION = """
            select r.* from perezvon.reply r
            join perezvon.inquiry i on i.id = r.inquiry_id
            where i.question_number = :number and r.kind = 'ANSWER' and r.repeats is null
            order by r.id
            """;

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Answer> toQuestion(RegistrationNumber number) {
        return jdbc.sql(TO_QUESTION)
                .param("number", number.value())
                .query((row, n) -> new Answer(
                        new InquiryId(row.getObject("inquiry_id", UUID.class)),
                        row.getLong("id"),
                        row.getLong("raw_mail_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }
}
