package org.perezvon.mail.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.Bell;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.arrival.MailKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Those who take kept mails: several who read here, and one for all that must be read apart, so that suspicious mails hold up
 * nobody but each other. A mail's order within its inquiry is the queue's business.
 */
@Component
class InboundWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboundWorkers.class);

    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Mails that one claim makes ours: its commit is shared by them, and each waits for those before it. */
    private static final int BATCH = 10;

    /** Apart from reading, for everything else that may hold up a batch. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final MailQueueStore queue;
    private final Clerk clerk;
    private final int count;
    private final Duration readingTime;
    private final List<Worker> workers = new ArrayList<>();

    InboundWorkers(MailQueueStore queue, Clerk clerk, MailSettings settings) {
        this.queue = queue;
        this.clerk = clerk;
        this.count = settings.incoming().workers();
        this.readingTime = settings.incoming().readingTime();
    }

    @EventListener(MailKept.class)
    synchronized void wakeUp() {
        workers.forEach(worker -> worker.bell.ring());
    }

    @Override
    public synchronized void start() {
        int lost = queue.releaseLost();
        if (lost > 0) {
            log.info("{} mails that were being taken when this node ended are taken anew", lost);
        }
        for (int i = 0; i < count; i++) {
            begin(new Worker(
                    "mail-worker-" + i, true, BATCH, readingTime.multipliedBy(4).plus(REST)));
        }
        // Read twice, each time as long as a process apart is given, perhaps behind another one.
        begin(new Worker(
                "mail-worker-apart", false, 1, readingTime.multipliedBy(12).plus(REST)));
    }

    private void begin(Worker worker) {
        workers.add(worker);
        worker.start();
    }

    /** Waits for the mails that are just being taken; what has not been begun is given back. */
    @Override
    public void stop() {
        List<Worker> leaving;
        synchronized (this) {
            leaving = List.copyOf(workers);
            workers.clear();
        }
        leaving.forEach(Worker::leave);
        leaving.forEach(Worker::awaitTheEnd);
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    private final class Worker extends Thread {

        private final Bell bell = new Bell();
        private final boolean here;
        private final int batch;
        private final Duration lease;
        private volatile boolean leaving;

        Worker(String name, boolean here, int batch, Duration lease) {
            super(name);
            this.here = here;
            this.batch = batch;
            this.lease = lease;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!leaving) {
                try {
                    if (!takeSome()) {
                        bell.await(IDLE);
                    }
                } catch (RuntimeException | Error e) {
                    // The database may be away for a while, or memory short; the loop must outlive that.
                    log.error("Could not take mails: {}", e.toString());
                    bell.await(IDLE);
                }
            }
        }

        private boolean takeSome() {
            List<ClaimedMail> claimed = queue.claim(here, batch, lease);
            long begun = System.nanoTime();
            for (int i = 0; i < claimed.size(); i++) {
                boolean late = System.nanoTime() - begun > readingTime.toNanos();
                if (leaving || late) {
                    // Somebody who is not held up takes them sooner.
                    claimed.subList(i, claimed.size()).forEach(queue::giveBack);
                    break;
                }
                clerk.take(claimed.get(i));
            }
            return !claimed.isEmpty();
        }

        void leave() {
            leaving = true;
            bell.ring();
        }

        void awaitTheEnd() {
            try {
                join(REST.toMillis());
            } catch (InterruptedException e) {
                currentThread().interrupt();
            }
        }
    }
}
