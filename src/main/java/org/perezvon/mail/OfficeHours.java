package org.perezvon.mail;

import java.time.Instant;

/**
 * When a letter may be handed over, told by the room that wrote it and asked before every attempt: an attempt that failed
 * at closing time must not succeed at night, and hours may have changed since the letter was written.
 */
public interface OfficeHours {

    /** This moment when the letter may leave now, otherwise the next one when it may. */
    Instant notBefore(String reference, String purpose, Instant moment);
}
