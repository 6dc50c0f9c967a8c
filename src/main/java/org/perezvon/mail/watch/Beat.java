package org.perezvon.mail.watch;

import java.time.Duration;
import org.perezvon.mail.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a thread of its own. Nothing that goes wrong in it ends it. */
final class Beat {

    private static final Logger log = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Bell bell = new Bell();
    private volatile boolean running;

    /** @param work what it throws is written to the journal */
    Beat(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    void start() {
        running = true;
        Thread thread = new Thread(this::beat, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void beat() {
        while (running) {
            try {
                work.run();
            } catch (Throwable e) {
                if (running) {
                    log.error("{} could not do its work and tries again in {}: {}", name, pause, e.toString());
                }
            }
            bell.await(pause);
        }
    }

    void stop() {
        running = false;
        bell.ring();
    }

    boolean isRunning() {
        return running;
    }
}
