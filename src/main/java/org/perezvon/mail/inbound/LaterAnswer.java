package org.perezvon.mail.inbound;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where more time is asked for, or taken: an answer is promised for another day, and nothing else is said. */
final class LaterAnswer {

    private static final int TELLING = 30;

    /** «после заседания», «по итогам проверки», «по мере поступления» */
    private static final Set<String> AWAITED = Set.of("после", "итогам", "мере", "nach", "after", "après");

    private final SpokenWords letter;
    private final @Nullable LocalDate today;

    /** @param today when the letter was written; null when that is not known */
    LaterAnswer(SpokenWords letter, @Nullable LocalDate today) {
        this.letter = letter;
        this.today = today;
    }

    /** The sentence that says so; null when none does. */
    @Nullable
    Sentence said() {
        Sentence asked = letter.first(Saying.EXTENSION);
        if (asked != null || today == null || saysMore()) {
            return asked;
        }
        for (Sentence promise : letter.all(Saying.PROMISE)) {
            if (isLater(promise, today)) {
                return promise;
            }
        }
        return null;
    }

    private boolean saysMore() {
        Phrases promise = letter.rules().of(Saying.PROMISE);
        return letter.first(Saying.AUTO_REPLY) != null
                || letter.telling(Saying.PROMISE, Saying.REASON, Saying.ACKNOWLEDGEMENT) >= TELLING
                || letter.all(Saying.ACKNOWLEDGEMENT).stream().anyMatch(sentence -> !promise.in(sentence));
    }

    private static boolean isLater(Sentence promise, LocalDate today) {
        return promise.words().stream().anyMatch(AWAITED::contains)
                || SpokenDay.in(promise.words(), today).stream()
                        .anyMatch(day -> day.day().isAfter(today));
    }
}
