package org.perezvon.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;
import org.perezvon.testing.Maildir;

/** The product with everything on, its mailbox on a real server. */
final class Mailroom {

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Product product;
    private final Maildir mailbox;
    private final Replies replies;
    private final WaitingStore store;

    Mailroom(Product product, Maildir mailbox, Replies replies) {
        this.product = product;
        this.mailbox = mailbox;
        this.replies = replies;
        this.store = product.waiting();
    }

    /** Nobody watches while the replies are delivered. */
    void fill(List<WaitingStore.Waiting> inquiries) {
        product.readNothing();
        inquiries.forEach(inquiry -> mailbox.put(replies.to(inquiry, MailRun.now())));
        pause(QUIET);
    }

    /** Watches from now on. @return seconds until the last of so many replies has its call-back task */
    double answered(int count) {
        Instant start = MailRun.now();
        product.read();
        MailRun.untilCalledBack(store, start, count);
        Instant last = store.callBacksSince(start).last().orElseThrow();
        return Duration.between(start, last).toMillis() / 1000.0;
    }

    /** One after the other at an even pace. @return seconds from each arrival to its task, ascending */
    double[] lateness(List<WaitingStore.Waiting> inquiries, int aSecond) {
        if (inquiries.isEmpty()) {
            return new double[0];
        }
        Instant start = MailRun.now();
        Map<String, Instant> arrivals = new HashMap<>();
        for (WaitingStore.Waiting inquiry : inquiries) {
            pause(Duration.between(MailRun.now(), start.plus(Duration.ofMillis(1000L * arrivals.size() / aSecond))));
            byte[] mail = replies.to(inquiry, MailRun.now());
            arrivals.put(inquiry.question(), MailRun.now());
            mailbox.put(mail);
        }
        MailRun.untilCalledBack(store, start, inquiries.size());
        Map<String, Instant> tasks = store.callBacksOf(arrivals.keySet());
        return arrivals.entrySet().stream()
                .mapToDouble(arrival ->
                        Duration.between(arrival.getValue(), tasks.getOrDefault(arrival.getKey(), Instant.MAX))
                                        .toMillis()
                                / 1000.0)
                .sorted()
                .toArray();
    }

    /** Questions are asked and answered at once. @return how many answers have not become call-back tasks */
    long lostOf(int count, PromptAgencies agencies) {
        if (count == 0) {
            return 0;
        }
        long forPersons = store.mailsForPersons();
        Instant start = MailRun.now();
        List<String> codes =
                List.of(product.agencies().one(), product.agencies().one());
        ExecutorService operators = Executors.newFixedThreadPool(4);
        for (int i = 0; i < count; i++) {
            String code = codes.get(i % codes.size());
            operators.execute(() -> product.house().ask(code));
        }
        operators.shutdown();
        try {
            MailRun.untilCalledBack(store, start, count);
        } catch (ConditionTimeoutException e) {
            MailRun.say("%d answers lie on a desk".formatted(store.mailsForPersons() - forPersons));
        }
        long lost = count - store.callBacksSince(start).count();
        MailRun.say("%d letters, %d answered at once, %d lost".formatted(count, agencies.answers(), lost));
        return lost;
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
