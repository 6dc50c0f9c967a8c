package org.perezvon.mail.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the rooms above what became of a letter. Apart from recording it: if a listener fails, the fact that the letter was
 * accepted must stand, or the letter would be sent again.
 */
@Component
class OutcomeReports {

    private static final Logger log = LoggerFactory.getLogger(OutcomeReports.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final OutcomeStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OutcomeReports(OutcomeStore store, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.store = store;
        this.transaction = transaction;
        this.events = events;
    }

    void tellAll() {
        while (tellOne()) {
            // until nothing is left to tell
        }
    }

    private boolean tellOne() {
        AtomicLong claimed = new AtomicLong();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<OutcomeStore.Unreported> next = store.claimUnreported();
                next.ifPresent(report -> {
                    claimed.set(report.letterId());
                    events.publishEvent(report.outcome());
                    store.reported(report.letterId());
                });
                return next.isPresent();
            }));
        } catch (RuntimeException | Error e) {
            if (claimed.get() == 0) {
                throw e; // nothing to put off: the database itself is away
            }
            log.error("Could not report the outcome of letter {}, trying again: {}", claimed.get(), e.toString());
            transaction.executeWithoutResult(status -> store.postponeReport(claimed.get(), AFTER_FAILURE));
            return true;
        }
    }
}
