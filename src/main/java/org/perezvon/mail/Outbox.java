package org.perezvon.mail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.perezvon.mail.outbound.Dispatcher;
import org.perezvon.mail.outbound.LetterAttemptStore;
import org.perezvon.mail.outbound.LetterStore;
import org.perezvon.mail.outbound.RouteStateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The way out: a letter put here leaves after the caller's transaction has committed, and somebody knows if it cannot. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final LetterStore store;
    private final LetterAttemptStore attempts;
    private final RouteStateStore routes;
    private final Dispatcher dispatcher;

    Outbox(LetterStore store, LetterAttemptStore attempts, RouteStateStore routes, Dispatcher dispatcher) {
        this.store = store;
        this.attempts = attempts;
        this.routes = routes;
        this.dispatcher = dispatcher;
    }

    /** Puts a letter into the outbox, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Letter letter) {
        store.add(letter);
        wakeUpAfterCommit();
    }

    /** Puts a letter into the outbox that must not reach its recipient before this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Letter letter, Instant notBefore) {
        store.add(letter, notBefore);
        wakeUpAfterCommit();
    }

    /** Takes back the letters about this, written for one of these purposes, that have not left: nobody needs them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String reference, Set<String> purposes) {
        int withdrawn = store.withdraw(reference, purposes);
        if (withdrawn > 0) {
            log.info("{} letters for {} taken back before they left", withdrawn, reference);
        }
    }

    /** Every letter written about this, oldest first. */
    @Transactional(readOnly = true)
    public List<SentLetter> about(String reference) {
        return store.about(reference);
    }

    /** The attempts to send one letter, the latest first. */
    @Transactional(readOnly = true)
    public List<LetterAttempt> attempts(long letter, int limit) {
        return attempts.of(letter, limit);
    }

    /** Letters held back for another reason than office hours, in the order they were written. */
    @Transactional(readOnly = true)
    public List<SentLetter> heldBack(long afterId, int limit) {
        return store.heldBack(afterId, limit);
    }

    /**
     * An administrator lets a letter leave whatever the daily cap says.
     *
     * @return whether it was waiting
     */
    @Transactional
    public boolean release(long letter) {
        boolean released = store.release(letter);
        if (released) {
            log.info("Letter {} released", letter);
            wakeUpAfterCommit();
        }
        return released;
    }

    /** How our ways out stand, as each node sees them; one that was never asked is not named. */
    @Transactional(readOnly = true)
    public List<RouteState> routes() {
        return routes.all();
    }

    private void wakeUpAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatcher.wakeUp();
            }
        });
    }
}
