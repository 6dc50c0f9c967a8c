package org.perezvon.inquiry;

import static org.perezvon.inquiry.InquiryProcess.inquiry;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code agency-inquiry.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class InquiryDelegates {

    @Bean
    JavaDelegate openInquiry(Inquiries inquiries) {
        return execution -> {
            Inquiries.Opening opening = inquiries.open(id(execution));
            InquiryProcess.ADDRESSEE.put(execution, opening.addressee().name().toLowerCase(Locale.ROOT));
            // Diagrams drawn before there were several recipients ask this.
            InquiryProcess.RESPONSIBLE_NAMED.put(execution, opening.addressee() == Inquiries.Addressee.SOMEBODY);
            InquiryProcess.DISPATCH_DUE.put(execution, opening.dispatchDue());
            opening.term().ifPresent(term -> put(execution, term));
        };
    }

    @Bean
    JavaDelegate decideExtension(Extensions extensions) {
        return execution -> {
            Extensions.Outcome outcome = extensions.decide(id(execution), InquiryProcess.MAIL_ID.in(execution));
            InquiryProcess.RESOLUTION.put(execution, outcome.resolution());
            InquiryProcess.EXTENDED.put(execution, outcome.extended().isPresent());
        };
    }

    @Bean
    JavaDelegate extendTerm(Extensions extensions) {
        return execution -> put(execution, extensions.extend(id(execution), InquiryProcess.RESOLUTION.in(execution)));
    }

    @Bean
    JavaDelegate refuseExtension(Extensions extensions) {
        return execution -> extensions.refuse(id(execution), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate sendClarification(Clarifications clarifications) {
        return execution -> clarifications.send(id(execution), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate askDeputy(Deputies deputies) {
        return execution -> deputies.ask(id(execution), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate planOtherAgency(Redirections redirections) {
        return execution -> InquiryProcess.NEXT_INQUIRY.put(
                execution,
                redirections
                        .planOther(id(execution), InquiryProcess.RESOLUTION.in(execution))
                        .toString());
    }

    @Bean
    JavaDelegate insistOnAnswer(Redirections redirections) {
        return execution -> redirections.insist(id(execution), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate remindAgency(InquiryClock clock) {
        return execution -> clock.remind(id(execution));
    }

    @Bean
    JavaDelegate recordOverdue(InquiryClock clock) {
        return execution -> InquiryProcess.NEWLY_OVERDUE.put(execution, clock.overdue(id(execution)));
    }

    @Bean
    JavaDelegate recordLateDispatch(InquiryClock clock) {
        return execution -> clock.dispatchedLate(id(execution));
    }

    @Bean
    JavaDelegate announceWait(Inquiries inquiries) {
        return execution -> inquiries.waitOn(id(execution), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate closeUnanswered(Inquiries inquiries) {
        return execution -> inquiries.closeUnanswered(id(execution));
    }

    @Bean
    JavaDelegate withdrawInquiry(Inquiries inquiries) {
        return execution -> inquiries.withdrawn(id(execution));
    }

    private static void put(DelegateExecution execution, Inquiry.Term term) {
        InquiryProcess.REMINDER_DUE.put(execution, term.reminder());
        InquiryProcess.ANSWER_DUE.put(execution, term.due());
        InquiryProcess.MAXIMUM_DUE.put(execution, term.maximum());
    }

    private static InquiryId id(DelegateExecution execution) {
        return inquiry(execution.getProcessBusinessKey());
    }
}
