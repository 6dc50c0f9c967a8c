package org.perezvon.inquiry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;
import org.perezvon.mail.MailKind;

/** The contract between {@code mail-triage.bpmn} and the code. Business key: {@code mail-} and the mail's id. */
final class TriageProcess {

    static final String KEY = "mail-triage";

    static final String TAKEN_BACK = "mail.takenBack";

    static final Handle<Long> MAIL_ID = Handle.ofLong("mailId");
    static final Handle<String> INQUIRY_ID = Handle.ofString("inquiryId");
    static final Handle<String> DECISION = Handle.ofString("mailDecision");

    static final Handle<String> KIND = Handle.ofString("mailKind");

    private static final String PREFIX = "mail-";

    private TriageProcess() {}

    /** What a person has said a mail is; in tasks that began before one could say so, and for programs, an answer. */
    static MailKind kind(Optional<String> said) {
        return said.map(MailKind::valueOf).orElse(MailKind.ANSWER);
    }

    static String businessKey(long mailId) {
        return PREFIX + mailId;
    }

    /** @throws IllegalArgumentException when the process is about no mail; the message is in Russian */
    static long mail(@Nullable String businessKey) {
        if (businessKey == null || !businessKey.matches(PREFIX + "\\d{1,18}")) {
            throw new IllegalArgumentException("Разбор почты начинает сама система, когда приходит неясное письмо");
        }
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }
}
