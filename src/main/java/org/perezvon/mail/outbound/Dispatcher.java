package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: claim with the attempt written, commit, dial, record the outcome. A crash between the server's
 * acceptance and our record repeats one letter under the same Message-ID, never a batch.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** A letter just handed over shall be recorded before the database is let go. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Departures departures;
    private final Composition composition;
    private final SmtpRoutes routes;
    private final OutcomeReports reports;
    private final SentCopies copies;
    private final Clock clock;
    private final Bell bell = new Bell();
    private volatile boolean running;
    private @Nullable Thread thread;

    Dispatcher(
            Ledger ledger,
            Departures departures,
            Composition composition,
            SmtpRoutes routes,
            OutcomeReports reports,
            SentCopies copies,
            Clock clock) {
        this.ledger = ledger;
        this.departures = departures;
        this.composition = composition;
        this.routes = routes;
        this.reports = reports;
        this.copies = copies;
        this.clock = clock;
    }

    /** A letter has just been committed: no need to wait for the next look. */
    public void wakeUp() {
        bell.ring();
    }

    @Override
    public void start() {
        ledger.releaseOwn();
        running = true;
        thread = new Thread(this::loop, "letters-out");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        while (running) {
            try {
                boolean sent = sendDue();
                reports.tellAll();
                if (!sent) {
                    bell.await(IDLE);
                }
            } catch (RuntimeException | Error e) {
                // The database may be away for a while, memory may run out over one letter; the loop must outlive that.
                log.error("Could not send letters, going on: {}", e.toString());
                bell.await(IDLE);
            }
        }
    }

    /** @return whether there was anything to send */
    private boolean sendDue() {
        // Claimed one by one: what a killed node had claimed but not sent would have to wait for its lease.
        Optional<DueLetter> due = claim();
        if (due.isEmpty()) {
            return false;
        }
        try (Postman postman = new Postman(routes, clock)) {
            while (due.isPresent()) {
                sendOrHoldBack(due.get(), postman);
                reports.tellAll();
                due = claim();
            }
        }
        return true;
    }

    /** While no route may be asked, letters are better left where they are. */
    private Optional<DueLetter> claim() {
        return running && routes.isAnyOpen() ? ledger.claim() : Optional.empty();
    }

    private void sendOrHoldBack(DueLetter letter, Postman postman) {
        Departure departure = departures.of(letter);
        if (departure instanceof Departure.Held held) {
            ledger.heldBack(letter, held);
        } else {
            send(letter, postman);
        }
    }

    private void send(DueLetter letter, Postman postman) {
        Carried carried = carry(letter, postman);
        if (carried instanceof Carried.Accepted accepted) {
            ledger.accepted(letter, accepted);
            copies.wakeUp();
        } else if (carried instanceof Carried.Failed failed) {
            ledger.failed(letter, failed, routes.nextAsked());
        }
    }

    private Carried carry(DueLetter letter, Postman postman) {
        MimeMessage message;
        try {
            message = composition.compose(letter, clock.instant());
        } catch (MessagingException | RuntimeException e) {
            String reason = "Письмо не удалось составить: " + DeliveryFailure.words(e);
            return new Carried.Failed(null, new DeliveryFailure(DeliveryFailure.Fault.FOR_NOW, reason), "");
        }
        return postman.carry(letter, message, () -> ledger.stillUnderWay(letter));
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        Bell.awaitEnd(thread, FAREWELL);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
