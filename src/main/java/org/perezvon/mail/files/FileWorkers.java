package org.perezvon.mail.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.perezvon.mail.Bell;
import org.perezvon.mail.inbound.FilesCame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Two loops on each node: one unpacks mails, one looks at files, so that a scanner that hangs holds up nothing but itself. */
@Component
class FileWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FileWorkers.class);

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(40);

    private final FileClerk clerk;
    private final FileStore files;
    private final Scanner scanner;
    private final List<Worker> workers = new ArrayList<>();

    FileWorkers(FileClerk clerk, FileStore files, Scanner scanner) {
        this.clerk = clerk;
        this.files = files;
        this.scanner = scanner;
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void on(FilesCame came) {
        workers.forEach(worker -> worker.bell.ring());
    }

    @Override
    public synchronized void start() {
        Worker looking = new Worker("mail-files", this::look);
        begin(looking);
        begin(new Worker("mail-unpacking", () -> unpacked(looking.bell)));
    }

    private void begin(Worker worker) {
        workers.add(worker);
        worker.start();
    }

    private boolean unpacked(Bell next) {
        boolean unpacked = clerk.unpackNext();
        if (unpacked) {
            next.ring();
        }
        return unpacked;
    }

    /** What came while there was no scanner is scanned when nothing else waits. */
    private boolean look() {
        return clerk.lookAtNext() || (scanner.isOn() && files.scanWhatWasNot() > 0);
    }

    @Override
    public void stop() {
        List<Worker> leaving;
        synchronized (this) {
            leaving = List.copyOf(workers);
            workers.clear();
        }
        leaving.forEach(Worker::leave);
        leaving.forEach(worker -> Bell.awaitEnd(worker, REST));
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    private static final class Worker extends Thread {

        private final Bell bell = new Bell();
        private final BooleanSupplier something;
        private volatile boolean leaving;

        /** @param something what it does; tells whether there was something to do */
        Worker(String name, BooleanSupplier something) {
            super(name);
            this.something = something;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!leaving) {
                try {
                    if (!something.getAsBoolean()) {
                        bell.await(IDLE);
                    }
                } catch (RuntimeException | Error e) {
                    // The database may be away for a while; the loop must outlive that.
                    log.error("Could not look at files: {}", e.toString());
                    bell.await(IDLE);
                }
            }
        }

        void leave() {
            leaving = true;
            bell.ring();
        }
    }
}
