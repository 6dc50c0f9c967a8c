package org.perezvon.mail.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Bell;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
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
        surely(accepted, accepted.wordless(), made -> {
            attempts.end(letter, made, made.reply());
            queue.accepted(letter, made, copy);
        });
        figures.accepted(letter, accepted);
        log.info("Letter {} for {} accepted: {}", letter.messageId(), letter.reference(), accepted.reply());
    }

    /** What came of a letter does not depend on the words it was told in. */
    private <T extends Carried> void surely(T made, T wordless, Consumer<T> writing) {
        try {
            surely(() -> writing.accept(made));
        } catch (DataIntegrityViolationException e) {
            log.error("Could not record what a server said of a letter, recording it without: {}", e.toString());
            surely(() -> writing.accept(wordless));
        }
    }

    /**
     * The server has it, or has said why not: a database that is away for a moment must not make us forget that and send it
     * again.
     *
     * @throws DataIntegrityViolationException when the database is there and does not take what is written (SQLSTATE class
     *     22 or 23): it never will
     */
    private void surely(Runnable writing) {
        Instant end = clock.instant().plus(LEASE);
        while (true) {
            try {
                transaction.executeWithoutResult(status -> writing.run());
                return;
            } catch (DataIntegrityViolationException e) {
                throw e;
            } catch (RuntimeException e) {
                if (clock.instant().isAfter(end)) {
                    throw e;
                }
                log.error("Could not record what came of a letter, trying again: {}", e.toString());
                pause.await(PAUSE);
            }
        }
    }

    /** @param anyRoute when a route may be asked again; in the past when one may be asked now */
    void failed(DueLetter letter, Carried.Failed failed, Instant anyRoute) {
        Instant now = clock.instant();
        surely(failed, failed.wordless(), made -> write(letter, made, anyRoute, now));
        figures.failed(failed);
        log.warn(
                "Letter {} for {}, attempt {}: {}",
                letter.messageId(),
                letter.reference(),
                letter.attempt(),
                failed.failure());
    }

    private void write(DueLetter letter, Carried.Failed failed, Instant anyRoute, Instant now) {
        String reason = failed.failure().reason();
        attempts.end(letter, failed, reason);
        switch (failed.failure().fault()) {
            case LETTER -> queue.refused(letter, reason);
            case FOR_NOW -> putOff(letter, reason, now);
            case DOUBT -> inDoubt(letter, failed, now);
            case ROUTE -> queue.noWay(letter, again(letter, anyRoute, now), reason);
        }
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
