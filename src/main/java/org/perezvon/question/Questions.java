package org.perezvon.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.Conflict;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.knowledge.KnowledgeBase;
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
    private final CallTransferStore transfers;
    private final Inquiries inquiries;
    private final Processes processes;
    private final CallBacks callBacks;
    private final KnowledgeBase knowledge;
    private final AvoidableQuestions avoidable;
    private final Centre centre;
    private final Clock clock;

    Questions(
            QuestionStore store,
            CallTransferStore transfers,
            Inquiries inquiries,
            Processes processes,
            CallBacks callBacks,
            KnowledgeBase knowledge,
            AvoidableQuestions avoidable,
            Centre centre,
            Clock clock) {
        this.store = store;
        this.transfers = transfers;
        this.inquiries = inquiries;
        this.processes = processes;
        this.callBacks = callBacks;
        this.knowledge = knowledge;
        this.avoidable = avoidable;
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
        callBacks.plan(added.get(), registration);
        registration.answeredBy().ifPresent(knowledge::said);
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
        if (!agencies.isEmpty()) {
            avoidable.sent(number, question.text());
        }
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

    /**
     * The citizen no longer needs an answer: the agencies are told, nobody calls back.
     *
     * @throws Conflict when the question has ended already
     */
    void withdraw(RegistrationNumber number, String person, Optional<String> why) {
        // A call just being transferred: either nobody was asked yet, or everybody is asked by now.
        transfers.lock(question(number).id());
        // Then the inquiries: whoever holds one of them may wait for the question.
        inquiries.withdraw(number, person, why.orElse(""));
        Question question =
                store.lock(number).orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
        if (question.outcome().isPresent()) {
            throw new Conflict("Обращение " + number + " уже закончено: отзывать нечего");
        }
        store.withdraw(question.id(), person, why, clock.instant());
        store.close(question.id(), Question.Outcome.WITHDRAWN, clock.instant());
        callBacks.withdrawn(question);
        log.info("Question {} withdrawn", number);
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
    Optional<Withdrawal> withdrawal(Question question) {
        return store.withdrawal(question.id());
    }

    /** Questions the same citizen asked during a call-back about this one. */
    @Transactional(readOnly = true)
    List<RegistrationNumber> following(Question question) {
        return store.following(question.number());
    }

    /** A question that must be there. */
    @Transactional(readOnly = true)
    Question question(RegistrationNumber number) {
        return store.find(number).orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
    }
}
