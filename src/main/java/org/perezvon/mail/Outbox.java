package org.perezvon.mail;

import java.util.List;
import org.perezvon.mail.outbound.Dispatcher;
import org.perezvon.mail.outbound.LetterStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The way out: a letter put here leaves after the caller's transaction has committed, and somebody knows if it cannot. */
@Component
public class Outbox {

    private final LetterStore store;
    private final Dispatcher dispatcher;

    Outbox(LetterStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    /** Puts a letter into the outbox, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Letter letter) {
        store.add(letter);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatcher.wakeUp();
            }
        });
    }

    /** Every letter written about this, oldest first. */
    @Transactional(readOnly = true)
    public List<SentLetter> about(String reference) {
        return store.about(reference);
    }
}
