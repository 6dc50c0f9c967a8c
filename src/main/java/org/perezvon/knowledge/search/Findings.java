package org.perezvon.knowledge.search;

import java.util.List;
import java.util.Set;

/**
 * What a search has found.
 *
 * @param hits the best first
 * @param lexemes the words they were found by, as {@link org.perezvon.knowledge.language.Vocabulary} spells them
 */
public record Findings(List<Hit> hits, Set<String> lexemes) {

    static final Findings NONE = new Findings(List.of(), Set.of());
}
