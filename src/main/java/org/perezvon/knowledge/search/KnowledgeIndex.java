package org.perezvon.knowledge.search;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** Which items are found by which words. */
@Component
public class KnowledgeIndex {

    /** Enough to be sure that the best are among them; more would keep the operator waiting. */
    private static final int LOOKED_AT = 300;

    /** Beyond that it is not worth looking wider. */
    private static final int ENOUGH = 20;

    private final AskedReader reader;
    private final SearchStore searches;
    private final IndexStore index;
    private final Vocabulary vocabulary;
    private final NoiseWords noise;

    KnowledgeIndex(
            AskedReader reader, SearchStore searches, IndexStore index, Vocabulary vocabulary, NoiseWords noise) {
        this.reader = reader;
        this.searches = searches;
        this.index = index;
        this.vocabulary = vocabulary;
        this.noise = noise;
    }

    /** From now on they are found by these words and by no others. */
    public void put(List<Indexed> items) {
        Map<Long, WordVector> vectors = items.stream()
                .collect(toMap(
                        Indexed::itemId,
                        item -> WordVector.of(item, vocabulary, noise),
                        (one, other) -> other,
                        LinkedHashMap::new));
        index.put(vectors);
    }

    /** From now on it is not found. */
    public void remove(long itemId) {
        index.remove(itemId);
    }

    /** The best first; what fits only by its commonest words comes last. */
    public Findings find(String typed, int limit) {
        if (typed.isBlank()) {
            return Findings.NONE;
        }
        Asked asked = reader.read(typed.strip());
        List<AskedWord> words = asked.words();
        if (asked.leading().isEmpty()) {
            return Findings.NONE;
        }
        double fits = asked.fits();
        Map<Long, Double> scores = new HashMap<>();
        for (SearchStore.Required required : new Widening(asked.leading()).steps()) {
            List<SearchStore.Scored> best = searches.best(required, words, LOOKED_AT, limit);
            best.forEach(scored -> scores.put(scored.itemId(), scored.score()));
            if (scores.size() >= ENOUGH) {
                break;
            }
        }
        List<Hit> hits = scores.entrySet().stream()
                .filter(scored -> scored.getValue() >= fits)
                .map(scored -> new Hit(scored.getKey(), scored.getValue()))
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(Hit::itemId, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
        return new Findings(hits, asked.lexemes());
    }
}
