package org.perezvon.mail.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ours to take until its claim runs out.
 *
 * @param attempts how often it has been claimed, this time included: proves that the claim is still ours
 * @param incomplete why only its head is here, in Russian; null when it is whole
 * @param hint the conversation its head names; null when it names none, or several
 * @param lastError what went wrong the last time; null when nothing did
 */
@SuppressWarnings("ArrayRecordComponent") // bytes from the database, never compared
record ClaimedMail(
        long id,
        Instant receivedAt,
        byte[] bytes,
        int attempts,
        Place place,
        @Nullable String incomplete,
        @Nullable Long hint,
        @Nullable String lastError) {}
