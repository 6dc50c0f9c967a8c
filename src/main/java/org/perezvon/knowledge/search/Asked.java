package org.perezvon.knowledge.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked, as far as items have words for it.
 *
 * @param words that stand in some item, those that say most first
 * @param strange how much the telling words say that stand in none
 * @param length how many words there are of both kinds
 */
record Asked(List<AskedWord> words, double strange, int length) {

    private static final int FEW = 3;
    private static final int A_STORY = 6;

    /** How much all of it says. */
    double weight() {
        return strange + words.stream().mapToDouble(AskedWord::weight).sum();
    }

    /** Of these an item must have some. None, where no item can know what the question is about. */
    List<AskedWord> leading() {
        List<AskedWord> telling = words.stream().filter(AskedWord::isTelling).toList();
        return telling.isEmpty() && strange == 0 ? words : telling;
    }

    /** What an item scores at least that is about this: most of a few words, a little of a long story. */
    double fits() {
        double share = length <= FEW ? 0.35 : length <= A_STORY ? 0.25 : 0.2;
        return share * weight();
    }

    Set<String> lexemes() {
        return words.stream().flatMap(word -> word.lexemes().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
