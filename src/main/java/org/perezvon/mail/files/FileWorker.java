package org.perezvon.mail.files;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Bell;
import org.perezvon.mail.inbound.FilesCame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The loop that unpacks and looks at files, one at a time on each node. */
@Component
class FileWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FileWorker.class);

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(40);

    private final FileClerk clerk;
    private final FileStore files;
    private final Scanner scanner;
    private final Bell bell = new Bell();
    private volatile boolean leaving;
    private @Nullable Thread loop;

    FileWorker(FileClerk clerk, FileStore files, Scanner scanner) {
        this.clerk = clerk;
        this.files = files;
        this.scanner = scanner;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(FilesCame came) {
        bell.ring();
    }

    @Override
    public synchronized void start() {
        leaving = false;
        Thread thread = new Thread(this::work, "mail-files");
        thread.setDaemon(true);
        loop = thread;
        thread.start();
    }

    private void work() {
        boolean begun = false;
        while (!leaving) {
            try {
                begun = begun || begin();
                boolean unpacked = clerk.unpackNext();
                boolean looked = clerk.lookAtNext();
                if (!unpacked && !looked) {
                    bell.await(IDLE);
                }
            } catch (RuntimeException | Error e) {
                // The database may be away for a while; the loop must outlive that.
                log.error("Could not look at files: {}", e.toString());
                bell.await(IDLE);
            }
        }
    }

    private boolean begin() {
        if (scanner.isOn()) {
            int waiting = files.scanWhatWasNot();
            if (waiting > 0) {
                log.info("{} files that came while there was no scanner are to be scanned", waiting);
            }
        }
        return true;
    }

    @Override
    public synchronized void stop() {
        leaving = true;
        bell.ring();
        Bell.awaitEnd(loop, REST);
        loop = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }
}
