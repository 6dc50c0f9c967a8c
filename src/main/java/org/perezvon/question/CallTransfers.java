package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls transferred to the bodies that help at once, and what becomes of those nobody took (I-12, T-3.2). */
@Component
@Transactional
class CallTransfers {

    private static final Logger log = LoggerFactory.getLogger(CallTransfers.class);

    /** Who is noted down when no person was it. */
    private static final String NOBODY = "система";

    /**
     * @param outcomeWithin how long we wait for the operator to note the outcome
     * @param leaveAtLeast of the fifteen minutes (I-10.1) so much is left for the letter
     */
    @ConfigurationProperties("perezvon.call-transfer")
    record Settings(Duration outcomeWithin, Duration leaveAtLeast) {}

    private static final Duration DISPATCH = Duration.ofMinutes(15);

    private final Questions questions;
    private final CallTransferStore store;
    private final Processes processes;
    private final Settings settings;
    private final Clock clock;

    CallTransfers(Questions questions, CallTransferStore store, Processes processes, Settings settings, Clock clock) {
        this.questions = questions;
        this.store = store;
        this.processes = processes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Registers a call (I-1) that is transferred now; its agencies are asked if the citizen is not connected. */
    RegistrationNumber begin(Registration registration, TransferPolicy.Transfer to) {
        return questions.register(registration, number -> {
            store.add(
                    questions.question(number).id(),
                    new CallTransfer(
                            to.agencyCode(),
                            to.phone(),
                            to.clause(),
                            clock.instant(),
                            registration.registeredBy(),
                            registration.agencies(),
                            Optional.empty()));
            processes.start(
                    CallTransferProcess.KEY,
                    number.value(),
                    Facts.of(QuestionProcess.QUESTION_NUMBER, number.value())
                            .and(CallTransferProcess.OPERATOR, registration.registeredBy())
                            .and(CallTransferProcess.TRANSFER_DUE, due(registration.calledAt())));
            log.info("Question {} is being transferred to {}", number, to.agencyCode());
        });
    }

    /**
     * The operator tells how it ended; what is noted and the finished task commit together.
     *
     * @return false when nobody waits for it any more: the question has gone the ordinary way meanwhile
     */
    boolean settle(RegistrationNumber number, CallTransfer.Settlement settlement) {
        long question = questions.question(number).id();
        store.lock(question);
        // Asked under the lock: the timer may have been quicker.
        Optional<OpenTask> task = processes.task(number.value(), CallTransferProcess.TASK);
        task.ifPresent(open -> {
            store.settle(question, settlement);
            log.info("Question {} transferred: {}", number, settlement.outcome());
            processes.complete(open, settlement.by(), Facts.none());
        });
        return task.isPresent();
    }

    /** @return whether the citizen talks to the body, which closes the question */
    boolean closeIfConnected(RegistrationNumber number) {
        boolean connected = find(number).filter(CallTransfer::isConnected).isPresent();
        if (connected) {
            questions.close(number, Question.Outcome.TRANSFERRED);
        }
        return connected;
    }

    /** Nobody took the call: what was written down goes to the agencies by letter, nothing is asked again. */
    void continueAsQuestion(RegistrationNumber number) {
        CallTransfer transfer =
                find(number).orElseThrow(() -> new IllegalStateException("Звонок " + number + " никуда не переводили"));
        long question = questions.question(number).id();
        store.lock(question);
        store.settle(
                question,
                new CallTransfer.Settlement(TransferOutcome.UNKNOWN, clock.instant(), NOBODY, Optional.empty()));
        questions.ask(number, transfer.otherwise());
        log.info("Question {} goes the ordinary way", number);
    }

    @Transactional(readOnly = true)
    Optional<CallTransfer> find(RegistrationNumber number) {
        return questions.find(number).flatMap(question -> store.find(question.id()));
    }

    /** The letters of a call that was not taken must leave in time. */
    private Instant due(Instant calledAt) {
        Instant now = clock.instant();
        Instant latest = calledAt.plus(DISPATCH).minus(settings.leaveAtLeast());
        Instant due = now.plus(settings.outcomeWithin());
        return latest.isAfter(now) && latest.isBefore(due) ? latest : due;
    }
}
