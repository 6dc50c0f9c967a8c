package org.perezvon.question;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code call-back.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class CallBackDelegates {

    @Bean
    JavaDelegate planCallBack(CallBacks callBacks) {
        return execution -> {
            OfferPolicy.Offer offer = callBacks.offer(QuestionProcess.question(execution.getProcessBusinessKey()));
            CallBackProcess.PREFERRED_OPERATOR.put(execution, offer.operator());
            CallBackProcess.OFFER_TO_ALL_AT.put(execution, offer.toAllAt());
            CallBackProcess.CALL_FROM.put(execution, offer.callFrom());
            CallBackProcess.CALL_BACK_DUE.put(execution, offer.due());
        };
    }

    @Bean
    JavaDelegate offerCallBackToAll(CallBacks callBacks) {
        return execution -> callBacks.offerToAll(QuestionProcess.question(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordCallBack(CallBacks callBacks) {
        return execution -> {
            CallBackPolicy.Decision decision = callBacks.settle(
                    QuestionProcess.question(execution.getProcessBusinessKey()),
                    CallBackProcess.CALL_BACK_ID.optionalIn(execution),
                    CallBackProcess.CALL_BACK_OUTCOME.in(execution),
                    CallBackProcess.NEXT_CALL_BACK_AT.optionalIn(execution));
            CallBackProcess.CALL_BACK_RESULT.put(execution, decision.result().inDiagram());
            CallBackProcess.NEXT_CALL_BACK_AT.put(
                    execution, decision.nextAttemptAt().orElse(null));
            // The next attempt starts clean: nobody's yesterday outcome may finish today's call.
            CallBackProcess.CALL_BACK_OUTCOME.put(execution, null);
            CallBackProcess.CALL_BACK_ID.put(execution, null);
        };
    }
}
