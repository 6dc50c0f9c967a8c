package org.perezvon.knowledge;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code knowledge-expiry.bpmn} and {@code knowledge-confirmation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ConfirmationDelegates {

    @Bean
    JavaDelegate beginConfirmations(Confirmations confirmations) {
        return execution -> confirmations.begin();
    }

    @Bean
    JavaDelegate askConfirmation(Confirmations confirmations) {
        return execution -> confirmations
                .ask(ConfirmationProcess.round(execution.getProcessBusinessKey()))
                .putInto(execution);
    }

    @Bean
    JavaDelegate remindOfConfirmation(Confirmations confirmations) {
        return execution -> confirmations.remind(ConfirmationProcess.round(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordStale(Confirmations confirmations) {
        return execution -> confirmations
                .expire(ConfirmationProcess.round(execution.getProcessBusinessKey()))
                .putInto(execution);
    }
}
