package org.perezvon.inquiry;

import static org.perezvon.inquiry.InquiryProcess.inquiry;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code agency-inquiry.bpmn}: one bean per service task, named like the verb on it. */
@Configuration(proxyBeanMethods = false)
class InquiryDelegates {

    @Bean
    JavaDelegate openInquiry(InquiryDispatch dispatch) {
        return execution -> {
            InquiryDispatch.Opening opening = dispatch.open(inquiry(execution.getProcessBusinessKey()));
            InquiryProcess.ADDRESSEE.put(execution, opening.addressee().name().toLowerCase(Locale.ROOT));
            // Diagrams drawn before there were several recipients ask this.
            InquiryProcess.RESPONSIBLE_NAMED.put(execution, opening.addressee() == InquiryDispatch.Addressee.SOMEBODY);
            InquiryProcess.DISPATCH_DUE.put(execution, opening.dispatchDue());
            opening.term().map(InquiryProcess::dates).ifPresent(dates -> dates.putInto(execution));
        };
    }

    @Bean
    JavaDelegate decideExtension(Extensions extensions) {
        return execution -> {
            Extensions.Outcome outcome =
                    extensions.decide(inquiry(execution.getProcessBusinessKey()), InquiryProcess.MAIL_ID.in(execution));
            InquiryProcess.RESOLUTION.put(execution, outcome.resolution());
            InquiryProcess.EXTENDED.put(execution, outcome.extended().isPresent());
        };
    }

    @Bean
    JavaDelegate extendTerm(Extensions extensions) {
        return execution -> InquiryProcess.dates(extensions.extend(
                        inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution)))
                .putInto(execution);
    }

    @Bean
    JavaDelegate refuseExtension(Extensions extensions) {
        return execution ->
                extensions.refuse(inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate sendClarification(Clarifications clarifications) {
        return execution -> clarifications.send(
                inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate askDeputy(Deputies deputies) {
        return execution ->
                deputies.ask(inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate planOtherAgency(Redirections redirections) {
        return execution -> InquiryProcess.NEXT_INQUIRY.put(
                execution,
                redirections
                        .planOther(inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution))
                        .toString());
    }

    @Bean
    JavaDelegate releaseAgency(Redirections redirections) {
        return execution -> redirections.release(inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate insistOnAnswer(Redirections redirections) {
        return execution -> redirections.insist(
                inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate remindAgency(InquiryClock clock) {
        return execution -> clock.remind(inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordOverdue(InquiryClock clock) {
        return execution ->
                InquiryProcess.NEWLY_OVERDUE.put(execution, clock.overdue(inquiry(execution.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate recordWall(InquiryClock clock) {
        return execution -> clock.wall(inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordLateDispatch(InquiryClock clock) {
        return execution -> clock.dispatchedLate(inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate announceWait(Inquiries inquiries) {
        return execution ->
                inquiries.waitOn(inquiry(execution.getProcessBusinessKey()), InquiryProcess.RESOLUTION.in(execution));
    }

    @Bean
    JavaDelegate closeUnanswered(Inquiries inquiries) {
        return execution -> inquiries.closeUnanswered(inquiry(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate withdrawInquiry(Inquiries inquiries) {
        return execution -> inquiries.withdrawn(inquiry(execution.getProcessBusinessKey()));
    }
}
