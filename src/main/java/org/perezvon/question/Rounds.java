package org.perezvon.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.inquiry.Answers;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.Inquiry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The call-backs of a question, one after the other, and what the citizen has heard in them. The question's row is locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Rounds {

    private final RoundStore store;
    private final QuestionStore questions;
    private final Inquiries inquiries;
    private final Answers answers;
    private final Clock clock;

    Rounds(RoundStore store, QuestionStore questions, Inquiries inquiries, Answers answers, Clock clock) {
        this.store = store;
        this.questions = questions;
        this.inquiries = inquiries;
        this.answers = answers;
        this.clock = clock;
    }

    List<Round> of(Question question) {
        return store.of(question.id());
    }

    Optional<Round> underWay(Question question) {
        return store.underWay(question.id());
    }

    /** The one under way; questions that began under an older diagram have none until somebody calls. */
    Round current(Question question) {
        return underWay(question).orElseGet(() -> open(question));
    }

    Round open(Question question) {
        return store.open(question.id(), clock.instant());
    }

    News news(Question question) {
        return News.of(
                inquiries.ofQuestion(question.number()),
                answers.toQuestion(question.number()),
                store.known(question.id()));
    }

    /**
     * Ends a round. What the citizen has heard is told. Where nobody was reached, the same news are no reason for another
     * round of calls; where an answer went back, only that answer is done with.
     *
     * @param heard ids of the replies the citizen heard; absent: all there are
     */
    void end(Question question, Round round, Round.Result result, Optional<List<Long>> heard) {
        Instant now = clock.instant();
        news(question).items().stream()
                .filter(item -> isDoneWith(item, question, result, heard))
                .forEach(item -> store.tell(round, item, Optional.of(now).filter(at -> result == Round.Result.TOLD)));
        store.end(round, result, now);
    }

    /** What there is to tell is of no use any more: nobody calls about it. */
    void forget(Question question) {
        news(question).items().forEach(item -> store.forget(question.id(), item));
    }

    private boolean isDoneWith(News.Item item, Question question, Round.Result result, Optional<List<Long>> heard) {
        return switch (result) {
            case TOLD ->
                item.reply().isEmpty()
                        || heard.isEmpty()
                        || heard.get().contains(item.reply().get());
            case OVER, WITHDRAWN -> true;
            case RETURNED ->
                inquiries.ofQuestion(question.number()).stream()
                        .anyMatch(leg -> leg.id().equals(item.inquiry()) && leg.state() == Inquiry.State.RETURNED);
        };
    }

    /** How the last call-back ended; absent while there was none, or one is under way. */
    Optional<Round.Result> lastResult(Question question) {
        List<Round> all = store.of(question.id());
        return all.isEmpty() ? Optional.empty() : all.get(all.size() - 1).result();
    }

    /** Ends a question when nothing is left to be told, nor to be waited for. */
    void closeIfDone(Question question) {
        boolean waits = inquiries.ofQuestion(question.number()).stream()
                .anyMatch(leg -> !leg.state().isOver());
        if (!waits && news(question).isEmpty()) {
            boolean told =
                    lastResult(question).filter(Round.Result.TOLD::equals).isPresent();
            close(question, told ? Question.Outcome.TOLD : Question.Outcome.NOT_REACHED);
        }
    }

    /** Whoever was told once is not untold by a later call in vain. */
    void close(Question question, Question.Outcome outcome) {
        if (question.outcome().isEmpty() || outcome == Question.Outcome.TOLD) {
            questions.close(question.id(), outcome, clock.instant());
        }
    }
}
