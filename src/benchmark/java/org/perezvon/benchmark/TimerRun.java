package org.perezvon.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one product with one set of job settings has been measured to do.
 *
 * @param emptyLooks how long each look for due jobs took when none was due, in milliseconds, ascending
 * @param idleLateness seconds
 * @param firstLateness seconds
 * @param drain seconds from the moment when all were due until the last was done
 */
record TimerRun(List<Double> emptyLooks, double idleLateness, double firstLateness, double drain) {

    private static final int EMPTY_LOOKS = 200;
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("idle", 200));

    private static final String JOBS = "select count(*) from public.act_ru_job";

    private static final String LONE = """
            update public.act_ru_job set duedate_ = :due at time zone 'UTC'
            where id_ = (select id_ from public.act_ru_job
                         where duedate_ > :due at time zone 'UTC' + interval '5 days' and handler_cfg_ like 'event_overdue%' limit 1)
            """;

    private static final String DONE = "select count(*) from perezvon.violation";

    private static final String LATENESS = """
            select min(l.created_at) as first, max(l.created_at) as last, count(*) as count
            from perezvon.letter l where l.purpose = 'OVERDUE' and l.created_at >= :since
            """;

    static TimerRun of(JobSettings settings, Product product) {
        product.jobExecutor().shutdown();
        product.sendNothing();
        JdbcClient jdbc = product.jdbc();
        say(settings, jdbc.sql(JOBS).query(Long.class).single() + " jobs");

        List<Double> empty = new ArrayList<>();
        CommandExecutor engine =
                product.engine().getProcessEngineConfiguration().getCommandExecutorTxRequired();
        for (int i = 0; i < EMPTY_LOOKS; i++) {
            long start = System.nanoTime();
            engine.execute(new AcquireJobsCmd(product.jobExecutor()));
            empty.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(empty);
        say(settings, "looking costs %.1f ms".formatted(empty.get(EMPTY_LOOKS / 2)));

        Instant due = product.clock().instant().plus(IDLE);
        jdbc.sql(LONE).param("due", due.atOffset(java.time.ZoneOffset.UTC)).update();
        product.jobExecutor().start();
        Fired lone = await(settings, product, due, 1);
        say(settings, "after idling %.2f s late".formatted(lone.first()));

        product.clock().moveTo(TimerBenchmark.STORM.minusSeconds(10));
        long storm = jdbc.sql(
                        "select count(*) from public.act_ru_job where duedate_ <= timestamp '2026-11-18T08:00:00' and handler_cfg_ like 'event_overdue%'")
                .query(Long.class)
                .single();
        Fired all = await(settings, product, TimerBenchmark.STORM, storm);
        say(settings, "%d after %.1f s".formatted(storm, all.last()));
        return new TimerRun(empty, lone.first(), all.first(), all.last());
    }

    double empty(int percentile) {
        return emptyLooks.get(Math.min(emptyLooks.size() - 1, emptyLooks.size() * percentile / 100));
    }

    private static Fired await(JobSettings settings, Product product, Instant due, long count) {
        long reported = 0;
        while (true) {
            Fired fired = product.jdbc()
                    .sql(LATENESS)
                    .param("since", due.atOffset(java.time.ZoneOffset.UTC))
                    .query((row, n) -> new Fired(
                            seconds(due, row.getObject("first", java.time.OffsetDateTime.class)),
                            seconds(due, row.getObject("last", java.time.OffsetDateTime.class)),
                            row.getLong("count")))
                    .single();
            if (fired.count() >= count) {
                return fired;
            }
            if (fired.count() >= reported + 1000) {
                reported = fired.count();
                say(settings, fired.count() + " of " + count + " after " + fired.last());
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(Instant due, java.time.@org.jspecify.annotations.Nullable OffsetDateTime at) {
        return at == null ? 0 : Duration.between(due, at.toInstant()).toMillis() / 1000.0;
    }

    private static void say(JobSettings settings, String what) {
        System.err.println(java.time.LocalTime.now() + " " + settings + ": " + what);
    }

    private record Fired(double first, double last, long count) {}
}
