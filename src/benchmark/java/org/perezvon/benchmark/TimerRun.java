package org.perezvon.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * What one product has been measured to do.
 *
 * @param looks how long each look for due jobs took when none was due: milliseconds, ascending
 * @param idle how late the latest of some lone deadlines fired after a long calm, in seconds
 * @param first how late the first of many deadlines of the same moment fired, in seconds
 * @param last how late the last of them fired
 */
record TimerRun(double[] looks, double idle, double first, double last) {

    private static final int LOOKS = 300;
    private static final Duration CALM = Duration.ofSeconds(Integer.getInteger("benchmark.calm", 200));
    private static final int LONE = 5;
    private static final Duration BETWEEN = Duration.ofMillis(4300);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** @param product one whose job executor has not been started */
    static TimerRun of(Product product) {
        FiringStore store = new FiringStore(product.jdbc());
        double[] looks = looks(product);
        double idle = idle(product, store);
        product.clock().moveTo(TimerFindings.STORM.minusSeconds(10));
        FiringStore.Storm storm = storm(store);
        return new TimerRun(
                looks, idle, late(TimerFindings.STORM, storm.first()), late(TimerFindings.STORM, storm.last()));
    }

    double look(int percentile) {
        return looks[(looks.length - 1) * percentile / 100];
    }

    /** The very command that the engine's acquisition thread issues. */
    private static double[] looks(Product product) {
        CommandExecutor engine =
                product.engine().getProcessEngineConfiguration().getCommandExecutorTxRequired();
        return DoubleStream.generate(() -> {
                    long start = System.nanoTime();
                    engine.execute(new AcquireJobsCmd(product.jobExecutor()));
                    return (System.nanoTime() - start) / 1e6;
                })
                .limit(LOOKS)
                .sorted()
                .toArray();
    }

    private static double idle(Product product, FiringStore store) {
        Map<String, Instant> lone =
                store.makeDue(LONE, product.clock().instant().plus(CALM), BETWEEN);
        product.jobExecutor().start();
        say("idle until " + lone.values());
        await("the lone deadlines have fired")
                .atMost(PATIENCE)
                .until(() -> store.fired(lone.keySet()).size() == LONE);
        return store.fired(lone.keySet()).entrySet().stream()
                .mapToDouble(fired -> late(lone.getOrDefault(fired.getKey(), Instant.MAX), fired.getValue()))
                .max()
                .orElseThrow();
    }

    private static FiringStore.Storm storm(FiringStore store) {
        long waiting = store.waitingFor(TimerFindings.STORM);
        return await("all have fired")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(10))
                .until(
                        () -> {
                            FiringStore.Storm storm = store.firedSince(TimerFindings.STORM);
                            say(storm.count() + " of " + waiting + " have fired");
                            return storm;
                        },
                        storm -> storm.count() == waiting);
    }

    private static double late(Instant due, Instant fired) {
        return Duration.between(due, fired).toMillis() / 1000.0;
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
