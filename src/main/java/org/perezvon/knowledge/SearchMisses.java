package org.perezvon.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes down what was looked for in vain. People search while they type: of one search only its longest words count, and only
 * when they begin another one. Kept are words of the dictionary in their first form: no name, number or address of anybody, and
 * nobody who looked.
 */
@Component
class SearchMisses {

    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 8;
    private static final int MOST_PEOPLE = 2000;
    private static final Duration ONE_SEARCH = Duration.ofMinutes(2);

    private final MissStore store;
    private final Vocabulary vocabulary;
    private final NoiseWords noise;
    private final KnowledgeBase knowledge;
    private final Clock clock;
    private final Cache<String, Typed> typed =
            Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();

    SearchMisses(MissStore store, Vocabulary vocabulary, NoiseWords noise, KnowledgeBase knowledge, Clock clock) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.noise = noise;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    private record Typed(String words, boolean found, Instant at) {}

    /** @param person who is typing; kept in memory only, until the next search */
    @Transactional
    public void heard(String person, String words, boolean found) {
        Typed now = new Typed(words.strip().toLowerCase(Locale.ROOT), found, clock.instant());
        Typed before = typed.asMap().put(person, now);
        if (before == null) {
            return;
        }
        if (isSame(before, now)) {
            if (before.words().length() > now.words().length()) {
                typed.put(person, new Typed(before.words(), before.found(), now.at()));
            }
        } else if (!before.found()) {
            missed(before.words());
        }
    }

    private static boolean isSame(Typed before, Typed now) {
        boolean soon = before.at().plus(ONE_SEARCH).isAfter(now.at());
        return soon && (now.words().startsWith(before.words()) || before.words().startsWith(now.words()));
    }

    private void missed(String text) {
        List<String> words = vocabulary.tokens(text).stream()
                .filter(token -> token.written().length() >= SHORTEST)
                .filter(token -> vocabulary.knows(token.written())
                        && !vocabulary.mayBeName(token.written())
                        && !noise.isNoise(token))
                .map(token -> token.lemmas().stream().sorted().findFirst().orElse(token.written()))
                .distinct()
                .sorted()
                .limit(MOST_WORDS)
                .toList();
        if (!words.isEmpty()) {
            store.add(knowledge.today(), words);
        }
    }
}
