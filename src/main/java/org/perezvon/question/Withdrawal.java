package org.perezvon.question;

import java.time.Instant;
import java.util.Optional;

/**
 * The citizen no longer needs an answer.
 *
 * @param by who took the call that said so
 */
record Withdrawal(Instant at, String by, Optional<String> why) {}
