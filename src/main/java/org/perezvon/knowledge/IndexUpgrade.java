package org.perezvon.knowledge;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** After an upgrade that reads words otherwise, indexes the items anew, beside the daily work; nodes share it. */
@Component
class IndexUpgrade implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexUpgrade.class);

    private static final int AT_ONCE = 200;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final KnowledgeBase knowledge;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    IndexUpgrade(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        Thread upgrade = new Thread(() -> run(stop), "knowledge-index");
        upgrade.setDaemon(true);
        upgrade.start();
    }

    private void run(CountDownLatch stop) {
        int indexed = 0;
        boolean done = false;
        while (!done && stop.getCount() > 0) {
            try {
                int items = knowledge.indexAnew(AT_ONCE);
                indexed += items;
                done = items == 0;
            } catch (RuntimeException e) {
                log.warn("I could not index items of the information base, I try again in {}", AFTER_TROUBLE, e);
                done = waited(stop);
            }
        }
        if (indexed > 0) {
            log.info("{} items of the information base indexed", indexed);
        }
    }

    /** @return whether it was stopped meanwhile */
    private static boolean waited(CountDownLatch stop) {
        try {
            return stop.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
