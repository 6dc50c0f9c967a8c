package org.perezvon.inquiry;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code agency-inquiry.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class InquiryDelegates {

    @Bean
    JavaDelegate openInquiry(Inquiries inquiries) {
        return execution -> {
            Inquiries.Opening opening = inquiries.open(InquiryProcess.inquiry(execution.getProcessBusinessKey()));
            InquiryProcess.RESPONSIBLE_NAMED.put(execution, opening.responsibleNamed());
            InquiryProcess.DISPATCH_DUE.put(execution, opening.dispatchDue());
        };
    }

    @Bean
    JavaDelegate remindAgency(Inquiries inquiries) {
        return execution -> inquiries.remind(InquiryProcess.inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordOverdue(Inquiries inquiries) {
        return execution -> inquiries.overdue(InquiryProcess.inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordLateDispatch(Inquiries inquiries) {
        return execution -> inquiries.dispatchedLate(InquiryProcess.inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate closeUnanswered(Inquiries inquiries) {
        return execution -> inquiries.closeUnanswered(InquiryProcess.inquiry(execution.getProcessBusinessKey()));
    }
}
