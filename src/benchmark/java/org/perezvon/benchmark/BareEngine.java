package org.perezvon.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;

/** The engine with its settings, its tables and its job executor, and nobody but it to wake what waits. */
final class BareEngine {

    private static final int THREADS = 4;

    private final RuntimeService runtime;
    private final WaitingStore store;

    BareEngine(Product product) {
        this.runtime = product.engine().getRuntimeService();
        this.store = product.waiting();
    }

    /** @return seconds until the last has its call-back task */
    double woken(List<WaitingStore.Waiting> inquiries) {
        store.giveUp(inquiries);
        Queue<WaitingStore.Waiting> queue = new ConcurrentLinkedQueue<>(inquiries);
        Instant start = MailRun.now();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> wake(queue)))
                .toList();
        threads.forEach(Thread::start);
        MailRun.untilCalledBack(store, start, inquiries.size());
        Instant last = store.callBacksSince(start).last().orElseThrow();
        return Duration.between(start, last).toMillis() / 1000.0;
    }

    private void wake(Queue<WaitingStore.Waiting> queue) {
        for (WaitingStore.Waiting next = queue.poll(); next != null; next = queue.poll()) {
            runtime.createMessageCorrelation("inquiry.answered")
                    .processInstanceId(next.process())
                    .correlateWithResult();
        }
    }
}
