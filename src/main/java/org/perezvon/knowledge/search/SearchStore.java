package org.perezvon.knowledge.search;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Items by their words. */
@Component
class SearchStore {

    // A word in the title says more than one in the text, the word itself more than another of its meaning. A tsvector
    // of more
    // than 2 kB is unpacked whenever it is looked at: concatenation keeps it unpacked for all words.
    private static final String BEST = """
            with asked as materialized (
              select cast(itself as tsquery) as itself, cast(anyway as tsquery) as anyway, weight
              from unnest(cast(:itself as text[]), cast(:anyway as text[]), cast(:weights as float8[])) as a (itself, anyway, weight)),
            fit as materialized (
              select item_id, title, tsvector_concat(words, '') as words from perezvon.knowledge_words
              where title @@ cast(:inTitle as tsquery) or words @@ cast(:inText as tsquery) limit :most)
            select item_id, (select count(*) from fit) as looked_at,
                   sum(weight * case when title @@ itself then 1.7 when title @@ anyway then 1.2
                                     when words @@ itself then 1.0 when words @@ anyway then 0.6 else 0 end) as score
            from fit cross join asked group by item_id order by score desc, item_id desc limit :limit
            """;

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lookedAt of how many items it is one of the best */
    record Scored(long itemId, double score, int lookedAt) {}

    /**
     * @param inTitle what a title must have for its item to be looked at, as {@code tsquery} reads it
     * @param inText or what the item must have anywhere
     */
    record Required(String inTitle, String inText) {}

    List<Scored> best(Required required, List<AskedWord> words, int most, int limit) {
        return jdbc.sql(BEST)
                .param("inTitle", required.inTitle())
                .param("inText", required.inText())
                .param("itself", words.stream().map(AskedWord::itself).toArray(String[]::new))
                .param("anyway", words.stream().map(AskedWord::anyway).toArray(String[]::new))
                .param("weights", words.stream().map(AskedWord::weight).toArray(Double[]::new))
                .param("most", most)
                .param("limit", limit)
                .query((row, n) -> new Scored(row.getLong("item_id"), row.getDouble("score"), row.getInt("looked_at")))
                .list();
    }
}
