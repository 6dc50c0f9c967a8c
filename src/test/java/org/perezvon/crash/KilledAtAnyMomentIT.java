package org.perezvon.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.DurableDatabase;
import org.perezvon.testing.PackagedNode;
import org.perezvon.testing.RealMailServers;
import org.perezvon.testing.WithRealMailServers;

/**
 * The packaged application dies again and again while letters leave by Postfix and replies come from Dovecot, until nothing
 * is left to be done. {@code mvn verify -Dcrash=long -Dseed=7} does so for a quarter of an hour, at other moments for another
 * seed.
 */
@WithRealMailServers
class KilledAtAnyMomentIT {

    private static final boolean LONG = "long".equals(System.getProperty("crash"));
    private static final long SEED = Long.getLong("seed", 122);
    private static final int LETTERS = LONG ? 500 : 100;
    private static final int KILLS = LONG ? 25 : 3;
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(LONG ? 10 : 3);

    private final Random random = new Random(SEED);

    @Test
    void every_reply_is_in_one_place_and_every_letter_arrives_however_often_the_application_is_killed() {
        Map<String, String> settings = new LinkedHashMap<>();
        try (RealMailServers servers = RealMailServers.start();
                DurableDatabase database = new DurableDatabase();
                Agencies agencies = new Agencies(servers, SEED)) {
            settings.putAll(servers.settings());
            settings.putAll(database.settings());
            settings.put("perezvon.mail.watch.self-test", "0");
            settings.put("perezvon.mail.outgoing.per-minute", "100000");
            Books books = new Books(database.jdbc());
            assertThat(books.setting("fsync") + books.setting("synchronous_commit"))
                    .isEqualTo("onon");
            try (PackagedNode node = new PackagedNode("the-only-one", settings);
                    Citizens citizens = new Citizens(node.administrator())) {
                agencies.introduce(node.start().administrator());
                agencies.goToWork();
                for (int kill = 1; kill <= KILLS; kill++) {
                    citizens.call(LETTERS * kill / (KILLS + 1) - LETTERS * (kill - 1) / (KILLS + 1));
                    killSoon(node, kill);
                }
                citizens.call(LETTERS - LETTERS * KILLS / (KILLS + 1));
                node.untilUp();
                untilQuiet(books, agencies, citizens, node);
                prove(books, agencies);
            }
        }
    }

    /** In the middle of the work, or before the start is over. */
    private void killSoon(PackagedNode node, int kill) {
        boolean starting = random.nextInt(4) == 0 && kill > 1;
        if (!starting) {
            node.untilUp();
        }
        Duration life = Duration.ofMillis(random.nextInt(starting ? 8000 : 3000));
        node.mayRunFor(life);
        node.kill();
        node.launch();
    }

    private static void untilQuiet(Books books, Agencies agencies, Citizens citizens, PackagedNode node) {
        try {
            await("nothing is left to be done")
                    .atMost(UNTIL_QUIET)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> citizens.registered() == LETTERS
                            && agencies.letters().size() == LETTERS
                            && books.callBacks() >= LETTERS
                            && books.desk() >= agencies.unasked()
                            && books.mails() >= LETTERS + agencies.unasked() + agencies.arrivals()
                            && books.waiting().isEmpty());
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "Seed %d: %d registered, %d letters arrived, %d mails kept, %d call-backs, %d of %d on the desk, waiting: %s\n%s"
                            .formatted(
                                    SEED,
                                    citizens.registered(),
                                    agencies.letters().size(),
                                    books.mails(),
                                    books.callBacks(),
                                    books.desk(),
                                    agencies.unasked(),
                                    books.waiting(),
                                    node.log()),
                    e);
        }
    }

    private static void prove(Books books, Agencies agencies) {
        Map<String, Integer> letters = agencies.letters();
        int repeated = agencies.arrivals() - letters.size();
        SoftAssertions.assertSoftly(proof -> {
            proof.assertThat(books.questions()).as("questions").isEqualTo(LETTERS);
            proof.assertThat(books.letters())
                    .as("letters that count as sent are those that arrived")
                    .containsExactlyInAnyOrderElementsOf(letters.keySet());
            proof.assertThat(repeated).as("letters that came twice").isLessThanOrEqualTo(KILLS);
            // The agencies' server reports each arrival.
            proof.assertThat(books.mails())
                    .as("mails kept")
                    .isEqualTo(LETTERS + agencies.unasked() + agencies.arrivals());
            proof.assertThat(books.notInOnePlace()).as("mails not in one place").isEmpty();
            proof.assertThat(books.notAnsweredOnce())
                    .as("inquiries without their one answer")
                    .isEmpty();
            proof.assertThat(books.notPassedOnce())
                    .as("inquiries that waited twice")
                    .isEmpty();
            proof.assertThat(books.notOneTask())
                    .as("questions without their one call-back")
                    .isEmpty();
            proof.assertThat(books.desk()).as("mails on the desk").isEqualTo(agencies.unasked());
        });
        System.out.printf(
                "Killed %d times (seed %d): %d letters, %d of them twice, %d mails, each in its place%n",
                KILLS, SEED, LETTERS, repeated, books.mails());
    }
}
