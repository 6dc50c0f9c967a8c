package org.perezvon.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Token;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** Other words for what was typed. Kept in memory until somebody on any node changes them. */
@Component
class Synonyms {

    private final SynonymStore store;
    private final Vocabulary vocabulary;
    private final NoiseWords noise;
    private volatile Thesaurus kept = new Thesaurus(-1, Map.of());

    Synonyms(SynonymStore store, Vocabulary vocabulary, NoiseWords noise) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.noise = noise;
    }

    /** One way to say something: its words in their order, each by what it may be a form of. */
    record Term(List<Set<String>> words) {

        /** How many tokens from here on say it; 0: they say something else. */
        int lengthAt(List<Token> tokens, int start) {
            if (start + words.size() > tokens.size()) {
                return 0;
            }
            for (int i = 0; i < words.size(); i++) {
                Set<String> typed = tokens.get(start + i).lemmas();
                if (words.get(i).stream().noneMatch(typed::contains)) {
                    return 0;
                }
            }
            return words.size();
        }
    }

    /** @param byFirstLemma each term with the others of its group, by each lemma of its first word */
    record Thesaurus(long edition, Map<String, List<Meaning>> byFirstLemma) {}

    record Meaning(Term term, List<Term> others) {}

    /** What else the tokens from here on may be called, with how many of them say it. */
    List<Meaning> at(List<Token> tokens, int start) {
        Thesaurus thesaurus = thesaurus();
        return tokens.get(start).lemmas().stream()
                .flatMap(lemma -> thesaurus.byFirstLemma().getOrDefault(lemma, List.of()).stream())
                .distinct()
                .filter(meaning -> meaning.term().lengthAt(tokens, start) > 0)
                .toList();
    }

    private Thesaurus thesaurus() {
        long edition = store.edition();
        Thesaurus known = kept;
        if (known.edition() == edition) {
            return known;
        }
        Thesaurus fresh = new Thesaurus(edition, indexed(store.all()));
        kept = fresh;
        return fresh;
    }

    private Map<String, List<Meaning>> indexed(List<SynonymGroup> groups) {
        Map<String, List<Meaning>> indexed = new HashMap<>();
        for (SynonymGroup group : groups) {
            List<Term> terms = group.terms().stream()
                    .map(this::term)
                    .filter(term -> !term.words().isEmpty())
                    .distinct()
                    .toList();
            for (Term term : terms) {
                List<Term> others =
                        terms.stream().filter(other -> !other.equals(term)).toList();
                for (String first : term.words().get(0)) {
                    indexed.computeIfAbsent(first, none -> new ArrayList<>()).add(new Meaning(term, others));
                }
            }
        }
        return indexed;
    }

    private Term term(String words) {
        return new Term(vocabulary.tokens(words).stream()
                .filter(token -> !noise.isNoise(token))
                .map(Token::lemmas)
                .toList());
    }
}
