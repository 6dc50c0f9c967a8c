package org.perezvon.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.perezvon.testing.OpenInquiries;

/**
 * Half a million deadlines wait and ten thousand of them fall on the same moment: how late do they fire, how fast are they
 * worked off, and what does it cost to look when nothing is due? The product's own process and delegates do the work; the
 * engine's default settings do the same in the same run.
 */
final class TimerBenchmark {

    /** A Tuesday after 16:00 in Irkutsk: whatever is received now is due on Wednesday at 16:00:00 (I-10.2). */
    private static final Instant RECEIPT = Instant.parse("2026-11-17T09:05:00Z");

    static final Instant STORM = Instant.parse("2026-11-18T08:00:00Z");

    private static final String FIXTURE = "fixture";

    private final int inquiries;
    private final int together;

    TimerBenchmark() {
        together = Integer.getInteger("together", 10_000);
        // Three timers each; those of the storm have had their reminder.
        inquiries = (Integer.getInteger("timers", 500_000) + together) / 3;
    }

    Findings run() {
        try (Server server = new Server()) {
            prepare(server.database(FIXTURE));
            TimerRun ours = measure(server, JobSettings.OURS);
            TimerRun defaults = measure(server, JobSettings.ENGINE_DEFAULTS);
            Findings findings = new Findings();
            findings.atMost(
                    "a deadline after three idle minutes fires late by",
                    ours.idleLateness(),
                    2,
                    defaults.idleLateness(),
                    "s");
            findings.atMost(
                    "the first of the deadlines of 16:00:00 fires late by",
                    ours.firstLateness(),
                    2,
                    defaults.firstLateness(),
                    "s");
            findings.timesAsFast("the last of them has fired after", ours.drain(), 2.5, defaults.drain(), "s");
            findings.atMost("looking when nothing is due, p50", ours.empty(50), 15, defaults.empty(50), "ms");
            findings.atMost("looking when nothing is due, p99", ours.empty(99), 15, defaults.empty(99), "ms");
            return findings;
        }
    }

    private void prepare(String jdbcUrl) {
        try (Product product = Product.start(jdbcUrl, RECEIPT, List.of())) {
            List<String> agencies =
                    Stream.generate(product.agencies()::one).limit(8).toList();
            new OpenInquiries(product.house(), product.jdbc(), agencies).make(inquiries, together);
            product.jdbc()
                    .sql("delete from public.act_ru_job where duedate_ < timestamp '2026-11-18T08:00:00'")
                    .update();
            product.jdbc().sql("vacuum (analyze) public.act_ru_job").update();
        }
    }

    private static TimerRun measure(Server server, JobSettings settings) {
        String database = server.copy(FIXTURE, settings.name().toLowerCase(java.util.Locale.ROOT));
        try (Product product = Product.start(database, STORM.minusSeconds(1200), settings.arguments())) {
            settings.statements()
                    .forEach(statement -> product.jdbc().sql(statement).update());
            return TimerRun.of(settings, product);
        }
    }
}
