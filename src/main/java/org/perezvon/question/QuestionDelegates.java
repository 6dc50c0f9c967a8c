package org.perezvon.question;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code citizen-question.bpmn} and {@code late-answer.bpmn}: one bean per service task, named like the verb on it. */
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
    JavaDelegate weighCallBack(NextStep next) {
        return execution -> QuestionProcess.NEXT_STEP.putHere(
                execution,
                next.weigh(QuestionProcess.question(execution.getProcessBusinessKey()))
                        .inDiagram());
    }
}
