package org.perezvon.knowledge;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;

/** The contract between {@code knowledge-update.bpmn} and the code. Business key: {@code draft-} and the draft's id. */
final class DraftProcess {

    static final String KEY = "knowledge-update";
    static final String REVIEW = "userTask_reviewDraft";

    /** The agency has said whether it agrees, or could not be asked. */
    static final String APPROVAL_CAME = "knowledge.approvalCame";

    /** The agency has explained. */
    static final String EXPLAINED = "knowledge.explained";

    static final Handle<Long> DRAFT_ID = Handle.ofLong("draftId");
    static final Handle<Boolean> APPROVAL_NEEDED = Handle.ofBoolean("approvalNeeded");
    static final Handle<String> DECISION = Handle.ofString("draftDecision");

    /** By when an editor decides. */
    static final Handle<Instant> REVIEW_DUE = Handle.ofInstant("reviewDue");

    static final Handle<Instant> APPROVAL_REMINDER = Handle.ofInstant("approvalReminder");
    static final Handle<Instant> APPROVAL_DUE = Handle.ofInstant("approvalDue");
    static final Handle<Instant> EXPLANATION_DUE = Handle.ofInstant("explanationDue");

    private static final String PREFIX = "draft-";
    private static final String REFERENCE = "knowledge-draft-";

    private DraftProcess() {}

    static String businessKey(long draft) {
        return PREFIX + draft;
    }

    /** @throws IllegalArgumentException when the process is about no draft; the message is in Russian */
    static long draft(@Nullable String businessKey) {
        if (businessKey == null || !businessKey.matches(PREFIX + "\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "Обновление базы начинает сама система: когда приходит письмо или" + " сохраняют ответ");
        }
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }

    /** What letters about a draft are about, as the mail room knows it. */
    static String reference(long draft) {
        return REFERENCE + draft;
    }

    static Optional<Long> ofReference(String reference) {
        return reference.matches(REFERENCE + "\\d{1,18}")
                ? Optional.of(Long.parseLong(reference.substring(REFERENCE.length())))
                : Optional.empty();
    }
}
