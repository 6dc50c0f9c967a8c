package org.perezvon.mail;

import org.perezvon.kernel.SenderPolicy;

/**
 * What our own mail server says of a mail's sender (RFC 8601), so far as we believe it.
 *
 * @param words what it found, in Russian, for people; empty when no server of ours is known to check senders
 */
public record SenderVerdict(Verdict verdict, String words) {

    /** No server of ours is known to check senders. */
    public static final SenderVerdict NOBODY_CHECKS = new SenderVerdict(Verdict.UNCHECKED, "");

    /** How sure it is that the sender is who he says. */
    public enum Verdict {
        /** The domain of the sender's address stands for the mail: DMARC, or DKIM or SPF in its name. */
        PROVEN,
        /** Our server has looked and found nothing, neither for nor against. */
        UNPROVEN,
        /** The domain disowns the mail. */
        FORGED,
        /** Our server says nothing of it. */
        UNCHECKED
    }

    /** Whether a mail that has everything else may act by itself. */
    public boolean satisfies(SenderPolicy policy) {
        return switch (policy) {
            case REQUIRE -> verdict == Verdict.PROVEN;
            case WARN -> verdict != Verdict.FORGED;
            case IGNORE -> true;
        };
    }
}
