package org.perezvon.question;

import java.time.Instant;
import org.perezvon.engine.Handle;

/**
 * The contract between {@code call-back.bpmn} and the code. Business key: the registration number, as of the question that
 * calls it; questions that began under an older diagram call back within {@code citizen-question.bpmn} by the same names.
 */
final class CallBackProcess {

    static final String CALL_BACK_TASK = "userTask_callBack";
    static final String WITHDRAWN = "question.withdrawn";

    static final Handle<String> PREFERRED_OPERATOR = Handle.ofString("preferredOperator");
    static final Handle<Instant> OFFER_TO_ALL_AT = Handle.ofInstant("offerToAllAt");
    static final Handle<Instant> CALL_FROM = Handle.ofInstant("callFrom");
    static final Handle<Instant> CALL_BACK_DUE = Handle.ofInstant("callBackDue");
    static final Handle<Long> CALL_BACK_ID = Handle.ofLong("callBackId");
    static final Handle<String> CALL_BACK_OUTCOME = Handle.ofString("callBackOutcome");
    static final Handle<Instant> NEXT_CALL_BACK_AT = Handle.ofInstant("nextCallBackAt");
    static final Handle<String> CALL_BACK_RESULT = Handle.ofString("callBackResult");

    private CallBackProcess() {}
}
