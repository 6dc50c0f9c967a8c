package org.perezvon.mail.arrival;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one folder: scan, idle, scan. Polling is the truth; IDLE only wakes it up. Every failure ends in the state that
 * others see and in a new connection, later and later, and never ends the watch.
 */
final class FolderWatch implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_BREAKS = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After so many failures another node may try: perhaps it is only we who cannot reach the server. */
    private static final int STUBBORNNESS = 3;

    private final String mailbox;
    private final Duration interval;
    private final Opening opening;
    private final Scan scan;
    private final MailboxStateStore states;
    private final WatchLockStore locks;
    private final Bell bell = new Bell();
    private volatile boolean running = true;
    private volatile @Nullable ImapConnection connection;
    private int failures;

    /** How the folder is opened. */
    interface Opening {
        ImapConnection open() throws IOException;
    }

    FolderWatch(
            String mailbox,
            Duration interval,
            Opening opening,
            Scan scan,
            MailboxStateStore states,
            WatchLockStore locks) {
        this.mailbox = mailbox;
        this.interval = interval;
        this.opening = opening;
        this.scan = scan;
        this.states = states;
        this.locks = locks;
    }

    String mailbox() {
        return mailbox;
    }

    @Override
    public void run() {
        boolean expected = false;
        while (running) {
            try {
                if (!expected) {
                    states.expected(mailbox, interval);
                    expected = true;
                }
                if (ours()) {
                    watch();
                } else {
                    bell.await(TURN);
                }
            } catch (Throwable failure) { // an Error must not end the watch either: nobody would ever begin it again
                recover(failure);
            }
        }
        leave();
    }

    private boolean ours() throws SQLException {
        if (locks.holds(mailbox)) {
            return true;
        }
        boolean taken = locks.take(mailbox);
        if (taken) {
            states.taken(mailbox);
            log.info("Watching {}", mailbox);
        }
        return taken;
    }

    private void watch() throws IOException {
        try (ImapConnection opened = opening.open()) {
            connection = opened;
            while (running && locks.holds(mailbox)) {
                scan(opened);
                failures = 0;
                if (opened.idles()) {
                    opened.idle(interval);
                } else {
                    bell.await(interval);
                }
            }
        } finally {
            connection = null;
        }
    }

    private void scan(ImapConnection opened) throws IOException {
        try {
            String trouble = scan.run(opened, () -> record(opened, null));
            record(opened, trouble);
        } catch (BrokenOverMail e) {
            record(opened, null);
            failures = 0;
            throw e;
        }
    }

    private void record(ImapConnection opened, @Nullable String trouble) {
        states.scanned(mailbox, opened.uidValidity(), opened.messages(), trouble);
    }

    private void recover(Throwable failure) {
        if (!running) {
            return;
        }
        if (failure instanceof BrokenOverMail) {
            log.warn("{} broke off over a mail, it is asked for again: {}", mailbox, Explanation.inWords(failure));
            bell.await(BETWEEN_BREAKS);
            return;
        }
        failures++;
        Duration pause = pause();
        try {
            String words = Explanation.inWords(failure);
            log.warn("Mailbox {} cannot be read, next try in {}: {}", mailbox, pause, words);
            log.debug("Mailbox {} cannot be read", mailbox, failure);
            states.failed(mailbox, words);
            if (failures >= STUBBORNNESS) {
                leave();
            }
        } catch (Throwable again) { // the database may be away too, or memory still short
            log.warn("The state of mailbox {} cannot be written: {}", mailbox, again.toString());
        }
        bell.await(pause);
    }

    /** Twice as long each time, give or take a fifth, so that many watches do not come back in one moment. */
    private Duration pause() {
        long millis = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private void leave() {
        if (locks.holds(mailbox)) {
            states.left(mailbox);
            locks.release(mailbox);
        }
    }

    /** The folder may have become another's: whatever this watch is waiting for, it begins anew. */
    void interruptUnlessHeld() {
        if (!locks.holds(mailbox)) {
            interrupt();
        }
    }

    void stop() {
        running = false;
        interrupt();
        bell.ring();
    }

    private void interrupt() {
        ImapConnection current = connection;
        if (current != null) {
            current.cut();
        }
    }
}
