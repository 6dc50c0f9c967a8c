package org.perezvon.inquiry;

import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;
import org.perezvon.kernel.RegistrationNumber;

/** The contract between {@code information-request.bpmn} and the code. Business key: the registration number. */
final class InformationProcess {

    static final String KEY = "information-request";
    static final String READ_TASK = "userTask_readInformation";

    static final Handle<String> QUESTION_NUMBER = Handle.ofString("questionNumber");
    static final Handle<String> INQUIRY_ID = Handle.ofString("inquiryId");
    static final Handle<String> ASKED_BY = Handle.ofString("askedBy");

    private InformationProcess() {}

    /** Which request a process is about. */
    static RegistrationNumber request(@Nullable String businessKey) {
        if (businessKey == null) {
            throw new IllegalArgumentException("Запрос сведений регистрируют в форме: в процессе нет его номера");
        }
        return RegistrationNumber.parse(businessKey);
    }
}
