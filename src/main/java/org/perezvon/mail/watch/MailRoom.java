package org.perezvon.mail.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailSettings;
import org.springframework.stereotype.Component;

/**
 * The mail room as it stands. It is looked at once for all who ask within a few seconds, however many figures they want:
 * every question is answered from an index and costs the same with ten mails and with ten million.
 */
@Component
class MailRoom {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final RoomStore store;
    private final MailSettings settings;
    private final Clock clock;
    private final Instant opened;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable RoomState last;

    MailRoom(RoomStore store, MailSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.opened = clock.instant();
    }

    /** As it was at most ten seconds ago. */
    RoomState state() {
        RoomState known = last;
        // While somebody looks, others are content with what was seen last: a database that hangs holds up one only.
        return known != null && (isFresh(known) || looking.isLocked()) ? known : look();
    }

    /** As it is now. */
    RoomState look() {
        looking.lock();
        try {
            RoomState seen = store.look(
                    configuredMailboxes(), configuredRoutes(), settings.watch().selfTest(), opened);
            last = seen;
            return seen;
        } finally {
            looking.unlock();
        }
    }

    Instant now() {
        return clock.instant();
    }

    private boolean isFresh(RoomState known) {
        Duration age = Duration.between(known.at(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    /** The mailboxes of our settings, each folder by itself, with nothing known about them. */
    List<WatchedMailbox> configuredMailboxes() {
        return settings.mailboxes().stream()
                .flatMap(imap -> imap.folders().stream()
                        .map(folder -> WatchedMailbox.unknown(imap.mailbox(folder), imap.pollInterval(), opened)))
                .toList();
    }

    List<String> configuredRoutes() {
        return settings.routes().stream().map(MailSettings.Smtp::route).toList();
    }
}
