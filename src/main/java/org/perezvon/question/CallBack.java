package org.perezvon.question;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to tell the citizen (обратный звонок, I-11).
 *
 * @param nextAttemptAt when to try again, if it is tried again
 */
record CallBack(
        Instant at, String operator, CallBackOutcome outcome, Optional<String> note, Optional<Instant> nextAttemptAt) {}
