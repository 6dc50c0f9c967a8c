package org.perezvon.crash;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;

/** Questions that are registered whenever somebody is there to register them; a call that was cut off is made again. */
final class Citizens implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final long PAUSE = 100_000_000;

    private final ExecutorService lines = Executors.newFixedThreadPool(AT_ONCE);
    private final AtomicInteger registered = new AtomicInteger();
    private final AtomicInteger announced = new AtomicInteger();
    private final Api door;
    private volatile boolean hungUp;

    Citizens(Api door) {
        this.door = door;
    }

    /** So many more have a question. */
    void call(int many) {
        for (int i = 0; i < many; i++) {
            int number = announced.getAndIncrement();
            lines.execute(() -> untilRegistered(number));
        }
    }

    /** How many have got a number. */
    int registered() {
        return registered.get();
    }

    @Override
    public void close() {
        hungUp = true;
        lines.shutdownNow();
    }

    private void untilRegistered(int number) {
        Map<String, Object> question = House.call(Agencies.code(number));
        while (!hungUp) {
            try {
                door.post("/api/questions", question, "Idempotency-Key", "call-" + number);
                registered.incrementAndGet();
                return;
            } catch (UncheckedIOException | AssertionError e) {
                LockSupport.parkNanos(PAUSE); // nobody is there, or not yet ready
            }
        }
    }
}
