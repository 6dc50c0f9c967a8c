package org.perezvon.inquiry;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code information-request.bpmn}. */
@Configuration(proxyBeanMethods = false)
class InformationDelegates {

    @Bean
    JavaDelegate acceptInformationRequest(InformationRequests requests) {
        return execution -> {
            Inquiry inquiry = requests.registered(InformationProcess.request(execution.getProcessBusinessKey()));
            InformationProcess.INQUIRY_ID.put(execution, inquiry.id().toString());
            InformationProcess.ASKED_BY.put(
                    execution, inquiry.origin().askedBy().orElse(""));
        };
    }
}
