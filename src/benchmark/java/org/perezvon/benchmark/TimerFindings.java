package org.perezvon.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.perezvon.testing.OpenInquiries;

/**
 * Half a million timers wait and ten thousand deadlines fall on the same moment: how late do they fire, how fast are they
 * worked off, and what does it cost to look when nothing is due? The product's own process and delegates do the work;
 * beside it, in the same run, the same product with the engine's default settings and tables.
 */
final class TimerFindings {

    /** A Tuesday after 16:00 in Irkutsk: what is received now is due on Wednesday at 16:00:00 sharp (I-10.2). */
    private static final Instant RECEIPT = Instant.parse("2026-11-17T09:05:00Z");

    static final Instant STORM = Instant.parse("2026-11-18T08:00:00Z");

    private static final int TIMERS = Integer.getInteger("benchmark.timers", 500_000);
    private static final int TOGETHER = Integer.getInteger("benchmark.together", 10_000);

    private TimerFindings() {}

    static Findings measure() {
        try (Server server = new Server()) {
            askQuestions(server.create("waiting"));
            server.copy("waiting", "copied");
            TimerRun ours = run(server, "copied", JobSettings.OURS);
            server.drop("copied");
            TimerRun defaults = run(server, "waiting", JobSettings.ENGINE_DEFAULTS);
            return compare(ours, defaults);
        }
    }

    private static Findings compare(TimerRun ours, TimerRun defaults) {
        Findings findings = new Findings();
        findings.atMost(
                "after three idle minutes a deadline fires late by", ours.idle(), 2, defaults.idle(), Unit.SECONDS);
        findings.atMost(
                "the first of %,d deadlines of 16:00:00 fires late by".formatted(TOGETHER),
                ours.first(),
                2,
                defaults.first(),
                Unit.SECONDS);
        findings.timesAsFast("the last of them has fired after", ours.last(), 2.5, defaults.last(), Unit.SECONDS);
        findings.atMost("a look when nothing is due, median", ours.look(50), 15, defaults.look(50), Unit.MILLISECONDS);
        findings.atMost(
                "a look when nothing is due, 99 of 100", ours.look(99), 15, defaults.look(99), Unit.MILLISECONDS);
        return findings;
    }

    /** Three timers each, but those of the storm have had their reminder. */
    private static void askQuestions(String jdbcUrl) {
        try (Product product = Product.start(jdbcUrl, RECEIPT, List.of())) {
            List<String> agencies =
                    Stream.generate(product.agencies()::one).limit(8).toList();
            new OpenInquiries(product.house(), product.jdbc(), agencies).make((TIMERS + TOGETHER) / 3, TOGETHER);
            new FiringStore(product.jdbc()).forgetWhatIsDueBefore(STORM);
        }
    }

    private static TimerRun run(Server server, String database, JobSettings settings) {
        Instant early = STORM.minus(Duration.ofMinutes(20));
        try (Product product = Product.start(server.jdbcUrl(database), early, settings.arguments())) {
            product.jobExecutor().shutdown();
            product.sendNothing();
            settings.statements()
                    .forEach(statement -> product.jdbc().sql(statement).update());
            return TimerRun.of(product);
        }
    }
}
