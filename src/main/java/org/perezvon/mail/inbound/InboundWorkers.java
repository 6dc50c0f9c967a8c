package org.perezvon.mail.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.arrival.MailKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes kept mails one by one: claim, understand, tell the rooms above, settle, all in one transaction per mail. What cannot
 * be taken now is tried again, less and less often, and at the end lies on a person's desk.
 */
@Component
class InboundWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboundWorkers.class);

    private static final int WORKERS = 2;
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** With the delays below about ten minutes: longer than any letter stays between acceptance and its record. */
    private static final int LAST_ATTEMPT = 25;

    private final RawMailStore store;
    private final Correlator correlator;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final List<Bell> bells = Stream.generate(Bell::new).limit(WORKERS).toList();
    private volatile boolean running;

    InboundWorkers(
            RawMailStore store,
            Correlator correlator,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.correlator = correlator;
        this.transaction = transaction;
        this.events = events;
    }

    @EventListener(MailKept.class)
    void wakeUp() {
        bells.forEach(Bell::ring);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < WORKERS; i++) {
            Bell bell = bells.get(i);
            Thread thread = new Thread(() -> loop(bell), "mail-worker-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void loop(Bell bell) {
        while (running) {
            try {
                if (!takeOne()) {
                    bell.await(IDLE);
                }
            } catch (RuntimeException e) {
                // The database may be away for a while; the loop must outlive that.
                log.error("Could not look for mails to take: {}", e.toString());
                bell.await(IDLE);
            }
        }
    }

    private boolean takeOne() {
        AtomicReference<@Nullable RawMail> claimed = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<RawMail> next = store.claim();
                next.ifPresent(mail -> {
                    claimed.set(mail);
                    take(mail);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            RawMail mail = claimed.get();
            if (mail == null) {
                throw e;
            }
            postpone(mail, e);
            return true;
        }
    }

    private void take(RawMail mail) {
        Routing routing = mail.attempts() < LAST_ATTEMPT ? correlator.route(mail) : correlator.giveUp(mail);
        events.publishEvent(routing.incoming());
        boolean forPerson = routing.incoming() instanceof IncomingMail.Unclear;
        store.settle(mail.id(), forPerson ? "TRIAGE" : "ROUTED", routing.evidence());
        log.info("Mail {} is {}", mail.id(), forPerson ? "for a person" : "routed");
    }

    private void postpone(RawMail mail, RuntimeException failure) {
        Duration delay = Duration.ofMillis(Math.min(200L << Math.min(mail.attempts(), 8), 30_000));
        transaction.executeWithoutResult(status -> store.postpone(mail.id(), delay, failure.toString()));
        log.warn("Mail {} is tried again in {}: {}", mail.id(), delay, failure.toString());
    }

    @Override
    public void stop() {
        running = false;
        wakeUp();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
