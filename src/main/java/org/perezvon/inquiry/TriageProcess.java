package org.perezvon.inquiry;

import org.perezvon.engine.Handle;

/** The contract between {@code mail-triage.bpmn} and the code. Business key: {@code mail-} and the mail's id. */
final class TriageProcess {

    static final String KEY = "mail-triage";

    static final Handle<Long> MAIL_ID = Handle.ofLong("mailId");
    static final Handle<String> INQUIRY_ID = Handle.ofString("inquiryId");
    static final Handle<String> DECISION = Handle.ofString("mailDecision");

    private TriageProcess() {}
}
