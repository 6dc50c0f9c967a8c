package org.perezvon.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send a letter.
 *
 * @param endedAt absent while it lasts, or when its node died in the middle
 * @param route which of our ways out was taken, host and port
 * @param dialogue our commands and the server's replies with their times (UTC), a line each, without passwords and without
 *     the letter
 */
public record LetterAttempt(
        int number,
        String node,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> route,
        Optional<String> outcome,
        Optional<String> dialogue) {}
