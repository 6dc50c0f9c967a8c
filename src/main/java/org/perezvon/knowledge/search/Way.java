package org.perezvon.knowledge.search;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One way to say what was asked.
 *
 * @param words all of which an item must have, each by what it may be a form of
 * @param weight how much it says, 1 for the very word that was typed
 */
record Way(List<Set<String>> words, double weight) {

    static Way of(String lexeme, double weight) {
        return new Way(List.of(Set.of(lexeme)), weight);
    }

    /** What of it some item has at all; empty, when none can have it. */
    Optional<Way> among(Map<String, Integer> counts) {
        List<Set<String>> known = words.stream()
                .<Set<String>>map(lemmas -> {
                    Set<String> here = new TreeSet<>(lemmas);
                    here.retainAll(counts.keySet());
                    return here;
                })
                .toList();
        return known.stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(new Way(known, weight));
    }

    /** At most so many items have it. */
    int items(Map<String, Integer> counts) {
        return words.stream()
                .mapToInt(lemmas -> lemmas.stream()
                        .mapToInt(lemma -> counts.getOrDefault(lemma, 0))
                        .sum())
                .min()
                .orElse(0);
    }

    /** As {@code tsquery} reads it. Lexemes hold no quotation marks. */
    String query() {
        return words.stream()
                .map(lemmas -> lemmas.stream().map(lemma -> "'" + lemma + "'").collect(joining(" | ", "(", ")")))
                .collect(joining(" & ", "(", ")"));
    }
}
