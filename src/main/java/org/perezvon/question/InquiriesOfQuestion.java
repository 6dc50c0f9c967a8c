package org.perezvon.question;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.perezvon.engine.ProcessBean;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.Inquiry;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;

/** Over which inquiries the multi-instance call activity of {@code citizen-question.bpmn} runs. */
@Component("inquiriesOfQuestion")
@ProcessBean
public class InquiriesOfQuestion {

    private final Inquiries inquiries;

    InquiriesOfQuestion(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** Ids of the inquiries to be asked now: those sent back to their agencies, or else those planned at registration. */
    public List<String> ids(DelegateExecution execution) {
        RegistrationNumber number = QuestionProcess.question(execution.getProcessBusinessKey());
        List<Inquiry> legs = inquiries.ofQuestion(number);
        List<Inquiry> returned = in(Inquiry.State.RETURNED, legs);
        return (returned.isEmpty() ? in(Inquiry.State.PLANNED, legs) : returned)
                .stream().map(inquiry -> inquiry.id().toString()).toList();
    }

    private static List<Inquiry> in(Inquiry.State state, List<Inquiry> legs) {
        return legs.stream().filter(leg -> leg.state() == state).toList();
    }
}
