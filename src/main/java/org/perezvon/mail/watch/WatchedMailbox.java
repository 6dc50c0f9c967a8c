package org.perezvon.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one folder of one mailbox fares, whoever watches it.
 *
 * @param mailbox e.g. {@code vopros@mail.example/INBOX}
 * @param pollInterval how often it should be read at least
 * @param watchedSince before this moment nobody could have read it: the application was not there
 * @param watchedBy the node that reads it; absent: none does
 * @param readAt when it was last read to its end; absent: never
 * @param cameAt when mails last came out of it into the database: the first reading of a full mailbox takes its time
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
        Optional<Instant> cameAt,
        Optional<String> error,
        Optional<Instant> since,
        Optional<Integer> mails) {

    private static final int MISSED_INTERVALS = 3;

    /** A scan itself takes a moment; with an interval of a second that would be an alarm. */
    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    /** How it stands. */
    enum State {
        READ,
        /** It fails or has not been read yet, but not for long; or so much lies in it that reading it is not done yet. */
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
                Optional.empty(),
                Optional.empty());
    }

    /** Time since the last good scan; while there was none, since the application is there. Never negative. */
    Duration age(Instant now) {
        Duration age = Duration.between(readAt.orElse(watchedSince), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    State state(Instant now) {
        Instant lastSeenAtWork = Stream.of(readAt, cameAt)
                .flatMap(Optional::stream)
                .filter(watchedSince::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(watchedSince);
        if (isTooLong(lastSeenAtWork, now)) {
            return State.UNREAD;
        }
        return error.isPresent() || readAt.isEmpty() || isTooLong(readAt.get(), now) ? State.DOUBTFUL : State.READ;
    }

    private boolean isTooLong(Instant since, Instant now) {
        return since.plus(pollInterval.multipliedBy(MISSED_INTERVALS))
                .plus(SLOWNESS)
                .isBefore(now);
    }
}
