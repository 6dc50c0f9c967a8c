package org.perezvon.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.knowledge.language.KeyboardLayout;
import org.perezvon.knowledge.language.Mistyping;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Token;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** Understands what was typed: other forms, other words, slips of the keyboard, a last word that is still being typed. */
@Component
class AskedReader {

    /** Where an operator's question becomes a story, its first words have said what it is about. */
    private static final int MOST_WORDS = 24;

    private static final double RELATIVE = 0.35;
    private static final double ONLY_RELATIVE = 0.6;
    private static final double SYNONYM = 0.8;
    private static final double BEGINNING = 0.7;
    private static final double MISTYPED = 0.85;
    private static final double EACH_STEP = 0.2;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_BEGINNINGS = 8;
    private static final int MOST_LOOKALIKES = 12;

    private final Vocabulary vocabulary;
    private final NoiseWords noise;
    private final Synonyms synonyms;
    private final LexiconStore lexicon;

    AskedReader(Vocabulary vocabulary, NoiseWords noise, Synonyms synonyms, LexiconStore lexicon) {
        this.vocabulary = vocabulary;
        this.noise = noise;
        this.synonyms = synonyms;
        this.lexicon = lexicon;
    }

    /** The words that say something, each once, in the order in which they were typed. */
    List<AskedWord> read(String typed) {
        List<Token> tokens = meant(typed);
        Set<String> lexemes = new HashSet<>();
        tokens.forEach(token -> lexemes.addAll(withRoots(token)));
        Map<String, Integer> known = lexicon.counts(lexemes);
        List<AskedWord> words = new ArrayList<>();
        for (Token token : tokens) {
            words.add(asked(token, known));
        }
        for (int i = 0; i < tokens.size(); i++) {
            addSynonyms(tokens, i, words);
        }
        if (!tokens.isEmpty() && isUnfinished(typed)) {
            finish(tokens.get(tokens.size() - 1), words.get(words.size() - 1));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (words.get(i).isEmpty()) {
                mend(tokens.get(i), words.get(i));
            }
        }
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static boolean isUnfinished(String typed) {
        return Character.isLetterOrDigit(typed.charAt(typed.length() - 1));
    }

    private static Set<String> withRoots(Token token) {
        Set<String> lexemes = new HashSet<>(token.lemmas());
        token.lemmas().stream()
                .map(Vocabulary::root)
                .filter(root -> !root.isEmpty())
                .forEach(lexemes::add);
        return lexemes;
    }

    private List<Token> meant(String typed) {
        List<Token> meant = new ArrayList<>();
        for (String piece : typed.strip().split("\\s+")) {
            meant.addAll(inTheRightLayout(piece));
        }
        Set<String> seen = new HashSet<>();
        return meant.stream()
                .filter(token -> !noise.isNoise(token))
                .filter(token -> seen.add(token.written()))
                .limit(MOST_WORDS)
                .toList();
    }

    private List<Token> inTheRightLayout(String piece) {
        List<Token> asTyped = vocabulary.tokens(piece);
        if (piece.chars().noneMatch(c -> c >= 'A' && c <= 'z' && Character.isLetter(c))) {
            return asTyped;
        }
        return swapped(piece)
                .filter(token -> isSense(token, asTyped))
                .map(List::of)
                .orElse(asTyped);
    }

    /** The keys read as Russian ones; punctuation at the end may be a letter there, or a full stop. */
    private Optional<Token> swapped(String piece) {
        Optional<Token> whole = onlyToken(KeyboardLayout.russian(piece));
        if (whole.filter(token -> vocabulary.knows(token.written())).isPresent()) {
            return whole;
        }
        return onlyToken(KeyboardLayout.russian(piece.replaceAll("[.,;:!?\"']+$", "")))
                .or(() -> whole);
    }

    private Optional<Token> onlyToken(String text) {
        List<Token> tokens = vocabulary.tokens(text);
        return tokens.size() == 1 ? Optional.of(tokens.get(0)) : Optional.empty();
    }

    private boolean isSense(Token swapped, List<Token> asTyped) {
        if (vocabulary.knows(swapped.written())) {
            return true;
        }
        Set<String> latin = new HashSet<>();
        asTyped.forEach(token -> latin.addAll(token.lemmas()));
        return lexicon.counts(latin).isEmpty();
    }

    private static AskedWord asked(Token token, Map<String, Integer> known) {
        AskedWord word = AskedWord.of(token.written());
        Set<String> here = token.lemmas().stream().filter(known::containsKey).collect(Collectors.toSet());
        word.or(here, 1);
        Set<String> roots = token.lemmas().stream()
                .map(Vocabulary::root)
                .filter(known::containsKey)
                .collect(Collectors.toSet());
        return word.or(roots, here.isEmpty() ? ONLY_RELATIVE : RELATIVE);
    }

    private void addSynonyms(List<Token> tokens, int at, List<AskedWord> words) {
        for (Synonyms.Meaning meaning : synonyms.at(tokens, at)) {
            int length = meaning.term().words().size();
            for (Synonyms.Term other : meaning.others()) {
                String query = other.words().stream().map(AskedWord::any).collect(Collectors.joining(" & ", "(", ")"));
                words.subList(at, at + length).forEach(word -> word.or(query, SYNONYM));
            }
        }
    }

    private void finish(Token token, AskedWord word) {
        if (token.written().length() >= SHORTEST_BEGINNING) {
            lexicon.beginning(token.written(), MOST_BEGINNINGS)
                    .forEach(lexeme -> word.or(AskedWord.quoted(lexeme), BEGINNING));
        }
    }

    private record Lookalike(String lexeme, double steps) {}

    private void mend(Token token, AskedWord word) {
        String stem = Vocabulary.stem(token.written());
        List<Lookalike> near = lexicon.lookingLike(stem, MOST_LOOKALIKES).stream()
                .map(lexeme -> new Lookalike(
                        lexeme,
                        Math.min(
                                Mistyping.distance(token.written(), lexeme),
                                Mistyping.distance(stem, Vocabulary.stem(lexeme)))))
                .filter(lookalike -> lookalike.steps() <= mostSteps(stem))
                .sorted(Comparator.comparingDouble(Lookalike::steps))
                .toList();
        near.stream()
                .filter(lookalike -> lookalike.steps() <= near.get(0).steps() + 0.5)
                .forEach(lookalike ->
                        word.or(AskedWord.quoted(lookalike.lexeme()), MISTYPED - EACH_STEP * lookalike.steps()));
    }

    private static double mostSteps(String stem) {
        if (stem.length() <= 3) {
            return 0.5;
        }
        if (stem.length() <= 4) {
            return 1;
        }
        return stem.length() <= 7 ? 1.5 : 2;
    }
}
