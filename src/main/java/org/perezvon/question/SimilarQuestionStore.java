package org.perezvon.question;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agencies were chosen for questions like the one being written down. Tells codes and numbers, never what was asked. */
@Component
class SimilarQuestionStore {

    // The last thousand are looked through, whatever the number of all: what operators choose now counts, and the
    // answer comes before the next letter is typed.
    private static final String CHOSEN = """
            with asked as materialized (
              select array_agg(lexeme) as lexemes, to_tsquery('simple', string_agg('''' || lexeme || '''', ' | ')) as any_of_them
              from unnest(perezvon.plain_russian(:typed)) where length(lexeme) > 2 and lexeme !~ '[''\\\\]'),
            last as materialized (
              select number, words from perezvon.question order by id desc limit 1000),
            alike as materialized (
              select last.number from asked, last
              where last.words @@ asked.any_of_them
                and length(last.words) - length(ts_delete(last.words, asked.lexemes))
                    >= greatest(2, cardinality(asked.lexemes) * 0.3)
              limit 200)
            select i.agency_code, count(distinct i.question_number) as chosen, (select count(*) from alike) as of_all
            from alike join perezvon.inquiry i on i.question_number = alike.number
            group by i.agency_code order by chosen desc, i.agency_code limit 10
            """;

    private final JdbcClient jdbc;

    SimilarQuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param of how many similar questions there were, at least one */
    record Choice(String agencyCode, int chosen, int of) {}

    /** The most chosen first. */
    List<Choice> chosen(String typed) {
        return jdbc.sql(CHOSEN)
                .param("typed", typed)
                .query((row, n) -> new Choice(row.getString("agency_code"), row.getInt("chosen"), row.getInt("of_all")))
                .list();
    }
}
