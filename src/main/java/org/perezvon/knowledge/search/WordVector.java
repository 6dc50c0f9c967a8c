package org.perezvon.knowledge.search;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;

/**
 * The words of an item as PostgreSQL keeps them, each once, in their dictionary form. Where they stand says nothing, so that is not kept.
 *
 * @param title of title and topics
 * @param all of these and of the text
 */
record WordVector(SortedSet<String> title, SortedSet<String> all) {

    static WordVector of(Indexed item, Vocabulary vocabulary, NoiseWords noise) {
        SortedSet<String> title = new TreeSet<>(lemmas(List.of(item.title()), vocabulary, noise));
        title.addAll(lemmas(item.topics(), vocabulary, noise));
        SortedSet<String> all = new TreeSet<>(title);
        all.addAll(lemmas(List.of(item.text()), vocabulary, noise));
        return new WordVector(title, all);
    }

    private static Collection<String> lemmas(List<String> texts, Vocabulary vocabulary, NoiseWords noise) {
        return texts.stream()
                .flatMap(text -> vocabulary.tokens(text).stream())
                .filter(token -> !noise.isNoise(token))
                .flatMap(token -> token.lemmas().stream())
                .toList();
    }
}
