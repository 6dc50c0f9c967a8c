package org.perezvon.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which words the items have at all. */
@Component
class LexiconStore {

    private static final String COUNTS = """
            select lexeme, items from perezvon.knowledge_lexeme where lexeme = any(:lexemes) and items > 0
            """;

    private static final String BEGINNING = """
            select lexeme from perezvon.knowledge_lexeme
            where lexeme >= :beginning and lexeme < :after and items > 0 order by items desc, lexeme limit :limit
            """;

    // Alike means little here; the caller measures closely.
    private static final String LOOKING_LIKE = """
            select lexeme from perezvon.knowledge_lexeme
            where stem operator(public.%) :stem and items > 0
              and length(stem) between length(:stem) - 2 and length(:stem) + 2 and lexeme <> '#'
            order by public.similarity(stem, :stem) desc, items desc, lexeme limit :limit
            """;

    private final JdbcClient jdbc;

    LexiconStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In how many items each stands; absent: in none. */
    Map<String, Integer> counts(Collection<String> lexemes) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(COUNTS).param("lexemes", lexemes.toArray(String[]::new)).query(row -> {
            counts.put(row.getString("lexeme"), row.getInt("items"));
        });
        return counts;
    }

    /** The most frequent words that begin so. */
    List<String> beginning(String letters, int limit) {
        return jdbc.sql(BEGINNING)
                .param("beginning", letters)
                .param("after", letters + '\uFFFF')
                .param("limit", limit)
                .query((row, n) -> row.getString("lexeme"))
                .list();
    }

    /**
     * For this transaction: a quarter of the letters in common is alike, and indexes are used whatever the planner thinks of them, for it takes
     * most questions to fit half of the table.
     */
    void prepare() {
        jdbc.sql("""
                select set_config('pg_trgm.similarity_threshold', '0.25', true), set_config('enable_seqscan', 'off', true)
                """).query().singleRow();
    }

    /** Words whose stems share many groups of three letters, the likest first. */
    List<String> lookingLike(String stem, int limit) {
        return jdbc.sql(LOOKING_LIKE)
                .param("stem", stem)
                .param("limit", limit)
                .query((row, n) -> row.getString("lexeme"))
                .list();
    }
}
