package org.perezvon.benchmark;

import java.util.List;
import org.perezvon.testing.RealMailServers;

/**
 * Replies lie in a mailbox: how fast do they become call-back tasks? Beside it the same waiting inquiries woken in the bare
 * engine, and the same mails fetched by a program that does nothing with them; all in one run, with few and with very many
 * other inquiries open.
 */
final class MailBenchmark {

    private static final int FEW = Integer.getInteger("benchmark.few", 1_000);
    private static final int MANY = Integer.getInteger("benchmark.many", 100_000);

    Findings run() {
        RealMailServers.missing().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        try (Server server = new Server();
                RealMailServers servers = RealMailServers.start()) {
            MailRun few = MailRun.of(server, servers, "few", FEW);
            MailRun many = MANY == 0 ? few : MailRun.of(server, servers, "many", MANY);
            return compare(few, many);
        }
    }

    private static Findings compare(MailRun few, MailRun many) {
        Findings findings = new Findings();
        for (MailRun run : List.of(few, many)) {
            findings.atLeast(
                    "%,d replies beside %,d open inquiries, and in the bare engine"
                            .formatted(MailRun.REPLIES, run.others()),
                    run.ours(),
                    0.8,
                    run.bare(),
                    Unit.PER_SECOND);
        }
        findings.atLeast(
                "%,d replies beside %,d open inquiries, and beside %,d".formatted(MailRun.REPLIES, MANY, FEW),
                many.ours(),
                0.8,
                few.ours(),
                Unit.PER_SECOND);
        findings.told("the same, and fetching mails and doing nothing", many.ours(), many.fetched(), Unit.PER_SECOND);
        findings.atMost(
                "heap that a collection leaves, and beside %,d".formatted(FEW),
                many.heap(),
                1000,
                few.heap(),
                Unit.MEGABYTES);
        findings.atMost(
                "from arrival to task at %d mails a second, 99 of 100".formatted(MailRun.A_SECOND),
                many.late(99),
                2,
                few.late(99),
                Unit.SECONDS);
        findings.told("the same, median", many.late(50), few.late(50), Unit.SECONDS);
        findings.atMost(
                "lost of %,d that came with no delay".formatted(MailRun.PROMPT),
                many.lost(),
                0,
                few.lost(),
                Unit.MAILS);
        return findings;
    }
}
