package org.perezvon.mail.arrival;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.Bell;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Watches every folder there is, each in a thread of its own: what one of them suffers is nothing to the others. */
@Component
class MailboxWatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatcher.class);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final MailSettings settings;
    private final ServerAccess access;
    private final Arrivals arrivals;
    private final MailboxStateStore states;
    private final WatchLockStore locks;
    private final Bell bell = new Bell();
    private final List<FolderWatch> watches = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    MailboxWatcher(
            MailSettings settings,
            ServerAccess access,
            Arrivals arrivals,
            MailboxStateStore states,
            WatchLockStore locks) {
        this.settings = settings;
        this.access = access;
        this.arrivals = arrivals;
        this.states = states;
        this.locks = locks;
    }

    @Override
    public void start() {
        running = true;
        for (MailSettings.Imap imap : settings.mailboxes()) {
            imap.folders().forEach(folder -> watches.add(watch(imap, folder)));
        }
        watches.forEach(watch -> threads.add(daemon("watch " + watch.mailbox(), watch)));
        threads.add(daemon("watch-guard", () -> guard(List.copyOf(watches))));
    }

    private FolderWatch watch(MailSettings.Imap imap, String folder) {
        return new FolderWatch(
                imap.mailbox(folder),
                imap.pollInterval(),
                () -> ImapConnection.open(imap, folder, access),
                new Scan(imap, folder, arrivals),
                states,
                locks);
    }

    /** A node that has lost its locks must not go on as if it had them. */
    private void guard(List<FolderWatch> guarded) {
        while (running) {
            try {
                locks.check();
                guarded.forEach(FolderWatch::interruptUnlessHeld);
            } catch (Throwable e) { // it guards for as long as we run
                log.error("Could not look after the watches: {}", e.toString());
            }
            bell.await(CHECK);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        watches.forEach(FolderWatch::stop);
        try {
            for (Thread thread : threads) {
                thread.join(FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watches.clear();
        threads.clear();
        locks.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
