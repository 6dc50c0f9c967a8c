package org.perezvon.question;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.perezvon.engine.ProcessBean;
import org.perezvon.inquiry.Inquiries;
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

    /** Ids of the inquiries planned at registration. */
    public List<String> ids(DelegateExecution execution) {
        RegistrationNumber number = QuestionProcess.question(execution.getProcessBusinessKey());
        return inquiries.ofQuestion(number).stream()
                .map(inquiry -> inquiry.id().toString())
                .toList();
    }
}
