package org.perezvon.knowledge.search;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** Which items are found by which words. */
@Component
public class KnowledgeIndex {

    /** Enough to be sure that the best are among them; more would keep the operator waiting. */
    private static final int LOOKED_AT = 2000;

    /** Beyond that the words are what everybody says: the rest is not worth looking wider. */
    private static final int ENOUGH = 40;

    private static final int MOST_REQUIRED = 8;
    private static final double MOST_OF_IT = 0.6;
    private static final Pattern LEXEME = Pattern.compile("'([^']*)'");

    private final AskedReader reader;
    private final LexiconStore lexicon;
    private final SearchStore searches;
    private final IndexStore index;
    private final Vocabulary vocabulary;
    private final NoiseWords noise;

    KnowledgeIndex(
            AskedReader reader,
            LexiconStore lexicon,
            SearchStore searches,
            IndexStore index,
            Vocabulary vocabulary,
            NoiseWords noise) {
        this.reader = reader;
        this.lexicon = lexicon;
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
        List<Weighed> words = weighed(reader.read(typed.strip()));
        if (words.isEmpty()) {
            return Findings.NONE;
        }
        SearchStore.Ways ways = ways(words);
        Map<Long, Double> scores = new HashMap<>();
        int lookedAt = 0;
        for (String required : wider(words)) {
            List<SearchStore.Scored> best = searches.best(required, ways, LOOKED_AT, limit);
            best.forEach(scored -> scores.put(scored.itemId(), scored.score()));
            lookedAt = Math.max(lookedAt, best.isEmpty() ? 0 : best.get(0).lookedAt());
            if (lookedAt >= ENOUGH) {
                break;
            }
        }
        List<Hit> hits = scores.entrySet().stream()
                .map(scored -> new Hit(scored.getKey(), scored.getValue()))
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(Hit::itemId, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
        return new Findings(hits, lexemesOf(words));
    }

    private static Set<String> lexemesOf(List<Weighed> words) {
        return words.stream()
                .flatMap(weighed -> weighed.word().ways().keySet().stream())
                .flatMap(way -> lexemes(way).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param weight how much the word says: the rarer, the more */
    private record Weighed(AskedWord word, double weight, int items) {

        String anyWay() {
            return word.ways().keySet().stream().collect(joining(" | ", "(", ")"));
        }
    }

    private List<Weighed> weighed(List<AskedWord> words) {
        Set<String> lexemes = new HashSet<>(Set.of(IndexStore.ALL));
        words.forEach(word -> word.ways().keySet().forEach(way -> lexemes.addAll(lexemes(way))));
        Map<String, Integer> counts = lexicon.counts(lexemes);
        int all = counts.getOrDefault(IndexStore.ALL, 0);
        return words.stream()
                .map(word -> {
                    int items = items(word, counts);
                    return new Weighed(word, Math.log1p((double) all / (1 + items)), items);
                })
                .filter(weighed -> weighed.items() > 0)
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .toList();
    }

    /** In how many items the word itself stands, or else the likest of what would do instead. */
    private static int items(AskedWord word, Map<String, Integer> counts) {
        double best = word.ways().values().stream().mapToDouble(x -> x).max().orElse(0);
        return word.ways().entrySet().stream()
                .filter(way -> way.getValue() == best)
                .mapToInt(way -> lexemes(way.getKey()).stream()
                        .mapToInt(lexeme -> counts.getOrDefault(lexeme, 0))
                        .min()
                        .orElse(0))
                .sum();
    }

    private static List<String> lexemes(String query) {
        List<String> lexemes = new ArrayList<>();
        Matcher quoted = LEXEME.matcher(query);
        while (quoted.find()) {
            lexemes.add(quoted.group(1));
        }
        return lexemes;
    }

    private static SearchStore.Ways ways(List<Weighed> words) {
        SearchStore.Ways ways = new SearchStore.Ways(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < words.size(); i++) {
            Map<Double, List<String>> byWeight = new LinkedHashMap<>();
            words.get(i).word().ways().forEach((query, weight) -> byWeight.computeIfAbsent(
                            weight, none -> new ArrayList<>())
                    .add(query));
            for (Map.Entry<Double, List<String>> equal : byWeight.entrySet()) {
                ways.words().add(i);
                ways.queries().add(String.join(" | ", equal.getValue()));
                ways.weights().add(equal.getKey() * words.get(i).weight());
            }
        }
        return ways;
    }

    /** What an item must have to be looked at: first all words in its title, then anywhere, then most of what was said, then any rare word. */
    private static Set<String> wider(List<Weighed> words) {
        List<Weighed> required = words.subList(0, Math.min(words.size(), MOST_REQUIRED));
        String all = required.stream().map(Weighed::anyWay).collect(joining(" & "));
        double said = required.stream().mapToDouble(Weighed::weight).sum();
        List<String> most = new ArrayList<>();
        combine(required, 0, 0, said * MOST_OF_IT, new ArrayList<>(), most);
        Set<String> wider = new LinkedHashSet<>();
        wider.add(SearchStore.inTitle(all));
        wider.add(all);
        wider.add(String.join(" | ", most));
        wider.add(rare(words));
        return wider;
    }

    /** The rarest word, and others while they do not lead to more than can be looked at. */
    private static String rare(List<Weighed> words) {
        List<String> rare = new ArrayList<>();
        int items = 0;
        for (Weighed word : words) {
            items += word.items();
            if (rare.isEmpty() || items <= LOOKED_AT) {
                rare.add(word.anyWay());
            }
        }
        return String.join(" | ", rare);
    }

    /** Every smallest set of words that says enough. */
    private static void combine(
            List<Weighed> words, int from, double said, double enough, List<String> taken, List<String> sets) {
        if (said >= enough) {
            sets.add(taken.stream().collect(joining(" & ", "(", ")")));
            return;
        }
        for (int i = from; i < words.size(); i++) {
            taken.add(words.get(i).anyWay());
            combine(words, i + 1, said + words.get(i).weight(), enough, taken, sets);
            taken.remove(taken.size() - 1);
        }
    }
}
