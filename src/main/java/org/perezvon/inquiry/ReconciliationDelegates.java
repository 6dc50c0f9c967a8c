package org.perezvon.inquiry;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code deadline-reconciliation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReconciliationDelegates {

    @Bean
    JavaDelegate reconcileDeadlines(Reconciliations reconciliations) {
        return execution -> {
            Reconciliation result = reconciliations.run();
            execution.setProcessBusinessKey(ReconciliationProcess.businessKey(result));
            ReconciliationProcess.RECONCILIATION_ID.put(execution, result.id());
            ReconciliationProcess.DIFFERENCES_FOUND.put(
                    execution, !result.findings().isEmpty());
        };
    }
}
