package org.perezvon.inquiry;

import org.perezvon.engine.Handle;

/** The contract between {@code mail-alert.bpmn} and the code. Business key: {@code mail-trouble-} and the trouble's number. */
final class MailAlertProcess {

    static final String KEY = "mail-alert";
    static final String OVER = "mail.troubleOver";

    static final Handle<Long> TROUBLE_ID = Handle.ofLong("mailTroubleId");
    static final Handle<String> TROUBLE = Handle.ofString("mailTrouble");

    private static final String PREFIX = "mail-trouble-";

    private MailAlertProcess() {}

    static String businessKey(long trouble) {
        return PREFIX + trouble;
    }

    /** @throws IllegalArgumentException when the process is about no trouble; the message is in Russian */
    static long trouble(String businessKey) {
        if (!businessKey.matches(PREFIX + "\\d{1,18}")) {
            throw new IllegalArgumentException("Тревогу о почте поднимает сама система, когда почта не работает");
        }
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }
}
