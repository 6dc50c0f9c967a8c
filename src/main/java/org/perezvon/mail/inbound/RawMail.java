package org.perezvon.mail.inbound;

import java.time.Instant;

/** A mail as its bytes came, kept before anybody tried to understand it; {@code attempts} counts failed tries so far. */
@SuppressWarnings("ArrayRecordComponent") // bytes from the database, never compared
public record RawMail(long id, Instant receivedAt, byte[] bytes, int attempts) {}
