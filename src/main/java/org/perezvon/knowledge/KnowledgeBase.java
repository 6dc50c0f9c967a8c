package org.perezvon.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The information base: what an operator may say at once (I-9). */
@Component
@Transactional
public class KnowledgeBase {

    private final AnswerTemplateStore store;
    private final Clock clock;

    KnowledgeBase(AnswerTemplateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Templates that fit what has been typed so far, best first; inflected words and unfinished last words are understood.
     *
     * @param limit 1..50
     */
    @Transactional(readOnly = true)
    public List<AnswerTemplate> search(String typed, int limit) {
        return store.search(typed, today(), Math.max(1, Math.min(limit, 50)));
    }

    @Transactional(readOnly = true)
    public Optional<AnswerTemplate> template(long id) {
        return store.find(id);
    }

    /** Publishes an answer as the next version of its title. */
    public void publish(String agencyCode, String title, String answer, String source, Optional<LocalDate> validUntil) {
        store.add(agencyCode, title, answer, source, validUntil, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
