package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Bell;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down every attempt before it is made, and what came of it. */
@Component
class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    /** Longer than a server may take over one try; begun anew with each. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LetterQueueStore queue;
    private final LetterAttemptStore attempts;
    private final LetterFigures figures;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Node node;
    private final boolean copies;
    private final Bell pause = new Bell();

    Ledger(
            LetterQueueStore queue,
            LetterAttemptStore attempts,
            LetterFigures figures,
            TransactionTemplate transaction,
            MailSettings settings,
            Clock clock,
            Node node) {
        this.queue = queue;
        this.attempts = attempts;
        this.figures = figures;
        this.transaction = transaction;
        this.clock = clock;
        this.node = node;
        this.copies = !settings.imap().sentFolder().isBlank();
    }

    /** What this node had under way when it died is due at once. */
    void releaseOwn() {
        transaction.executeWithoutResult(status -> queue.releaseClaimsOf(node.name()));
    }

    /** Takes the next due letter, its attempt written. */
    Optional<DueLetter> claim() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<DueLetter> due = queue.claim(node.name(), LEASE);
            due.ifPresent(letter -> attempts.begin(letter, node.name()));
            return due;
        }));
    }

    /** @throws IllegalStateException when this took so long that another node has taken the letter over */
    void stillUnderWay(DueLetter letter) {
        if (!queue.renew(letter, LEASE)) {
            throw new IllegalStateException("Letter " + letter.messageId() + " has been taken over by another node");
        }
    }

    void heldBack(DueLetter letter, Departure.Held held) {
        transaction.executeWithoutResult(status -> {
            attempts.forget(letter);
            queue.holdBack(letter, held);
        });
        figures.heldBack(held.reason());
        log.info(
                "Letter {} for {} waits until {}: {}",
                letter.messageId(),
                letter.reference(),
                held.until(),
                held.reason());
    }

    void accepted(DueLetter letter, Carried.Accepted accepted) {
        boolean copy = copies && letter.origin() != Letter.Origin.SELF_TEST;
        surely(() -> transaction.executeWithoutResult(status -> {
            attempts.end(letter, accepted, accepted.reply());
            queue.accepted(letter, accepted, copy);
        }));
        figures.accepted(letter, accepted);
        log.info("Letter {} for {} accepted: {}", letter.messageId(), letter.reference(), accepted.reply());
    }

    /** The server has it: a database that is away for a moment must not make us forget that and send it again. */
    private void surely(Runnable writing) {
        Instant end = clock.instant().plus(LEASE);
        while (true) {
            try {
                writing.run();
                return;
            } catch (RuntimeException e) {
                if (clock.instant().isAfter(end)) {
                    throw e;
                }
                log.error("Could not record that a letter has left, trying again: {}", e.toString());
                pause.await(PAUSE);
            }
        }
    }

    /** @param anyRoute when a route may be asked again; in the past when one may be asked now */
    void failed(DueLetter letter, Carried.Failed failed, Instant anyRoute) {
        DeliveryFailure failure = failed.failure();
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            attempts.end(letter, failed, failure.reason());
            switch (failure.fault()) {
                case LETTER -> queue.refused(letter, failure.reason());
                case FOR_NOW -> putOff(letter, failure.reason(), now);
                case DOUBT -> inDoubt(letter, failed, now);
                case ROUTE -> queue.noWay(letter, again(letter, anyRoute, now), failure.reason());
            }
        });
        figures.failed(failed);
        log.warn("Letter {} for {}, attempt {}: {}", letter.messageId(), letter.reference(), letter.attempt(), failure);
    }

    private void putOff(DueLetter letter, String reason, Instant now) {
        int deferrals = letter.deferrals() + 1;
        if (Patience.endsAfterDeferrals(deferrals)) {
            queue.refused(letter, reason);
        } else {
            queue.putOff(letter, now.plus(Patience.afterDeferrals(deferrals)), reason);
        }
    }

    private void inDoubt(DueLetter letter, Carried.Failed failed, Instant now) {
        int doubts = letter.doubts() + 1;
        String words =
                "Сервер не подтвердил, что принял письмо: " + failed.failure().reason();
        if (Patience.endsAfterDoubts(doubts)) {
            queue.refused(letter, words);
        } else {
            queue.inDoubt(letter, now.plus(Patience.afterDoubts(doubts)), words, failed.route());
        }
    }

    private static Instant again(DueLetter letter, Instant anyRoute, Instant now) {
        return anyRoute.isAfter(now) ? anyRoute : now.plus(Patience.afterDeferrals(letter.attempt()));
    }
}
