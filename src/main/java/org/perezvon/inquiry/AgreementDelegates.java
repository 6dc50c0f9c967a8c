package org.perezvon.inquiry;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.perezvon.directory.ExpiringAgreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code agreement-expiry.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AgreementDelegates {

    @Bean
    JavaDelegate findEndingAgreements(ExpiringAgreements agreements) {
        return execution -> agreements.look();
    }
}
