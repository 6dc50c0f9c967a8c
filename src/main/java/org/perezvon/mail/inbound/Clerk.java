package org.perezvon.mail.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.perezvon.mail.NotYet;
import org.perezvon.mail.RoundTrips;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one claimed mail: reads it outside any transaction, then tells the rooms above and settles it in one. What cannot be
 * taken now is tried again, less and less often, and at the end lies on a person's desk.
 */
@Component
class Clerk {

    private static final Logger log = LoggerFactory.getLogger(Clerk.class);

    private final MailQueueStore queue;
    private final Reader reader;
    private final Correlator correlator;
    private final List<RoundTrips> roundTrips;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer arrivalToRouted;

    Clerk(
            MailQueueStore queue,
            Reader reader,
            Correlator correlator,
            List<RoundTrips> roundTrips,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.reader = reader;
        this.correlator = correlator;
        this.roundTrips = roundTrips;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.meters = meters;
        this.arrivalToRouted = Timer.builder("perezvon.mail.arrival.to.routed")
                .description("From a mail's arrival in the database until it lies in a case or on a desk")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** What became of a mail, as the counter {@code perezvon.mail.taken} names it. */
    private enum Outcome {
        ROUTED,
        DESK,
        LOST_CLAIM,
        POSTPONED,
        SET_APART
    }

    /** Never fails, whatever the mail does and whoever does not listen, unless the database is away. */
    void take(ClaimedMail mail) {
        Outcome outcome = taken(mail);
        meters.counter("perezvon.mail.taken", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
        if (outcome == Outcome.ROUTED || outcome == Outcome.DESK) {
            arrivalToRouted.record(Duration.between(mail.receivedAt(), clock.instant()));
        }
    }

    private Outcome taken(ClaimedMail mail) {
        try {
            return settled(mail, routed(mail));
        } catch (NotRead e) {
            return unread(mail, e.reason());
        } catch (RuntimeException | Error e) {
            return postponed(mail, e);
        }
    }

    private Routing routed(ClaimedMail mail) {
        if (mail.attempts() > MailQueueStore.LAST_ATTEMPT) {
            String last = mail.lastError();
            return correlator.giveUp(
                    mail,
                    "Письмо не удалось обработать автоматически" + (last == null ? "" : ": " + last),
                    mail.place());
        }
        OpenedMail opened = reader.open(mail.bytes(), mail.place());
        Routing routing = correlator.route(mail, opened);
        return mail.incomplete() == null ? routing.with(new FilesCame(mail.id(), opened.files())) : routing;
    }

    private Outcome settled(ClaimedMail mail, Routing routing) {
        boolean ours = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!queue.settle(mail, routing)) {
                return false;
            }
            routing.facts().forEach(this::tell);
            return true;
        }));
        if (!ours) {
            log.warn("Mail {} is somebody else's by now", mail.id());
            return Outcome.LOST_CLAIM;
        }
        boolean forPerson = routing.state() == Routing.State.TRIAGE;
        log.info("Mail {} is {}", mail.id(), forPerson ? "for a person" : "routed");
        return forPerson ? Outcome.DESK : Outcome.ROUTED;
    }

    private void tell(Object fact) {
        if (fact instanceof Returned letter) {
            roundTrips.forEach(trips ->
                    trips.arrived(letter.reference(), letter.mailId(), letter.messageId(), letter.receivedAt()));
        } else {
            events.publishEvent(fact);
        }
    }

    private Outcome unread(ClaimedMail mail, String reason) {
        if (mail.place() == Place.HERE) {
            log.warn("Mail {} is read apart: {}", mail.id(), reason);
            queue.postpone(mail, Duration.ZERO, Place.APART, reason);
            return Outcome.SET_APART;
        }
        try {
            return settled(mail, correlator.giveUp(mail, reason, Place.NEVER));
        } catch (RuntimeException e) {
            return postponed(mail, e);
        }
    }

    private Outcome postponed(ClaimedMail mail, Throwable failure) {
        Duration delay = Duration.ofMillis(Math.min(200L << Math.min(mail.attempts() - 1, 8), 30_000));
        String reason = failure instanceof NotYet ? failure.getMessage() : failure.toString();
        queue.postpone(mail, delay, mail.place(), String.valueOf(reason));
        log.warn("Mail {} is tried again in {}: {}", mail.id(), delay, failure.toString());
        return Outcome.POSTPONED;
    }
}
