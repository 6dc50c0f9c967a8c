package org.perezvon.question;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code call-transfer.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class CallTransferDelegates {

    @Bean
    JavaDelegate recordTransfer(CallTransfers transfers) {
        return execution -> CallTransferProcess.CONNECTED.put(
                execution, transfers.closeIfConnected(QuestionProcess.question(execution.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate continueAsQuestion(CallTransfers transfers) {
        return execution -> transfers.continueAsQuestion(QuestionProcess.question(execution.getProcessBusinessKey()));
    }
}
