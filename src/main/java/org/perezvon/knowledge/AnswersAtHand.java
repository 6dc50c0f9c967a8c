package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Token;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Whether the base held the answer to a question that was sent to agencies all the same. Told afterwards to editors, never to
 * the operator: so it would rather overlook one than accuse wrongly.
 */
@Component
public class AnswersAtHand {

    private static final int LOOKED_AT = 5;

    /** So much of the question must stand in the item, and so much of the item's title in the question. */
    private static final double ENOUGH = 0.5;

    private static final int FEWEST_WORDS = 2;

    private final KnowledgeBase knowledge;
    private final Vocabulary vocabulary;
    private final NoiseWords noise;

    AnswersAtHand(KnowledgeBase knowledge, Vocabulary vocabulary, NoiseWords noise) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.noise = noise;
    }

    /** The best item in force that probably answers it. */
    public Optional<AnswerAtHand> to(String question) {
        List<Token> asked = telling(question);
        if (asked.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        LocalDate today = knowledge.today();
        return knowledge.search(question, LOOKED_AT).stream()
                .map(FoundItem::current)
                .filter(version -> isInForce(version.edition().validity(), today))
                .filter(version -> share(telling(version.edition().title()), lemmas(asked)) >= ENOUGH)
                .map(version -> new AnswerAtHand(
                        version.itemId(), version.id(), share(asked, lemmas(telling(words(version.edition()))))))
                .filter(answer -> answer.share() >= ENOUGH)
                .findFirst();
    }

    private static boolean isInForce(Validity validity, LocalDate today) {
        return !validity.isOver(today) && !validity.isAhead(today);
    }

    private static String words(Edition edition) {
        return Stream.of(edition.title(), String.join(" ", edition.topics()), edition.wholeText())
                .collect(Collectors.joining("\n"));
    }

    private List<Token> telling(String text) {
        return vocabulary.tokens(text).stream()
                .filter(token -> !noise.isNoise(token))
                .toList();
    }

    private static Set<String> lemmas(List<Token> tokens) {
        return tokens.stream().flatMap(token -> token.lemmas().stream()).collect(Collectors.toSet());
    }

    private static double share(List<Token> tokens, Set<String> within) {
        long there = tokens.stream()
                .filter(token -> token.lemmas().stream().anyMatch(within::contains))
                .count();
        return tokens.isEmpty() ? 0 : (double) there / tokens.size();
    }
}
