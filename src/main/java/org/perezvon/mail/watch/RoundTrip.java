package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter from us to us.
 *
 * @param reference of the conversation it began; no other letter belongs to that
 * @param messageId as it was written
 * @param back when it was kept in the inbox; absent: not yet
 * @param cameAs its Message-ID as it came; absent: it had none, or has not come
 * @param addressKept whether its sender's address still bore the signed key; absent: it has not come
 */
record RoundTrip(
        long id,
        String reference,
        String node,
        Instant sentAt,
        String messageId,
        Optional<Instant> back,
        Optional<String> cameAs,
        Optional<Boolean> addressKept) {

    /** The way there and back through a mail server that is well takes seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    boolean isBack() {
        return back.isPresent();
    }

    boolean isLost(Instant now) {
        return back.isEmpty() && sentAt.plus(PATIENCE).isBefore(now);
    }

    /** How long it was, or has been, under way. */
    Duration duration(Instant now) {
        Duration duration = Duration.between(sentAt, back.orElse(now));
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Whether a server on the way gave it another Message-ID: then answers are not known by theirs either. */
    boolean isRenamed() {
        return isBack() && cameAs.filter(messageId::equals).isEmpty();
    }

    /** Whether a server on the way gave it another sender: then answers do not come to their own address. */
    boolean isReaddressed() {
        return addressKept.filter(kept -> !kept).isPresent();
    }
}
