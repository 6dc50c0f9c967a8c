package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts a copy of what has left into the Sent folder, when there is one. No letter ever waits for it. */
@Component
class SentCopies implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SentCopies.class);

    /** A copy just put down shall be recorded before the database is let go. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 20;

    private final SentCopyStore store;
    private final Composition composition;
    private final MailSettings.Imap imap;
    private final Duration patience;
    private final ServerAccess access;
    private final Bell bell = new Bell();
    private volatile boolean running;
    private @Nullable Thread thread;

    SentCopies(SentCopyStore store, Composition composition, MailSettings settings, ServerAccess access) {
        this.store = store;
        this.composition = composition;
        this.imap = settings.imap();
        this.patience = settings.outgoing().patience();
        this.access = access;
    }

    void wakeUp() {
        bell.ring();
    }

    @Override
    public void start() {
        if (imap.sentFolder().isBlank()) {
            return;
        }
        running = true;
        thread = new Thread(this::loop, "letters-copied");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        while (running) {
            try {
                if (!copySome()) {
                    bell.await(IDLE);
                }
            } catch (RuntimeException | Error e) {
                log.error("Could not look for letters to copy, going on: {}", e.toString());
                bell.await(IDLE);
            }
        }
    }

    /** @return whether there was anything to copy */
    private boolean copySome() {
        List<SentCopyStore.DueCopy> due = store.claim(LEASE, AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        try (SentFolder folder = SentFolder.open(imap, access, patience)) {
            due.forEach(copy -> copy(copy, folder));
        } catch (MessagingException | RuntimeException e) {
            due.forEach(copy -> postpone(copy, e));
        }
        return true;
    }

    private void copy(SentCopyStore.DueCopy copy, SentFolder folder) {
        try {
            // Who was interrupted does not know whether the server had taken it.
            if (copy.attempt() == 1 || !folder.holds(copy.letter().messageId())) {
                folder.put(composition.compose(copy.letter(), copy.sentAt()));
            }
            store.liesThere(copy);
        } catch (MessagingException | RuntimeException e) {
            postpone(copy, e);
        }
    }

    private void postpone(SentCopyStore.DueCopy copy, Exception failure) {
        String reason = DeliveryFailure.words(failure);
        store.postpone(copy, Patience.afterDeferrals(copy.attempt()), reason);
        log.warn(
                "Letter {} is not copied into {} yet: {}",
                copy.letter().messageId(),
                imap.mailbox(imap.sentFolder()),
                reason);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        Bell.awaitEnd(thread, FAREWELL);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
