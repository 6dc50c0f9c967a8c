package org.perezvon.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that are not over, by what was asked. */
@Component
class OpenQuestionStore {

    // Half of the words in common, two at least: an operator wants to see the same question, not the same subject.
    private static final String ALIKE = """
            with asked as materialized (
              select array_agg(lexeme) as lexemes, to_tsquery('simple', string_agg('''' || lexeme || '''', ' | ')) as any_of_them
              from unnest(perezvon.plain_russian(:typed)) where length(lexeme) > 2 and lexeme !~ '[''\\\\]'),
            newest as materialized (
              select id, number, called_at, text, words from perezvon.question where outcome is null order by id desc limit 2000),
            alike as (
              select n.*, cardinality(asked.lexemes) as asked_for,
                     length(n.words) - length(ts_delete(n.words, asked.lexemes)) as in_common
              from asked, newest n where n.words @@ asked.any_of_them)
            select number, called_at, left(text, 160) as text,
                   array(select a.short_name from perezvon.inquiry i join perezvon.agency a on a.code = i.agency_code
                         where i.question_number = number order by i.leg) as agencies,
                   (select min(i.due_at) from perezvon.inquiry i
                    where i.question_number = number and i.state in ('WAITING', 'OVERDUE')) as due,
                   (select count(*) from perezvon.inquiry i where i.question_number = number and i.state = 'ANSWERED') as answered
            from alike where in_common >= greatest(2, asked_for * 0.5)
            order by in_common desc, id desc limit :limit
            """;

    private final JdbcClient jdbc;

    OpenQuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The likest first. */
    List<OpenQuestion> alike(String typed, int limit) {
        return jdbc.sql(ALIKE)
                .param("typed", typed)
                .param("limit", limit)
                .query((row, n) -> question(row))
                .list();
    }

    private static OpenQuestion question(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new OpenQuestion(
                row.getString("number"),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                List.of((String[]) row.getArray("agencies").getArray()),
                due == null ? null : due.toInstant(),
                row.getInt("answered"));
    }
}
