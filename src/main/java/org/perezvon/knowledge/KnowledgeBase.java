package org.perezvon.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.Centre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The information base: what an operator may say at once (I-9). */
@Component
@Transactional
public class KnowledgeBase {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeBase.class);

    private final AnswerTemplateStore store;
    private final Centre centre;
    private final Clock clock;

    KnowledgeBase(AnswerTemplateStore store, Centre centre, Clock clock) {
        this.store = store;
        this.centre = centre;
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

    /** Publishes an answer as the next version of its title; what the newest version says already is not said twice. */
    public AnswerTemplate publish(
            String agencyCode, String title, String answer, String source, Optional<LocalDate> validUntil) {
        return store.newest(agencyCode, title)
                .filter(newest -> newest.says(answer, source, validUntil))
                .orElseGet(() -> add(agencyCode, title, answer, source, validUntil));
    }

    private AnswerTemplate add(
            String agencyCode, String title, String answer, String source, Optional<LocalDate> validUntil) {
        AnswerTemplate published = store.add(agencyCode, title, answer, source, validUntil, clock.instant());
        log.info("Answer template {} of {} published, version {}", published.id(), agencyCode, published.version());
        return published;
    }

    /** The date on the wall of the contact centre: a template is valid for the whole of its last day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.zone());
    }
}
