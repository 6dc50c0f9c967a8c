package org.perezvon.knowledge.search;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;

/**
 * The words of an item as PostgreSQL keeps them: each lemma and each root once, with the places it stands at: A the title, B the topics, D
 * the text. Positions say nothing, so none is kept.
 */
record WordVector(SortedMap<String, TreeSet<Character>> places) {

    static WordVector of(Indexed item, Vocabulary vocabulary, NoiseWords noise) {
        WordVector vector = new WordVector(new TreeMap<>());
        vector.add(item.title(), 'A', vocabulary, noise);
        item.topics().forEach(topic -> vector.add(topic, 'B', vocabulary, noise));
        vector.add(item.text(), 'D', vocabulary, noise);
        return vector;
    }

    private void add(String text, char place, Vocabulary vocabulary, NoiseWords noise) {
        vocabulary.tokens(text).stream()
                .filter(token -> !noise.isNoise(token))
                .flatMap(token -> token.lemmas().stream())
                .forEach(lemma -> {
                    put(lemma, place);
                    put(Vocabulary.root(lemma), place);
                });
    }

    /** How a lexeme is spelt once more where it stands in the title: such lists are short, and need no second look. */
    static String inTitle(String lexeme) {
        return "^" + lexeme;
    }

    private void put(String lexeme, char place) {
        if (!lexeme.isEmpty()) {
            places.computeIfAbsent(lexeme, none -> new TreeSet<>()).add(place);
            if (place == 'A') {
                places.computeIfAbsent(inTitle(lexeme), none -> new TreeSet<>()).add(place);
            }
        }
    }

    Set<String> lexemes() {
        return places.keySet();
    }

    /** As {@code tsvector} reads it. */
    String literal() {
        StringBuilder literal = new StringBuilder();
        places.forEach((lexeme, at) -> {
            literal.append('\'').append(lexeme).append("':");
            char separator = 0;
            int position = 1;
            for (char place : at) {
                if (separator != 0) {
                    literal.append(separator);
                }
                literal.append(position++).append(place);
                separator = ',';
            }
            literal.append(' ');
        });
        return literal.toString();
    }
}
