package org.perezvon.knowledge.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an item must have to be looked at, from the narrowest to the widest: all words, all but one, two of them, one. Looking is
 * dear, so nobody looks wider than needed.
 */
final class Widening {

    /** More would be more combinations than the database can weigh in time. */
    private static final int MOST_WORDS = 6;

    /** A word that so many items have leads to none of them by itself. */
    private static final int COMMON = 2000;

    private final List<AskedWord> words;

    /** @param words those that say most first */
    Widening(List<AskedWord> words) {
        this.words = words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    /** Titles are few words, so all combinations can be tried there. In texts only the words themselves are looked for, and only rare ones alone. */
    Set<SearchStore.Required> steps() {
        Set<SearchStore.Required> steps = new LinkedHashSet<>();
        steps.add(new SearchStore.Required(all(words, AskedWord::anyway), all(words, AskedWord::surely)));
        if (words.size() > 2) {
            List<AskedWord> rarer = words.subList(0, (words.size() + 2) / 2);
            steps.add(new SearchStore.Required(allButOne(), all(rarer, AskedWord::surely)));
            steps.add(new SearchStore.Required(twoOf(words), twoOf(rare())));
        }
        steps.add(new SearchStore.Required(any(words), any(rare())));
        return steps;
    }

    private static String all(List<AskedWord> words, Function<AskedWord, String> said) {
        return words.stream().map(said).collect(joining(" & ", "(", ")"));
    }

    private static String any(List<AskedWord> words) {
        return words.stream().map(AskedWord::anyway).collect(joining(" | ", "(", ")"));
    }

    private String allButOne() {
        List<String> combinations = new ArrayList<>();
        for (AskedWord left : words) {
            combinations.add(
                    all(words.stream().filter(word -> !word.equals(left)).toList(), AskedWord::anyway));
        }
        return String.join(" | ", combinations);
    }

    private static String twoOf(List<AskedWord> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < words.size() - 1; i++) {
            pairs.add(words.get(i).anyway() + " & " + any(words.subList(i + 1, words.size())));
        }
        return pairs.isEmpty() ? any(words) : String.join(" | ", pairs);
    }

    private List<AskedWord> rare() {
        List<AskedWord> rare =
                words.stream().filter(word -> word.items() <= COMMON).toList();
        return rare.isEmpty() ? words.subList(0, 1) : rare;
    }
}
