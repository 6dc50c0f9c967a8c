package org.perezvon.knowledge.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One word of what was asked with everything that would do instead: query of {@code tsquery} and how much it says, 1 for the word itself.
 */
record AskedWord(String typed, Map<String, Double> ways) {

    static AskedWord of(String typed) {
        return new AskedWord(typed, new LinkedHashMap<>());
    }

    /** The better of two weights counts. */
    AskedWord or(String query, double weight) {
        ways.merge(query, weight, Math::max);
        return this;
    }

    AskedWord or(Set<String> lexemes, double weight) {
        lexemes.forEach(lexeme -> or(quoted(lexeme), weight));
        return this;
    }

    /** Any of them. */
    static String any(Set<String> lexemes) {
        return lexemes.stream().sorted().map(AskedWord::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    static String quoted(String lexeme) {
        return "'" + lexeme + "'";
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }
}
