package org.perezvon.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perezvon.engine.Facts;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.inquiry.LateAnswer;
import org.perezvon.kernel.RegistrationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that come when a question has ended (I-5, I-11): kept, and a person decides whether the citizen can still use them. */
@Component
@Transactional
class LateAnswers {

    private static final Logger log = LoggerFactory.getLogger(LateAnswers.class);

    /** A citizen who was answered some other way, or no longer waits, is not bothered. */
    private static final Set<Question.Outcome> MAY_BE_CALLED_AGAIN =
            Set.of(Question.Outcome.TOLD, Question.Outcome.NOT_REACHED);

    private final QuestionStore questions;
    private final LateAnswerStore store;
    private final Rounds rounds;
    private final Processes processes;
    private final Clock clock;

    LateAnswers(QuestionStore questions, LateAnswerStore store, Rounds rounds, Processes processes, Clock clock) {
        this.questions = questions;
        this.store = store;
        this.rounds = rounds;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * While a question is open, a late answer is news like any other: whether to call now is weighed anew. Afterwards it lies before a person; a second one is
     * put beside the first.
     */
    @EventListener
    void on(LateAnswer late) {
        Optional<Question> question = questions.lock(late.questionNumber());
        if (question.filter(open -> open.outcome().isEmpty()).isPresent()) {
            processes.wake(late.questionNumber().value(), QuestionProcess.NEWS, Facts.none());
        }
        boolean ended = question.flatMap(Question::outcome)
                .filter(MAY_BE_CALLED_AGAIN::contains)
                .isPresent();
        if (question.isEmpty() || !ended) {
            return;
        }
        long id = question.get().id();
        boolean lies = store.of(id).stream().anyMatch(other -> other.decidedAt().isEmpty());
        if (store.add(late.mailId(), id, late.inquiryId(), clock.instant()) && !lies) {
            String number = late.questionNumber().value();
            processes.start(LateAnswerProcess.KEY, number, Facts.of(QuestionProcess.QUESTION_NUMBER, number));
            log.info("Question {}: a late answer in mail {}", number, late.mailId());
        }
    }

    /** A person has decided; what is of no use any more is no reason to call. */
    void decide(OpenTask task, boolean useful, String person, Optional<String> note) {
        RegistrationNumber number = QuestionProcess.question(task.businessKey());
        Question question = questions
                .lock(number)
                .orElseThrow(() -> new IllegalArgumentException("Нет обращения с номером " + number));
        store.decide(question.id(), useful, person, note, clock.instant());
        if (!useful) {
            rounds.forget(question);
        }
        processes.complete(task, person, Facts.of(LateAnswerProcess.STILL_USEFUL, useful));
    }

    @Transactional(readOnly = true)
    List<LateAnswerStore.Late> of(Question question) {
        return store.of(question.id());
    }
}
