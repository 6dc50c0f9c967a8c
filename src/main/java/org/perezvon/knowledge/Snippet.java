package org.perezvon.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.perezvon.knowledge.language.Token;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** The place of a text that fits what was typed best, with the words that fit. */
@Component
class Snippet {

    private static final int LENGTH = 240;

    /** Of a longer text only the beginning is looked through: somebody waits. */
    private static final int LONGEST = 8000;

    private final Vocabulary vocabulary;

    Snippet(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param lexemes words as the vocabulary spells them */
    List<FoundItem.Piece> of(String text, Set<String> lexemes) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Token> tokens = vocabulary.tokens(read);
        List<Token> fitting =
                tokens.stream().filter(token -> fits(token, lexemes)).toList();
        int start = start(tokens, fitting);
        int end = end(tokens, start, read.length());
        List<FoundItem.Piece> pieces = new ArrayList<>();
        if (start > 0) {
            pieces.add(new FoundItem.Piece("… ", false));
        }
        int at = start;
        for (Token token : fitting) {
            if (token.start() >= at && token.end() <= end) {
                add(pieces, read.substring(at, token.start()), false);
                add(pieces, read.substring(token.start(), token.end()), true);
                at = token.end();
            }
        }
        add(pieces, read.substring(at, end), false);
        if (end < text.strip().length()) {
            pieces.add(new FoundItem.Piece(" …", false));
        }
        return pieces;
    }

    /** Whether the word was looked for. */
    static boolean fits(Token token, Set<String> lexemes) {
        return token.lemmas().stream().anyMatch(lexemes::contains);
    }

    /** Where a window begins that holds the most different words looked for. */
    private static int start(List<Token> tokens, List<Token> fitting) {
        int best = 0;
        int most = 0;
        for (Token first : fitting) {
            Set<Set<String>> different = new HashSet<>();
            fitting.stream()
                    .filter(token -> token.start() >= first.start() && token.end() <= first.start() + LENGTH)
                    .forEach(token -> different.add(token.lemmas()));
            if (different.size() > most) {
                most = different.size();
                best = first.start();
            }
        }
        return aFewWordsBefore(tokens, best);
    }

    private static int aFewWordsBefore(List<Token> tokens, int place) {
        if (place < LENGTH / 3) {
            return 0;
        }
        return tokens.stream()
                .filter(token -> token.start() >= place - LENGTH / 6)
                .findFirst()
                .map(Token::start)
                .orElse(place);
    }

    private static int end(List<Token> tokens, int start, int length) {
        if (length - start <= LENGTH + LENGTH / 4) {
            return length;
        }
        return tokens.stream()
                .filter(token -> token.end() <= start + LENGTH)
                .reduce((one, later) -> later)
                .map(Token::end)
                .filter(end -> end > start)
                .orElse(Math.min(length, start + LENGTH));
    }

    private static void add(List<FoundItem.Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new FoundItem.Piece(text, found));
        }
    }
}
