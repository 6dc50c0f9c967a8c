package org.perezvon.question;

import java.time.Instant;
import org.perezvon.engine.Handle;

/** The contract between {@code call-transfer.bpmn} and the code. Business key: the registration number. */
final class CallTransferProcess {

    static final String KEY = "call-transfer";
    static final String TASK = "userTask_transferCall";

    static final Handle<String> OPERATOR = Handle.ofString("operator");
    static final Handle<Instant> TRANSFER_DUE = Handle.ofInstant("transferDue");
    static final Handle<Boolean> CONNECTED = Handle.ofBoolean("connected");

    private CallTransferProcess() {}
}
