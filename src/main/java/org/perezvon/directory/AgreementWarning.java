package org.perezvon.directory;

import java.time.Instant;

/**
 * The fact that an agreement ends without a successor, or has got one (T-2). Published inside the transaction that records it:
 * whoever listens commits his own fact together with it, or hears of it again at the next look.
 */
public sealed interface AgreementWarning {

    /** By this number the room above asks about it, and tells who has seen it. */
    long id();

    /**
     * @param agency short name
     * @param until the first moment after the last day
     */
    record Begun(long id, String agency, Instant until) implements AgreementWarning {}

    record Over(long id) implements AgreementWarning {}
}
