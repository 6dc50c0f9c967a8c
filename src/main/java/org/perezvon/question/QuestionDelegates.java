package org.perezvon.question;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code citizen-question.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class QuestionDelegates {

    @Bean
    JavaDelegate acceptQuestion(Questions questions) {
        return execution -> QuestionProcess.ANSWER_FOUND.put(
                execution, questions.wasAnsweredAtOnce(QuestionProcess.question(execution.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate recordAnswerGiven(Questions questions) {
        return execution -> questions.closeAnsweredAtOnce(QuestionProcess.question(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordCallBack(Questions questions) {
        return execution -> {
            CallBackPolicy.Decision decision = questions.settleCallBack(
                    QuestionProcess.question(execution.getProcessBusinessKey()),
                    QuestionProcess.CALL_BACK_ID.optionalIn(execution),
                    QuestionProcess.CALL_BACK_OUTCOME.in(execution),
                    QuestionProcess.NEXT_CALL_BACK_AT.optionalIn(execution));
            QuestionProcess.CALL_BACK_RESULT.put(execution, decision.result().inDiagram());
            QuestionProcess.NEXT_CALL_BACK_AT.put(
                    execution, decision.nextAttemptAt().orElse(null));
            // The next attempt starts clean: nobody's yesterday outcome may finish today's call.
            QuestionProcess.CALL_BACK_OUTCOME.put(execution, null);
            QuestionProcess.CALL_BACK_ID.put(execution, null);
        };
    }
}
