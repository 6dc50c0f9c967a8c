package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one folder of one mailbox fares, whoever watches it.
 *
 * @param mailbox e.g. {@code vopros@mail.example/INBOX}
 * @param pollInterval how often it should be read at least
 * @param watchedSince before this moment nobody could have read it: the application was not there
 * @param watchedBy the node that reads it; absent: none does
 * @param readAt when it was last read to its end; absent: never
 * @param error why it cannot be read, in Russian; absent: it can
 * @param since since when it can or cannot be read
 * @param mails how many mails lie in it
 */
record WatchedMailbox(
        String mailbox,
        Duration pollInterval,
        Instant watchedSince,
        Optional<String> watchedBy,
        Optional<Instant> readAt,
        Optional<String> error,
        Optional<Instant> since,
        Optional<Integer> mails) {

    private static final int MISSED_INTERVALS = 3;

    /** How it stands. */
    enum State {
        READ,
        /** It fails, or has not been read yet, but not for long. */
        DOUBTFUL,
        UNREAD
    }

    /** A mailbox of our settings that no node has told anything about. */
    static WatchedMailbox unknown(String mailbox, Duration pollInterval, Instant watchedSince) {
        return new WatchedMailbox(
                mailbox,
                pollInterval,
                watchedSince,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Time since the last good scan; while there was none, since the application is there. Never negative. */
    Duration age(Instant now) {
        Duration age = Duration.between(readAt.orElse(watchedSince), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    State state(Instant now) {
        Instant expectedFrom = readAt.filter(watchedSince::isBefore).orElse(watchedSince);
        if (expectedFrom
                .plus(pollInterval.multipliedBy(MISSED_INTERVALS))
                .plus(slowness())
                .isBefore(now)) {
            return State.UNREAD;
        }
        return error.isPresent() || readAt.isEmpty() ? State.DOUBTFUL : State.READ;
    }

    /** A scan itself takes a moment; with an interval of a second that would be an alarm. */
    private static Duration slowness() {
        return Duration.ofSeconds(2);
    }
}
