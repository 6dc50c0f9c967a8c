package org.perezvon.inquiry;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code mail-triage.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TriageDelegates {

    @Bean
    JavaDelegate attachMail(Triage triage) {
        return execution -> triage.attach(
                TriageProcess.mail(execution.getProcessBusinessKey()),
                InquiryId.parse(TriageProcess.INQUIRY_ID.in(execution)),
                TriageProcess.kind(TriageProcess.KIND.optionalIn(execution)));
    }

    @Bean
    JavaDelegate handMailToEditors(Triage triage) {
        return execution -> triage.handOn(TriageProcess.mail(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate putMailAside(Triage triage) {
        return execution -> triage.putAside(TriageProcess.mail(execution.getProcessBusinessKey()));
    }
}
