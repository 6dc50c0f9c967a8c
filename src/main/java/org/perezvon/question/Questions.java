package org.perezvon.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Citizens' questions, from the first ring to the call-back. */
@Component
@Transactional
class Questions {

    private static final Logger log = LoggerFactory.getLogger(Questions.class);

    private final QuestionStore store;
    private final Inquiries inquiries;
    private final Processes processes;
    private final CallBackPolicy callBacks;
    private final Centre centre;
    private final Clock clock;

    Questions(
            QuestionStore store,
            Inquiries inquiries,
            Processes processes,
            CallBackPolicy callBacks,
            Centre centre,
            Clock clock) {
        this.store = store;
        this.inquiries = inquiries;
        this.processes = processes;
        this.callBacks = callBacks;
        this.centre = centre;
        this.clock = clock;
    }

    /** Registers a call (I-1) and sets its process going; the same registration made twice happens once. */
    RegistrationNumber register(Registration registration) {
        return register(registration, number -> {
            ask(number, registration.agencies());
            processes.start(
                    QuestionProcess.KEY, number.value(), Facts.of(QuestionProcess.QUESTION_NUMBER, number.value()));
        });
    }

    /** Registers a call and sets going what the way of this question is, once. */
    RegistrationNumber register(Registration registration, Consumer<RegistrationNumber> way) {
        int year = registration.calledAt().atZone(centre.zone()).getYear();
        RegistrationNumber number = RegistrationNumber.of(year, store.nextRunningNumber());
        Optional<Long> added = store.add(number, registration, clock.instant());
        if (added.isEmpty()) {
            return alreadyRegistered(registration);
        }
        way.accept(number);
        log.info(
                "Question {} registered, {} inquiries",
                number,
                registration.agencies().size());
        return number;
    }

    /** Plans an inquiry to each of these agencies (I-10.1). */
    void ask(RegistrationNumber number, List<String> agencies) {
        Question question = question(number);
        inquiries.plan(number, agencies, question.text(), question.calledAt());
    }

    /** The question is over. */
    void close(RegistrationNumber number, Question.Outcome outcome) {
        store.close(question(number).id(), outcome, clock.instant());
    }

    private RegistrationNumber alreadyRegistered(Registration registration) {
        Question made = registration
                .idempotencyKey()
                .flatMap(key -> store.registered(registration.registeredBy(), key))
                .orElseThrow(
                        () -> new IllegalStateException("A registration was refused as a double but is not there"));
        if (!made.text().equals(registration.text())) {
            throw new InvalidInput(List.of(new InvalidInput.Problem(
                    "Idempotency-Key", "Под этим ключом уже зарегистрировано другое обращение: " + made.number())));
        }
        return made.number();
    }

    /** @return whether it was answered from the information base while the citizen was on the line (I-9) */
    boolean wasAnsweredAtOnce(RegistrationNumber number) {
        return question(number).answeredBy().isPresent();
    }

    /** What was said and from which template is on record since registration; now the question is closed (I-8, I-9). */
    void closeAnsweredAtOnce(RegistrationNumber number) {
        store.close(question(number).id(), Question.Outcome.ANSWERED_AT_ONCE, clock.instant());
    }

    /** An operator has called back (I-11): what he notes and the finished task commit together. */
    void callBack(OpenTask task, CallBack callBack) {
        long question = question(QuestionProcess.question(task.businessKey())).id();
        long id = store.addCallBack(question, Optional.of(task.id()), callBack);
        Facts facts = Facts.of(
                        QuestionProcess.CALL_BACK_OUTCOME, callBack.outcome().name())
                .and(QuestionProcess.CALL_BACK_ID, id);
        callBack.nextAttemptAt().ifPresent(at -> facts.and(QuestionProcess.NEXT_CALL_BACK_AT, at));
        processes.complete(task, callBack.operator(), facts);
    }

    /**
     * Draws the consequence of a call-back.
     *
     * @param onRecord the attempt, when it was noted before the task was finished; otherwise it is noted now
     */
    CallBackPolicy.Decision settleCallBack(
            RegistrationNumber number, Optional<Long> onRecord, String outcome, Optional<Instant> wished) {
        long id = question(number).id();
        CallBackOutcome parsed = CallBackOutcome.parse(outcome);
        long callBack = onRecord.orElseGet(() -> store.addCallBack(
                id,
                Optional.empty(),
                new CallBack(clock.instant(), processes.currentPerson(), parsed, Optional.empty(), wished)));
        CallBackPolicy.Decision decision =
                callBacks.decide(parsed, store.callBacks(id).size(), wished);
        decision.nextAttemptAt().ifPresent(at -> store.planNextAttempt(callBack, at));
        switch (decision.result()) {
            case TOLD -> store.close(id, Question.Outcome.TOLD, clock.instant());
            case OVER -> store.close(id, Question.Outcome.NOT_REACHED, clock.instant());
            case AGAIN -> {}
        }
        log.info("Question {} called back: {}", number, decision.result());
        return decision;
    }

    @Transactional(readOnly = true)
    Optional<Question> find(RegistrationNumber number) {
        return store.find(number);
    }

    @Transactional(readOnly = true)
    Applicant applicant(Question question) {
        return store.applicant(question.id());
    }

    @Transactional(readOnly = true)
    List<CallBack> callBacks(Question question) {
        return store.callBacks(question.id());
    }

    /** A question that must be there. */
    @Transactional(readOnly = true)
    Question question(RegistrationNumber number) {
        return store.find(number).orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
    }
}
