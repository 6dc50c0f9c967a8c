package org.perezvon.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.perezvon.inquiry.InquiryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code call_back_round} and {@code told}. */
@Component
class RoundStore {

    private static final String OPEN = """
            insert into perezvon.call_back_round (question_id, opened_at) values (:question, :now) returning *
            """;

    private static final String END = """
            update perezvon.call_back_round set ended_at = :now, result = :result where id = :id
            """;

    private static final String TELL = """
            insert into perezvon.told (question_id, inquiry_id, reply_id, round_id, told_at)
            values (:question, :inquiry, :reply, :round, :at)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Round open(long question, Instant now) {
        return jdbc.sql(OPEN)
                .param("question", question)
                .param("now", utc(now))
                .query((row, n) -> round(row))
                .single();
    }

    void end(Round round, Round.Result result, Instant now) {
        jdbc.sql(END)
                .param("id", round.id())
                .param("result", result.name())
                .param("now", utc(now))
                .update();
    }

    /** The one that is under way, if any. */
    Optional<Round> underWay(long question) {
        return jdbc.sql("select * from perezvon.call_back_round where question_id = :question and ended_at is null")
                .param("question", question)
                .query((row, n) -> round(row))
                .optional();
    }

    /** The first first. */
    List<Round> of(long question) {
        return jdbc.sql("select * from perezvon.call_back_round where question_id = :question order by id")
                .param("question", question)
                .query((row, n) -> round(row))
                .list();
    }

    /** @param toldAt absent when the citizen has not heard it and need not be called about it any more */
    void tell(Round round, News.Item item, Optional<Instant> toldAt) {
        jdbc.sql(TELL)
                .param("question", round.question())
                .param("inquiry", item.inquiry().value())
                .param("reply", item.reply().orElse(null))
                .param("round", round.id())
                .param("at", toldAt.map(RoundStore::utc).orElse(null))
                .update();
    }

    void forget(long question, News.Item item) {
        jdbc.sql(TELL)
                .param("question", question)
                .param("inquiry", item.inquiry().value())
                .param("reply", item.reply().orElse(null))
                .param("round", null)
                .param("at", null)
                .update();
    }

    /** What nobody need be called about any more. */
    Set<News.Item> known(long question) {
        return new HashSet<>(jdbc.sql("select inquiry_id, reply_id from perezvon.told where question_id = :question")
                .param("question", question)
                .query((row, n) -> new News.Item(
                        new InquiryId(row.getObject("inquiry_id", UUID.class)),
                        Optional.ofNullable(row.getObject("reply_id", Long.class))))
                .list());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getLong("id"),
                row.getLong("question_id"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("result")).map(Round.Result::valueOf));
    }
}
