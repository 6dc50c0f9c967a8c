package org.perezvon.knowledge.search;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Items by their words. */
@Component
class SearchStore {

    // A word in the title says more than one among the topics, and that one more than one somewhere in the text. Of the
    // ways
    // to say one word the best counts.
    private static final String BEST = """
            with asked as materialized (
              select word, cast(any_place as tsquery) as any_place, cast(topic as tsquery) as topic,
                     cast(title as tsquery) as title, weight
              from unnest(cast(:words as int[]), cast(:anyPlace as text[]), cast(:topic as text[]), cast(:title as text[]),
                          cast(:weights as float8[])) as a (word, any_place, topic, title, weight)),
            fit as materialized (
              select item_id, words from perezvon.knowledge_words
              where words @@ cast(:required as tsquery) limit :most),
            said as (
              select f.item_id, a.word,
                     max(a.weight * case when f.words @@ a.title then 2.2 when f.words @@ a.topic then 1.6 else 1 end) as score
              from fit f join asked a on f.words @@ a.any_place
              group by f.item_id, a.word)
            select item_id, sum(score) as score, (select count(*) from fit) as looked_at
            from said group by item_id order by score desc, item_id desc limit :limit
            """;

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param weights how much each way says, with the rarity of its word in it */
    record Ways(List<Integer> words, List<String> queries, List<Double> weights) {}

    /** @param lookedAt of how many items it is one of the best */
    record Scored(long itemId, double score, int lookedAt) {}

    /** @param required what an item must have to be looked at, as {@code tsquery} reads it */
    List<Scored> best(String required, Ways ways, int most, int limit) {
        return jdbc.sql(BEST)
                .param("required", required)
                .param("words", ways.words().toArray(Integer[]::new))
                .param("anyPlace", ways.queries().toArray(String[]::new))
                .param("topic", spelt("$1:B", ways.queries()))
                .param("title", spelt("'^$2'", ways.queries()))
                .param("weights", ways.weights().toArray(Double[]::new))
                .param("most", most)
                .param("limit", limit)
                .query((row, n) -> new Scored(row.getLong("item_id"), row.getDouble("score"), row.getInt("looked_at")))
                .list();
    }

    /** Lexemes stand in quotation marks and hold none. */
    private static String[] spelt(String spelling, List<String> queries) {
        return queries.stream().map(query -> titled(spelling, query)).toArray(String[]::new);
    }

    private static String titled(String spelling, String query) {
        return query.replaceAll("('([^']*)')", spelling);
    }

    /** The same, asked of titles alone. */
    static String inTitle(String query) {
        return titled("'^$2'", query);
    }
}
