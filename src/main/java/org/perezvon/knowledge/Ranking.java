package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Token;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/** What counts beside the words themselves: a title that asks the same, a short answer, use, freshness. */
@Component
class Ranking {

    private static final double TITLE = 0.3;
    private static final double EXPIRED = 0.6;
    private static final double AHEAD = 0.8;
    private static final double EACH_USE = 0.03;
    private static final double LENGTH = 0.08;
    private static final int SHORT = 600;

    private final Vocabulary vocabulary;
    private final NoiseWords noise;

    Ranking(Vocabulary vocabulary, NoiseWords noise) {
        this.vocabulary = vocabulary;
        this.noise = noise;
    }

    /** @param byWords what the words alone say */
    double score(double byWords, KnowledgeItem item, Set<String> lexemes, LocalDate today) {
        Edition edition = item.current().edition();
        double score = byWords * (1 - TITLE + TITLE * coverage(edition.title(), lexemes));
        score /= 1 + LENGTH * Math.log1p((double) edition.text().length() / SHORT);
        score *= 1 + EACH_USE * Math.log1p(item.uses());
        if (edition.validity().isOver(today)) {
            score *= EXPIRED;
        } else if (edition.validity().isAhead(today)) {
            score *= AHEAD;
        }
        return score;
    }

    /** Which part of the title's words was looked for. */
    private double coverage(String title, Set<String> lexemes) {
        List<Token> tokens = vocabulary.tokens(title).stream()
                .filter(token -> !noise.isNoise(token))
                .toList();
        return tokens.isEmpty()
                ? 0
                : (double) tokens.stream()
                                .filter(token -> Snippet.fits(token, lexemes))
                                .count()
                        / tokens.size();
    }
}
