package org.perezvon.mail.watch;

import java.util.List;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.MailTrouble;
import org.perezvon.mail.watch.Trouble.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes round the mail room every few seconds, on one node at a time. What it finds wrong becomes a trouble of which people
 * hear once, in the journal and on a supervisor's desk; what is well again takes itself off.
 */
@Component
class Watchdog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final MailRoom room;
    private final TroublePolicy policy;
    private final TroubleStore troubles;
    private final TurnStore turns;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MailSettings.Watch settings;
    private final Beat beat;

    Watchdog(
            MailRoom room,
            TroublePolicy policy,
            TroubleStore troubles,
            TurnStore turns,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            MailSettings settings) {
        this.room = room;
        this.policy = policy;
        this.troubles = troubles;
        this.turns = turns;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings.watch();
        this.beat = new Beat("mail-watchdog", this.settings.rounds(), this::goRoundInTurn);
    }

    private void goRoundInTurn() {
        if (turns.take(TurnStore.Duty.ROUNDS, settings.rounds())) {
            goRound();
        }
    }

    /** Compares what is wrong now with what was wrong at the last look. */
    void goRound() {
        List<Finding> findings = policy.findings(room.look());
        List<Trouble> open = troubles.open();
        for (Trouble trouble : open) {
            findings.stream()
                    .filter(finding -> finding.isAbout(trouble))
                    .findFirst()
                    .ifPresentOrElse(finding -> goesOn(trouble, finding), () -> isOver(trouble));
        }
        findings.stream()
                .filter(finding -> open.stream().noneMatch(finding::isAbout))
                .forEach(this::begins);
    }

    private void begins(Finding finding) {
        together(() -> troubles.begin(finding).ifPresent(id -> {
            events.publishEvent(new MailTrouble.Begun(id, finding.kind().title()));
            log.error("Mail trouble {} begins: {}", id, finding.words());
        }));
    }

    private void goesOn(Trouble trouble, Finding finding) {
        if (!finding.words().equals(trouble.words())) {
            troubles.reword(trouble.id(), finding.words());
        }
    }

    private void isOver(Trouble trouble) {
        together(() -> {
            if (troubles.end(trouble.id())) {
                events.publishEvent(new MailTrouble.Over(trouble.id()));
                log.warn(
                        "Mail trouble {} is over: {} {}",
                        trouble.id(),
                        trouble.kind().title(),
                        trouble.subject());
            }
        });
    }

    /** If nobody can be told of one, the others are told of theirs; this one is found again at the next round. */
    private void together(Runnable telling) {
        try {
            transaction.executeWithoutResult(status -> telling.run());
        } catch (RuntimeException e) {
            log.error("A mail trouble could not be recorded and is tried again: {}", e.toString());
        }
    }

    @Override
    public void start() {
        if (!settings.rounds().isZero()) {
            beat.start();
        }
    }

    @Override
    public void stop() {
        beat.stop();
    }

    @Override
    public boolean isRunning() {
        return beat.isRunning();
    }
}
