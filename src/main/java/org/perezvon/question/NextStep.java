package org.perezvon.question;

import java.util.List;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a question does next (I-11). Asked whenever an agency is done, all are, or a call-back has ended; the question's row
 * is locked, so that of those who ask at the same moment only one opens a call-back.
 */
@Component
@Transactional
class NextStep {

    private static final Logger log = LoggerFactory.getLogger(NextStep.class);

    private final QuestionStore questions;
    private final CallBackStore calls;
    private final Rounds rounds;
    private final Inquiries inquiries;
    private final MomentPolicy moments;

    NextStep(QuestionStore questions, CallBackStore calls, Rounds rounds, Inquiries inquiries, MomentPolicy moments) {
        this.questions = questions;
        this.calls = calls;
        this.rounds = rounds;
        this.inquiries = inquiries;
        this.moments = moments;
    }

    Step weigh(RegistrationNumber number) {
        Question question = questions
                .lock(number)
                .orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
        if (question.outcome().filter(Question.Outcome.WITHDRAWN::equals).isPresent()) {
            return Step.WITHDRAWN;
        }
        if (rounds.underWay(question).isPresent()) {
            return Step.WAIT;
        }
        List<Inquiry> legs = inquiries.ofQuestion(number);
        if (legs.stream().anyMatch(leg -> leg.state() == Inquiry.State.RETURNED)) {
            return Step.ASK_AGAIN;
        }
        News news = rounds.news(question);
        if (!news.isEmpty() && mayBeCalled(question) && moments.isTime(plan(question), legs, news)) {
            rounds.open(question);
            log.info("Question {}: {} to tell", number, news.items().size());
            return Step.CALL;
        }
        return legs.stream().allMatch(leg -> leg.state().isOver()) ? end(question) : Step.WAIT;
    }

    private Step end(Question question) {
        boolean told =
                rounds.lastResult(question).filter(Round.Result.TOLD::equals).isPresent();
        Question.Outcome outcome = told ? Question.Outcome.TOLD : Question.Outcome.NOT_REACHED;
        rounds.close(question, outcome);
        return told ? Step.TOLD : Step.NOT_REACHED;
    }

    /** Whoever refused to listen, or lives behind a wrong number, is not called any more. */
    private boolean mayBeCalled(Question question) {
        List<CallBack> all = calls.of(question.id());
        return all.isEmpty() || !all.get(all.size() - 1).outcome().endsAllCalls();
    }

    private CallBackPlan plan(Question question) {
        return calls.plan(question.id()).orElseGet(moments::planOfOld);
    }
}
