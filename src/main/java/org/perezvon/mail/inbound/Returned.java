package org.perezvon.mail.inbound;

import java.time.Instant;

/** The fact that a letter from us to us has come back. */
record Returned(String reference, long mailId, String messageId, Instant receivedAt) {}
