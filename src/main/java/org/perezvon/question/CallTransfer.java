package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that was to be transferred (I-12, T-3.2).
 *
 * @param phone the number the operator was given
 * @param clause by which clause it is transferred
 * @param otherwise codes of the agencies that are asked if the citizen is not connected
 * @param settled how it ended; absent while the operator tries
 */
record CallTransfer(
        String agencyCode,
        String phone,
        String clause,
        Instant begunAt,
        String operator,
        List<String> otherwise,
        Optional<Settlement> settled) {

    /** @param by who noted it down */
    record Settlement(TransferOutcome outcome, Instant at, String by, Optional<String> note) {}

    boolean isConnected() {
        return settled.map(Settlement::outcome)
                .filter(TransferOutcome.CONNECTED::equals)
                .isPresent();
    }
}
