package org.perezvon.inquiry;

import java.time.Instant;
import org.perezvon.engine.Handle;

/** The contract between {@code agreement-expiry.bpmn} and the code. Business key: {@code agreement-warning-} and its number. */
final class AgreementExpiryProcess {

    static final String ENDS_SOON = "agreement.ends";
    static final String RENEWED = "agreement.renewed";

    static final Handle<Long> WARNING_ID = Handle.ofLong("agreementWarningId");
    static final Handle<String> AGENCY = Handle.ofString("agreementAgency");
    static final Handle<Instant> ENDS = Handle.ofInstant("agreementEnds");

    private static final String PREFIX = "agreement-warning-";

    private AgreementExpiryProcess() {}

    static String businessKey(long warning) {
        return PREFIX + warning;
    }

    /** @throws IllegalArgumentException when the process is about no agreement; the message is in Russian */
    static long warning(String businessKey) {
        if (!businessKey.matches(PREFIX + "\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "Задачу о соглашении заводит сама система, когда подходит его последний день");
        }
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }
}
