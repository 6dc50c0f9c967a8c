package org.perezvon.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.engine.Role;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.InquiryId;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Telling citizens what the agencies have answered (I-11): by whom, how often, and what of it they have heard. */
@Component
@Transactional
class CallBacks {

    private static final Logger log = LoggerFactory.getLogger(CallBacks.class);

    private final QuestionStore questions;
    private final CallBackStore calls;
    private final Rounds rounds;
    private final Inquiries inquiries;
    private final MomentPolicy moments;
    private final OfferPolicy offers;
    private final CallBackPolicy policy;
    private final Processes processes;
    private final Clock clock;

    CallBacks(
            QuestionStore questions,
            CallBackStore calls,
            Rounds rounds,
            Inquiries inquiries,
            MomentPolicy moments,
            OfferPolicy offers,
            CallBackPolicy policy,
            Processes processes,
            Clock clock) {
        this.questions = questions;
        this.calls = calls;
        this.rounds = rounds;
        this.inquiries = inquiries;
        this.moments = moments;
        this.offers = offers;
        this.policy = policy;
        this.processes = processes;
        this.clock = clock;
    }

    /** An answer that is none, in the words the agency will read. */
    record Return(InquiryId inquiry, String why) {}

    /** Keeps how the citizen is to be called back: as was chosen, otherwise as the tables say. */
    void plan(long question, Registration registration) {
        calls.plan(
                question,
                moments.plan(registration.callBack(), registration.agencies().size(), registration.phone()));
    }

    /** Who should call this time, and since when. */
    @Transactional(readOnly = true)
    OfferPolicy.Offer offer(RegistrationNumber number) {
        Question question = found(questions.find(number), number);
        return offers.offer(question, plan(question));
    }

    /** The operator who asked has not called, or is not here: everybody may. */
    void offerToAll(RegistrationNumber number) {
        processes.offer(number.value(), CallBackProcess.CALL_BACK_TASK, Role.OPERATOR);
    }

    /** An operator has called back: what he notes, what goes back to agencies and the finished task commit together. */
    void called(OpenTask task, CallBack callBack, List<Return> returns, Opinion opinion) {
        RegistrationNumber number = QuestionProcess.question(task.businessKey());
        returns.forEach(returned -> inquiries.returnAnswer(returned.inquiry(), callBack.operator(), returned.why()));
        Question question = found(questions.lock(number), number);
        long id = calls.add(question.id(), rounds.current(question).id(), Optional.of(task.id()), callBack);
        if (!opinion.isEmpty()) {
            calls.think(id, opinion);
        }
        Facts facts = Facts.of(
                        CallBackProcess.CALL_BACK_OUTCOME, callBack.outcome().name())
                .and(CallBackProcess.CALL_BACK_ID, id);
        callBack.nextAttemptAt().ifPresent(at -> facts.and(CallBackProcess.NEXT_CALL_BACK_AT, at));
        processes.complete(task, callBack.operator(), facts);
    }

    /**
     * Draws the consequence of an attempt.
     *
     * @param onRecord the attempt, when it was noted before the task was finished; otherwise it is noted now
     */
    CallBackPolicy.Decision settle(
            RegistrationNumber number, Optional<Long> onRecord, String outcome, Optional<Instant> wished) {
        Question question = found(questions.lock(number), number);
        Round round = rounds.current(question);
        CallBackOutcome parsed = CallBackOutcome.parse(outcome);
        long callBack = onRecord.orElseGet(() -> calls.add(
                question.id(),
                round.id(),
                Optional.empty(),
                CallBack.bare(clock.instant(), processes.currentPerson(), parsed, wished)));
        List<CallBack> attempts = calls.ofRound(round.id());
        CallBackPolicy.Decision decision =
                policy.decide(parsed, attempts.size(), wished, plan(question).zone());
        decision.nextAttemptAt().ifPresent(at -> calls.planNextAttempt(callBack, at));
        decision.result().ofRound().ifPresent(result -> {
            rounds.end(
                    question, round, result, attempts.get(attempts.size() - 1).heard());
            rounds.closeIfDone(question);
        });
        log.info("Question {} called back: {}", number, decision.result());
        return decision;
    }

    /** The citizen no longer needs an answer: whoever was to call need not. */
    void withdrawn(Question question) {
        rounds.underWay(question)
                .ifPresent(round -> rounds.end(question, round, Round.Result.WITHDRAWN, Optional.empty()));
        processes.wake(question.number().value(), CallBackProcess.WITHDRAWN, Facts.none());
    }

    @Transactional(readOnly = true)
    List<CallBack> of(Question question) {
        return calls.of(question.id());
    }

    @Transactional(readOnly = true)
    int attemptsOfThisRound(Question question) {
        return rounds.underWay(question)
                .map(round -> calls.ofRound(round.id()).size())
                .orElse(0);
    }

    @Transactional(readOnly = true)
    List<Round> rounds(Question question) {
        return rounds.of(question);
    }

    @Transactional(readOnly = true)
    boolean isUnderWay(Question question) {
        return rounds.underWay(question).isPresent();
    }

    @Transactional(readOnly = true)
    News news(Question question) {
        return rounds.news(question);
    }

    @Transactional(readOnly = true)
    CallBackPlan plan(Question question) {
        return calls.plan(question.id()).orElseGet(moments::planOfOld);
    }

    private static Question found(Optional<Question> question, RegistrationNumber number) {
        return question.orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
    }
}
