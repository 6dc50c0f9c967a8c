package org.perezvon.question;

import java.util.List;
import java.util.Optional;
import org.perezvon.inquiry.InquiryFiles;
import org.perezvon.inquiry.InquiryView;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of a question: the call, its inquiries, the call-backs. */
@Component
@Transactional(readOnly = true)
class QuestionFiles {

    private final Questions questions;
    private final CallBacks callBacks;
    private final InquiryFiles inquiries;
    private final KnowledgeBase knowledge;

    QuestionFiles(Questions questions, CallBacks callBacks, InquiryFiles inquiries, KnowledgeBase knowledge) {
        this.questions = questions;
        this.callBacks = callBacks;
        this.inquiries = inquiries;
        this.knowledge = knowledge;
    }

    Optional<QuestionView> find(RegistrationNumber number) {
        return questions.find(number).map(this::view);
    }

    private QuestionView view(Question question) {
        List<InquiryView> legs = inquiries.ofQuestion(question.number());
        Applicant applicant = questions.applicant(question);
        return new QuestionView(
                question.number().value(),
                question.line().number(),
                question.calledAt(),
                question.text(),
                new QuestionView.CallerView(
                        applicant.name().orElse(null),
                        applicant.phone().e164(),
                        applicant.phone().forPeople()),
                state(question, legs),
                question.outcome().orElse(null),
                question.registeredBy(),
                question.answeredBy().flatMap(this::answerGiven).orElse(null),
                legs,
                plan(callBacks.plan(question)),
                callBacks.of(question).stream().map(QuestionFiles::callBack).toList(),
                questions.withdrawal(question).map(QuestionFiles::withdrawal).orElse(null),
                question.follows().map(RegistrationNumber::value).orElse(null),
                questions.following(question).stream()
                        .map(RegistrationNumber::value)
                        .toList());
    }

    private QuestionView.State state(Question question, List<InquiryView> legs) {
        if (question.outcome().isPresent()) {
            return QuestionView.State.CLOSED;
        }
        if (legs.isEmpty() && question.answeredBy().isEmpty()) {
            return QuestionView.State.TRANSFER;
        }
        boolean allOver = legs.stream().allMatch(leg -> leg.state().isOver());
        return allOver || callBacks.isUnderWay(question) ? QuestionView.State.CALL_BACK : QuestionView.State.WAITING;
    }

    private static QuestionView.PlanView plan(CallBackPlan plan) {
        return new QuestionView.PlanView(
                plan.moment(), plan.lead().orElse(null), plan.zone().getId());
    }

    private static QuestionView.WithdrawalView withdrawal(Withdrawal withdrawal) {
        return new QuestionView.WithdrawalView(
                withdrawal.at(), withdrawal.by(), withdrawal.why().orElse(null));
    }

    private Optional<QuestionView.AnswerGiven> answerGiven(long template) {
        return knowledge
                .version(template)
                .map(said -> new QuestionView.AnswerGiven(
                        said.id(), said.edition().title(), said.edition().wholeText(), said.number()));
    }

    private static QuestionView.CallBackView callBack(CallBack callBack) {
        return new QuestionView.CallBackView(
                callBack.at(),
                callBack.operator(),
                callBack.outcome(),
                callBack.note().orElse(null),
                callBack.nextAttemptAt().orElse(null),
                callBack.said().orElse(null));
    }
}
