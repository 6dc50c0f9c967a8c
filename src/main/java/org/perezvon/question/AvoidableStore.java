package org.perezvon.question;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.knowledge.AnswerAtHand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code question_avoidable}. */
@Component
class AvoidableStore {

    private static final String ADD = """
            insert into perezvon.question_avoidable (question_number, item_id, version_id, share, noticed_at)
            values (:number, :item, :version, :share, :now) on conflict do nothing
            """;

    private static final String AVOIDABLE = """
            select a.item_id, v.title, v.agency_code, count(*) as times,
              (array_agg(a.question_number order by a.noticed_at desc))[1\\:20] as questions
            from perezvon.question_avoidable a
              join perezvon.knowledge_version v on v.item_id = a.item_id and v.is_current
            where a.noticed_at >= :from and a.noticed_at < :until
            group by a.item_id, v.title, v.agency_code order by count(*) desc, a.item_id limit :limit
            """;

    private final JdbcClient jdbc;

    AvoidableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RegistrationNumber number, AnswerAtHand answer, Instant now) {
        jdbc.sql(ADD)
                .param("number", number.value())
                .param("item", answer.itemId())
                .param("version", answer.versionId())
                .param("share", answer.share())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Most frequent first. */
    List<AvoidableQuestions.Avoidable> avoidable(Instant from, Instant until, int limit) {
        return jdbc.sql(AVOIDABLE)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> new AvoidableQuestions.Avoidable(
                        row.getLong("item_id"),
                        row.getString("title"),
                        row.getString("agency_code"),
                        row.getInt("times"),
                        List.of((String[]) row.getArray("questions").getArray())))
                .list();
    }
}
