package org.perezvon.knowledge.search;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One word of what was asked.
 *
 * @param ways to say it, at least one; the surest first
 * @param weight how much it says: the rarer, the more
 * @param items how many have it, about
 * @param isTelling whether it says what the question is about, and not only what one asks of anything
 */
record AskedWord(List<Way> ways, double weight, int items, boolean isTelling) {

    private static final double THE_WORD_ITSELF = 0.9;

    /** The word itself, as {@code tsquery} reads it; empty, where only others will do. */
    String itself() {
        return query(
                ways.stream().filter(way -> way.weight() >= THE_WORD_ITSELF).toList());
    }

    /** The word itself, or, where only others will do, these. */
    String surely() {
        String itself = itself();
        return itself.isEmpty() ? anyway() : itself;
    }

    /** Any way to say it. */
    String anyway() {
        return query(ways);
    }

    private static String query(List<Way> ways) {
        return ways.isEmpty() ? "" : ways.stream().map(Way::query).collect(joining(" | ", "(", ")"));
    }

    Set<String> lexemes() {
        return ways.stream()
                .flatMap(way -> way.words().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
