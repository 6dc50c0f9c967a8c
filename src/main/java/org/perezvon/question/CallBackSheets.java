package org.perezvon.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.perezvon.inquiry.Answer;
import org.perezvon.inquiry.Answers;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what an operator needs before dialling: what to say, and whether one may call at this hour. */
@Component
@Transactional(readOnly = true)
class CallBackSheets {

    private final QuestionStore questions;
    private final CallBacks callBacks;
    private final CallBackPolicy policy;
    private final Inquiries inquiries;
    private final Answers answers;
    private final CallBackWords words;
    private final Clock clock;

    CallBackSheets(
            QuestionStore questions,
            CallBacks callBacks,
            CallBackPolicy policy,
            Inquiries inquiries,
            Answers answers,
            CallBackWords words,
            Clock clock) {
        this.questions = questions;
        this.callBacks = callBacks;
        this.policy = policy;
        this.inquiries = inquiries;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
    }

    Optional<CallBackSheet> find(RegistrationNumber number) {
        return questions.find(number).map(this::sheet);
    }

    private CallBackSheet sheet(Question question) {
        CallBackPlan plan = callBacks.plan(question);
        News news = callBacks.news(question);
        List<Inquiry> legs = inquiries.ofQuestion(question.number());
        List<Answer> heard = answers.toQuestion(question.number()).stream()
                .filter(answer -> news.holds(answer.inquiry(), Optional.of(answer.reply())))
                .toList();
        return new CallBackSheet(
                words.toSay(question, legs, heard, news),
                heard.stream().map(Answer::reply).toList(),
                news.items().stream()
                        .map(item -> item.inquiry().toString())
                        .distinct()
                        .toList(),
                policy.decentHours().next(clock.instant(), plan.zone()),
                plan.zone().getId(),
                callBacks.attemptsOfThisRound(question) + 1,
                question.registeredBy());
    }
}
