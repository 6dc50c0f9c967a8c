package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Bell;
import org.perezvon.mail.OfficeHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due: claim with the attempt written, commit, dial, record the outcome. A crash between the server's
 * acceptance and our record repeats one letter under the same Message-ID, never a batch.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Longer than a letter can take with every socket timeout run out. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final LetterStore store;
    private final Composition composition;
    private final SmtpRoute route;
    private final TransactionTemplate transaction;
    private final OutcomeReports reports;
    private final ObjectProvider<OfficeHours> hours;
    private final Clock clock;
    private final Node node;
    private final Bell bell = new Bell();
    private volatile boolean running;

    Dispatcher(
            LetterStore store,
            Composition composition,
            SmtpRoute route,
            TransactionTemplate transaction,
            OutcomeReports reports,
            ObjectProvider<OfficeHours> hours,
            Clock clock,
            Node node) {
        this.store = store;
        this.composition = composition;
        this.route = route;
        this.transaction = transaction;
        this.reports = reports;
        this.hours = hours;
        this.clock = clock;
        this.node = node;
    }

    /** A letter has just been committed: no need to wait for the next look. */
    public void wakeUp() {
        bell.ring();
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> store.releaseClaimsOf(node.name()));
        running = true;
        Thread thread = new Thread(this::loop, "letters-out");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        while (running) {
            try {
                boolean sent = sendOne();
                reports.tellAll();
                if (!sent) {
                    bell.await(IDLE);
                }
            } catch (RuntimeException e) {
                // The database may be away for a while; the loop must outlive that.
                log.error("Could not look for letters to send: {}", e.toString());
                bell.await(IDLE);
            }
        }
    }

    /** @return whether there was anything to send */
    private boolean sendOne() {
        // Claimed one by one: what a killed node had claimed but not sent would have to wait for its lease.
        List<DueLetter> due = claim();
        if (due.isEmpty()) {
            return false;
        }
        try (SMTPTransport connection = route.connect(route.session())) {
            while (!due.isEmpty()) {
                sendOrHoldBack(due.get(0), connection);
                reports.tellAll();
                due = connection.isConnected() ? claim() : List.of();
            }
        } catch (MessagingException e) {
            due.stream().findFirst().ifPresent(letter -> record(letter, DeliveryFailure.of(e)));
        }
        return true;
    }

    private List<DueLetter> claim() {
        return require(transaction.execute(status -> store.claim(node.name(), LEASE, 1)));
    }

    private void sendOrHoldBack(DueLetter letter, SMTPTransport connection) {
        Instant now = clock.instant();
        Instant notBefore = notBefore(letter, now);
        if (notBefore.isAfter(now)) {
            transaction.executeWithoutResult(status -> store.holdBack(letter, notBefore));
            log.info("Letter {} for {} waits until {}", letter.messageId(), letter.reference(), notBefore);
        } else {
            send(letter, connection);
        }
    }

    private Instant notBefore(DueLetter letter, Instant now) {
        try {
            return hours.orderedStream()
                    .map(room -> room.notBefore(letter.reference(), letter.purpose(), now))
                    .max(Comparator.naturalOrder())
                    .orElse(now);
        } catch (RuntimeException e) {
            // One letter whose hours nobody can tell must not keep all the others from leaving.
            log.error("Letter {} for {} leaves at any hour: {}", letter.messageId(), letter.reference(), e.toString());
            return now;
        }
    }

    private void send(DueLetter letter, SMTPTransport connection) {
        try {
            String answer = SmtpRoute.send(
                    connection, composition.compose(letter, route.session(), clock.instant()), letter.to());
            transaction.executeWithoutResult(status -> store.accepted(letter, clock.instant(), answer));
            log.info("Letter {} for {} accepted: {}", letter.messageId(), letter.reference(), answer);
        } catch (MessagingException e) {
            record(letter, DeliveryFailure.of(e));
        }
    }

    private void record(DueLetter letter, DeliveryFailure failure) {
        transaction.executeWithoutResult(status -> {
            if (failure.isFinalAfter(letter.attempt())) {
                store.refused(letter, failure.reason());
            } else {
                store.postponed(letter, DeliveryFailure.delayAfter(letter.attempt()), failure.reason());
            }
        });
        log.warn("Letter {} for {}, attempt {}: {}", letter.messageId(), letter.reference(), letter.attempt(), failure);
    }

    private static <T> T require(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
