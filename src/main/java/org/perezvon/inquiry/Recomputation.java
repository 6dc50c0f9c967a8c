package org.perezvon.inquiry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.perezvon.directory.AgencyTimeChanged;
import org.perezvon.mail.Bell;
import org.perezvon.worktime.CalendarChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Goes through the open inquiries whenever a calendar or an agency's hours have changed. What is to do stands in the rows
 * themselves, so any node may do it, several at once, and a node that dies leaves nothing behind.
 */
@Component
class Recomputation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Recomputation.class);

    private static final int THREADS = 2;
    private static final int AT_ONCE = 500;

    /** A change made on another node rings no bell here. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final MovedTerms terms;
    private final List<Bell> bells = Stream.generate(Bell::new).limit(THREADS).toList();
    private volatile boolean running;

    Recomputation(MovedTerms terms) {
        this.terms = terms;
    }

    @TransactionalEventListener
    void on(CalendarChanged change) {
        begin();
    }

    @TransactionalEventListener
    void on(AgencyTimeChanged change) {
        begin();
    }

    private void begin() {
        bells.forEach(Bell::ring);
    }

    @Override
    public void start() {
        running = true;
        for (Bell bell : bells) {
            Thread thread = new Thread(() -> loop(bell), "recomputation");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void loop(Bell bell) {
        while (running) {
            try {
                if (terms.recompute(AT_ONCE) == 0) {
                    bell.await(LOOK);
                }
            } catch (RuntimeException e) {
                // The database may be away, or two commands met at one row; the rows still say what is to do.
                log.error("Could not compute open inquiries anew: {}", e.toString());
                bell.await(LOOK);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        begin();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
