package org.perezvon.mail.inbound;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the mailbox: scan, idle, scan. Polling is the truth; IDLE only wakes it up. Every failure ends in a new connection,
 * later and later, and never ends the watch.
 */
@Component
class MailboxWatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MailSettings.Imap imap;
    private final RawMailStore store;
    private final TransactionTemplate transaction;
    private final InboundWorkers workers;
    private final Bell stopBell = new Bell();
    private volatile boolean running;
    private volatile @Nullable ImapConnection connection;

    MailboxWatcher(MailSettings settings, RawMailStore store, TransactionTemplate transaction, InboundWorkers workers) {
        this.imap = settings.imap();
        this.store = store;
        this.transaction = transaction;
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
        daemon("mailbox-watch", this::watch);
        daemon("mailbox-nudge", this::nudgeRegularly);
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            try (ImapConnection opened = ImapConnection.open(imap)) {
                connection = opened;
                log.info("Watching {}", imap.mailbox(imap.folders().get(0)));
                boolean idles = opened.canIdle();
                while (running) {
                    scan(opened);
                    pause = FIRST_PAUSE;
                    if (idles) {
                        opened.idle();
                    } else {
                        stopBell.await(imap.pollInterval());
                    }
                }
            } catch (MessagingException | RuntimeException e) {
                if (running) {
                    log.warn(
                            "Mailbox {} cannot be read, next try in {}: {}",
                            imap.mailbox(imap.folders().get(0)),
                            pause,
                            e.toString());
                    stopBell.await(pause);
                    pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
                }
            } finally {
                connection = null;
            }
        }
    }

    private void scan(ImapConnection opened) throws MessagingException {
        long uidValidity = opened.uidValidity();
        long lastUid = store.lastUid(imap.mailbox(imap.folders().get(0)), uidValidity);
        opened.fetchAbove(lastUid, batch -> keep(uidValidity, batch));
    }

    private void keep(long uidValidity, List<ImapConnection.Fetched> batch) {
        transaction.executeWithoutResult(status -> {
            for (ImapConnection.Fetched mail : batch) {
                boolean fresh = store.keep(imap.mailbox(imap.folders().get(0)), uidValidity, mail.uid(), mail.raw());
                log.info("Mail uid {} of {} bytes {}", mail.uid(), mail.raw().length, fresh ? "kept" : "known already");
            }
        });
        workers.wakeUp();
    }

    /** Interrupts IDLE every poll interval: a server that has gone silent is noticed, a lost announcement made good. */
    private void nudgeRegularly() {
        while (running) {
            stopBell.await(imap.pollInterval());
            ImapConnection current = connection;
            if (running && current != null) {
                try {
                    current.nudge();
                } catch (MessagingException | RuntimeException e) {
                    log.debug("The watch will notice the broken connection itself: {}", e.toString());
                }
            }
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        stopBell.ring();
        ImapConnection current = connection;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
