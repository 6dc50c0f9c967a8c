package org.perezvon.knowledge;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Handle;

/** The contract between {@code knowledge-confirmation.bpmn} and the code. Business key: {@code round-} and the round's id. */
final class ConfirmationProcess {

    static final String KEY = "knowledge-confirmation";
    static final String DECIDE = "userTask_decideStale";

    /** The owner has said of every item whether it holds. */
    static final String CONFIRMED = "knowledge.confirmed";

    static final Handle<Long> ROUND_ID = Handle.ofLong("roundId");
    static final Handle<Instant> REMINDER = Handle.ofInstant("confirmationReminder");
    static final Handle<Instant> DUE = Handle.ofInstant("confirmationDue");

    /** Whether items are left about which an editor has to decide. */
    static final Handle<Boolean> STALE_LEFT = Handle.ofBoolean("staleLeft");

    private static final String PREFIX = "round-";
    private static final String REFERENCE = "knowledge-round-";

    private ConfirmationProcess() {}

    static String businessKey(long round) {
        return PREFIX + round;
    }

    /** @throws IllegalArgumentException when the process is about no round; the message is in Russian */
    static long round(@Nullable String businessKey) {
        if (businessKey == null || !businessKey.matches(PREFIX + "\\d{1,18}")) {
            throw new IllegalArgumentException("Подтверждение записей начинает сама система, когда подходит их срок");
        }
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }

    static String reference(long round) {
        return REFERENCE + round;
    }

    static Optional<Long> ofReference(String reference) {
        return reference.matches(REFERENCE + "\\d{1,18}")
                ? Optional.of(Long.parseLong(reference.substring(REFERENCE.length())))
                : Optional.empty();
    }
}
