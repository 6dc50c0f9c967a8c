package org.perezvon.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;

/** The contract between {@code agency-inquiry.bpmn} and the code: its key, messages and variables. Business key: inquiry id. */
final class InquiryProcess {

    static final String KEY = "agency-inquiry";

    static final String SENT = "inquiry.sent";
    static final String ANSWERED = "inquiry.answered";
    static final String UNDELIVERABLE = "inquiry.undeliverable";

    static final Handle<Boolean> RESPONSIBLE_NAMED = Handle.ofBoolean("responsibleNamed");
    static final Handle<Boolean> TRY_AGAIN = Handle.ofBoolean("tryAgain");
    static final Handle<Instant> DISPATCH_DUE = Handle.ofInstant("dispatchDue");
    static final Handle<Instant> REMINDER_DUE = Handle.ofInstant("reminderDue");
    static final Handle<Instant> ANSWER_DUE = Handle.ofInstant("answerDue");
    static final Handle<Instant> MAXIMUM_DUE = Handle.ofInstant("maximumDue");

    private InquiryProcess() {}

    /** Which inquiry a process is about. From the business key: whoever works on a task can change variables, not this. */
    static InquiryId inquiry(@Nullable String businessKey) {
        return InquiryId.parse(String.valueOf(businessKey));
    }
}
