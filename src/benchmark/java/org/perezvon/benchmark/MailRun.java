package org.perezvon.benchmark;

import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.perezvon.testing.Maildir;
import org.perezvon.testing.OpenInquiries;
import org.perezvon.testing.RealMailServers;

/**
 * What was measured beside so many other open inquiries.
 *
 * @param ours replies that became call-back tasks, a second
 * @param bare inquiries that did in the bare engine, a second
 * @param fetched mails that a program fetches which does nothing else, a second
 * @param lateness from arrival to task at a steady pace, in seconds, ascending
 */
record MailRun(int others, double ours, double bare, double fetched, double heap, double[] lateness, double lost) {

    static final int REPLIES = Integer.getInteger("benchmark.replies", 5_000);
    static final int PROMPT = Integer.getInteger("benchmark.prompt", 1_000);
    static final int A_SECOND = Integer.getInteger("benchmark.pace", 10);

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 2);
    private static final int STEADY = A_SECOND * Integer.getInteger("benchmark.steady", 60);
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A Tuesday morning in Irkutsk: whatever is received now is due on Wednesday. */
    private static final Instant MORNING = Instant.parse("2026-11-17T02:30:00Z");

    double late(int percentile) {
        return lateness.length == 0 ? 0 : lateness[(lateness.length - 1) * percentile / 100];
    }

    static MailRun of(Server server, RealMailServers servers, String waiting, int others) {
        String copied = waiting + "_copied";
        Map<String, MimeMessage> letters = ask(server.create(waiting), others);
        server.copy(waiting, copied);
        Maildir mailbox = servers.maildir(RealMailServers.CENTRE);
        try (PromptAgencies agencies = new PromptAgencies(mailbox, MailRun::now);
                Product bare = Product.start(server.jdbcUrl(copied), MORNING, List.of());
                Product ours = Product.start(
                        server.jdbcUrl(waiting),
                        now(),
                        Stream.concat(settings(servers).stream(), agencies.settings().stream())
                                .toList())) {
            bare.readNothing();
            bare.sendNothing();
            List<WaitingStore.Waiting> inquiries = ours.waiting().waiting(needed());
            Iterator<WaitingStore.Waiting> next = inquiries.iterator();
            Replies replies = new Replies(ours.conversations(), letters);
            Mailroom mailroom = new Mailroom(ours, mailbox, replies);
            BareEngine engine = new BareEngine(bare);
            List<WaitingStore.Waiting> warmUp = some(next, WARM_UP);
            mailroom.fill(warmUp);
            say("warmed up: %.1f s bare, %.1f s ours".formatted(engine.woken(warmUp), mailroom.answered(WARM_UP)));
            double bareSeconds = 0;
            double ourSeconds = 0;
            double heap;
            try (HeapPeak peak = new HeapPeak()) {
                for (int round = 0; round < ROUNDS; round++) {
                    List<WaitingStore.Waiting> asked = some(next, REPLIES);
                    mailroom.fill(asked);
                    Work withoutMail = Work.measured(bare.jdbc(), REPLIES, () -> engine.woken(asked));
                    Work withMail = Work.measured(ours.jdbc(), REPLIES, () -> mailroom.answered(REPLIES));
                    say("%,d beside %,d\nbare %s\nours %s".formatted(REPLIES, others, withoutMail, withMail));
                    bareSeconds += withoutMail.seconds();
                    ourSeconds += withMail.seconds();
                }
                heap = peak.megabytes();
            }
            RawFetch.Fetched fetched = new RawFetch(servers).last(REPLIES);
            say("fetched %d mails of %d bytes"
                    .formatted(fetched.mails(), fetched.bytes() / Math.max(1, fetched.mails())));
            double[] lateness = mailroom.lateness(some(next, STEADY), A_SECOND);
            return new MailRun(
                    others,
                    ROUNDS * REPLIES / ourSeconds,
                    ROUNDS * REPLIES / bareSeconds,
                    fetched.mails() / fetched.seconds(),
                    heap,
                    lateness,
                    mailroom.lostOf(PROMPT, agencies));
        }
    }

    private static List<String> settings(RealMailServers servers) {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("perezvon.mail.imap.tls", "implicit");
        return settings.entrySet().stream()
                .filter(setting -> !setting.getKey().startsWith("perezvon.mail.smtp"))
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static int needed() {
        return WARM_UP + ROUNDS * REPLIES + STEADY;
    }

    /** @return what each agency has read */
    private static Map<String, MimeMessage> ask(String jdbcUrl, int others) {
        try (Product product = Product.start(jdbcUrl, MORNING, List.of("--perezvon.mail.watch.self-test=0s"))) {
            List<String> agencies =
                    Stream.generate(product.agencies()::one).limit(8).toList();
            new OpenInquiries(product.house(), product.jdbc(), agencies).make(others + needed());
            return product.waiting().agencies().stream()
                    .collect(Collectors.toMap(
                            agency -> agency,
                            agency -> product.house().post().mailbox(agency).get(0)));
        }
    }

    private static List<WaitingStore.Waiting> some(Iterator<WaitingStore.Waiting> next, int count) {
        List<WaitingStore.Waiting> some = new ArrayList<>();
        while (some.size() < count) {
            some.add(next.next());
        }
        return some;
    }

    /** By the engine's clock, which makes the tasks. */
    static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    static void untilCalledBack(WaitingStore store, Instant start, int count) {
        await("all have call-back tasks")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> store.callBacksSince(start).count() >= count);
    }

    static void say(String progress) {
        System.err.println(progress);
    }
}
