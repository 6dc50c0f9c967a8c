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

    private static final double RELATIVE = 0.6;
    private static final double KIN = 0.4;
    private static final double SYNONYM = 0.7;
    private static final double BEGINNING = 0.7;
    private static final double MISTYPED = 0.9;
    private static final double EACH_STEP = 0.2;
    private static final double STRANGE = 0.5;
    private static final double WEAK = 0.4;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_BEGINNINGS = 8;
    private static final int MOST_LOOKALIKES = 12;
    private static final int MOST_RELATIVES = 5;
    private static final int MOST_WAYS = 10;

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

    /** The words that say something, each once. */
    Asked read(String typed) {
        lexicon.prepare();
        List<Token> tokens = meant(typed);
        List<List<Way>> ways = new ArrayList<>();
        tokens.forEach(token -> ways.add(asked(token)));
        for (int i = 0; i < tokens.size(); i++) {
            addSynonyms(tokens, i, ways);
        }
        if (!tokens.isEmpty() && isUnfinished(typed)) {
            ways.get(ways.size() - 1).addAll(ends(tokens.get(tokens.size() - 1)));
        }
        Set<String> lexemes = lexemes(ways);
        lexemes.add(IndexStore.ALL);
        Map<String, Integer> counts = lexicon.counts(lexemes);
        for (int i = 0; i < tokens.size(); i++) {
            if (ways.get(i).stream().noneMatch(way -> way.among(counts).isPresent())) {
                List<Way> others = instead(tokens.get(i));
                ways.get(i).addAll(others);
                counts.putAll(lexicon.counts(lexemes(List.of(others))));
            }
        }
        int all = Math.max(1, counts.getOrDefault(IndexStore.ALL, 0));
        List<AskedWord> words = new ArrayList<>();
        double strange = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean telling = !noise.isWeak(tokens.get(i));
            Optional<AskedWord> word = weighed(ways.get(i), counts, all, telling);
            word.ifPresent(words::add);
            strange += word.isPresent() || !telling ? 0 : STRANGE * Math.log1p(all);
        }
        return new Asked(
                words.stream()
                        .distinct()
                        .sorted(Comparator.comparingDouble(AskedWord::weight).reversed())
                        .toList(),
                strange,
                tokens.size());
    }

    private static Set<String> lexemes(List<List<Way>> ways) {
        return ways.stream()
                .flatMap(List::stream)
                .flatMap(way -> way.words().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The surest ways that lead anywhere; a word is as rare as the surest of them. */
    private static Optional<AskedWord> weighed(List<Way> ways, Map<String, Integer> counts, int all, boolean telling) {
        List<Way> known = ways.stream()
                .flatMap(way -> way.among(counts).stream())
                .sorted(Comparator.comparingDouble(Way::weight).reversed())
                .limit(MOST_WAYS)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double surest = known.get(0).weight();
        int items = known.stream()
                .filter(way -> way.weight() == surest)
                .mapToInt(way -> way.items(counts))
                .sum();
        int anyway = known.stream().mapToInt(way -> way.items(counts)).sum();
        return Optional.of(new AskedWord(
                known,
                (telling ? 1 : WEAK) * Math.sqrt(surest) * Math.log1p((double) all / (1 + items)),
                anyway,
                telling));
    }

    private static boolean isUnfinished(String typed) {
        return Character.isLetterOrDigit(typed.charAt(typed.length() - 1));
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

    private List<Way> asked(Token token) {
        List<Way> ways = new ArrayList<>();
        token.lemmas().forEach(lemma -> ways.add(Way.of(lemma, 1)));
        if (vocabulary.knows(token.written())) {
            relatives(token, KIN).forEach(ways::add);
        }
        return ways;
    }

    private void addSynonyms(List<Token> tokens, int at, List<List<Way>> ways) {
        for (Synonyms.Meaning meaning : synonyms.at(tokens, at)) {
            int length = meaning.term().words().size();
            for (Synonyms.Term other : meaning.others()) {
                ways.subList(at, at + length).forEach(each -> each.add(new Way(other.words(), SYNONYM)));
            }
        }
    }

    private List<Way> ends(Token token) {
        return token.written().length() < SHORTEST_BEGINNING
                ? List.of()
                : lexicon.beginning(token.written(), MOST_BEGINNINGS).stream()
                        .map(lexeme -> Way.of(lexeme, BEGINNING))
                        .toList();
    }

    /** What a word may have been meant to be that no item has: a relative of one, or another one mistyped. */
    private List<Way> instead(Token token) {
        return vocabulary.knows(token.written()) ? relatives(token, RELATIVE) : mended(token);
    }

    private List<Way> relatives(Token token, double weight) {
        return token.lemmas().stream()
                .map(Vocabulary::root)
                .filter(root -> !root.isEmpty())
                .flatMap(root -> lexicon.beginning(root, MOST_RELATIVES).stream())
                .distinct()
                .map(lexeme -> Way.of(lexeme, weight))
                .toList();
    }

    private record Lookalike(String lexeme, double steps) {}

    private List<Way> mended(Token token) {
        String stem = Vocabulary.stem(token.written());
        List<Lookalike> near = lexicon.lookingLike(stem, MOST_LOOKALIKES).stream()
                .map(lexeme -> new Lookalike(
                        lexeme,
                        Math.min(
                                Mistyping.distance(token.written(), lexeme),
                                Mistyping.distance(stem, Vocabulary.stem(lexeme)))))
                .filter(lookalike -> lookalike.steps() <= mostSteps(token.written()))
                .sorted(Comparator.comparingDouble(Lookalike::steps))
                .toList();
        return near.stream()
                .filter(lookalike -> lookalike.steps() <= near.get(0).steps() + 0.5)
                .map(lookalike -> Way.of(lookalike.lexeme(), MISTYPED - EACH_STEP * lookalike.steps()))
                .toList();
    }

    private static double mostSteps(String typed) {
        if (typed.length() <= 3) {
            return 0.5;
        }
        if (typed.length() <= 5) {
            return 1;
        }
        return typed.length() <= 8 ? 1.5 : 2;
    }
}
