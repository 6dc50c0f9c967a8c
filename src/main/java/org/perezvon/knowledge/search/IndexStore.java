package org.perezvon.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code knowledge_words} and {@code knowledge_lexeme}: which words stand where, and in how many items. */
@Component
class IndexStore {

    /** Not a word: counts all items. */
    static final String ALL = "#";

    // Whoever changes words waits for the other: counts stay right, and no two lock the same words in another order.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('perezvon.knowledge.words'))";

    private static final String OLD = """
            select item_id, tsvector_to_array(words) as lexemes from perezvon.knowledge_words where item_id = any(:items)
            """;

    private static final String PUT = """
            insert into perezvon.knowledge_words (item_id, title, words, edition)
            select item, array_to_tsvector(string_to_array(title, ' ')), array_to_tsvector(string_to_array(words, ' ')), :edition
            from unnest(cast(:items as bigint[]), cast(:titles as text[]), cast(:words as text[])) as made (item, title, words)
            on conflict (item_id) do update set title = excluded.title, words = excluded.words, edition = excluded.edition
            """;

    private static final String COUNT = """
            insert into perezvon.knowledge_lexeme as known (lexeme, stem, items)
            select lexeme, stem, more
            from unnest(cast(:lexemes as text[]), cast(:stems as text[]), cast(:counts as int[])) as counted (lexeme, stem, more)
            on conflict (lexeme) do update set items = known.items + excluded.items
            """;

    private final JdbcClient jdbc;

    IndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Map<Long, WordVector> vectors) {
        jdbc.sql(ALONE).query().singleRow();
        Map<String, Integer> counts = new TreeMap<>();
        Map<Long, List<String>> old = old(vectors.keySet());
        old.values().forEach(lexemes -> lexemes.forEach(lexeme -> counts.merge(lexeme, -1, Integer::sum)));
        vectors.values().forEach(vector -> vector.all().forEach(lexeme -> counts.merge(lexeme, 1, Integer::sum)));
        counts.put(ALL, vectors.size() - old.size());
        jdbc.sql(PUT)
                .param("items", vectors.keySet().toArray(Long[]::new))
                .param("titles", joined(vectors, WordVector::title))
                .param("words", joined(vectors, WordVector::all))
                .param("edition", Vocabulary.EDITION)
                .update();
        count(counts);
    }

    /** Lexemes hold no spaces. */
    private static String[] joined(Map<Long, WordVector> vectors, Function<WordVector, Set<String>> words) {
        return vectors.values().stream()
                .map(words)
                .map(lexemes -> String.join(" ", lexemes))
                .toArray(String[]::new);
    }

    void remove(long item) {
        jdbc.sql(ALONE).query().singleRow();
        Map<String, Integer> counts = new TreeMap<>();
        old(Set.of(item)).values().forEach(lexemes -> {
            lexemes.forEach(lexeme -> counts.put(lexeme, -1));
            counts.put(ALL, -1);
        });
        jdbc.sql("delete from perezvon.knowledge_words where item_id = :item")
                .param("item", item)
                .update();
        count(counts);
    }

    private Map<Long, List<String>> old(Collection<Long> items) {
        Map<Long, List<String>> old = new HashMap<>();
        jdbc.sql(OLD).param("items", items.toArray(Long[]::new)).query(row -> {
            old.put(row.getLong("item_id"), List.of((String[])
                    row.getArray("lexemes").getArray()));
        });
        return old;
    }

    private void count(Map<String, Integer> counts) {
        counts.values().removeIf(change -> change == 0);
        if (!counts.isEmpty()) {
            jdbc.sql(COUNT)
                    .param("lexemes", counts.keySet().toArray(String[]::new))
                    .param(
                            "stems",
                            counts.keySet().stream().map(Vocabulary::stem).toArray(String[]::new))
                    .param("counts", counts.values().toArray(Integer[]::new))
                    .update();
        }
    }
}
