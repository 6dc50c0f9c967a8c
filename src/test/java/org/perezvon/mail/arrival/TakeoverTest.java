package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.testing.FaultyLine;

/** Of several nodes one watches, and when it cannot, another one does. */
@Timeout(120)
class TakeoverTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Watched database;
    private SmallImapServer server;
    private FaultyLine line;
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        database = new Watched();
        server = new SmallImapServer();
        line = FaultyLine.to(server.port());
        mailbox = Mailbox.at(line.port()).pollInterval(SOON);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        line.close();
        server.close();
    }

    @Test
    void one_node_watches_and_another_takes_over_when_it_is_gone() {
        Watched.Watching first = database.by("first", mailbox);
        database.eventuallyHealthy();
        database.by("second", mailbox);
        deliver(1);
        database.eventuallyKept(1);
        assertThat(database.state()).containsEntry("watched_by", "first");

        first.stop();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> "second".equals(database.state().get("watched_by")));
        deliver(1);
        database.eventuallyKept(2);
    }

    @Test
    void a_node_that_loses_its_lock_lets_go_and_another_takes_over() {
        Watched.Watching first = database.by("first", mailbox.pollInterval(Duration.ofHours(1)));
        database.eventuallyHealthy();
        database.by("second", mailbox);

        database.cutLocks();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> "second".equals(database.state().get("watched_by")));
        first.check();

        assertThat(first.locks.holds(mailbox.settings().mailbox("INBOX"))).isFalse();
        deliver(1);
        database.eventuallyKept(1);
    }

    @Test
    void a_node_that_is_frozen_while_its_machine_answers_is_relieved() {
        Watched.Watching frozen = database.by("frozen", mailbox.pollInterval(Duration.ofHours(1)));
        database.eventuallyHealthy();
        database.by("second", mailbox);

        // Nobody calls frozen.check(), as its guard would every second.
        await().atMost(Duration.ofSeconds(12))
                .until(() -> "second".equals(database.state().get("watched_by")));
        frozen.check();

        assertThat(frozen.locks.holds(mailbox.settings().mailbox("INBOX"))).isFalse();
    }

    @Test
    void a_node_that_cannot_reach_the_server_lets_another_try() {
        try (FaultyLine other = FaultyLine.to(server.port())) {
            line.refuse();
            database.by("first", mailbox);
            database.eventuallyFails("");
            deliver(1);

            database.by("second", Mailbox.at(other.port()).pollInterval(SOON));

            database.eventuallyKept(1);
            assertThat(database.state()).containsEntry("watched_by", "second");
        }
    }

    @Test
    void two_nodes_reading_at_once_keep_every_mail_once() throws Exception {
        deliver(300);
        Scan first = database.scan(mailbox.settings());
        Scan second = database.scan(mailbox.settings());
        List<Thread> readers = List.of(reader(first), reader(second));
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
            reader.join();
        }
        database.scan(mailbox, first);

        assertThat(database.kept()).isEqualTo(300);
    }

    private Thread reader(Scan scan) {
        return new Thread(() -> {
            try {
                database.scan(mailbox, scan);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void deliver(int mails) {
        for (int i = 0; i < mails; i++) {
            server.deliver(mail(Long.toString(System.nanoTime())));
        }
    }

    private static String mail(String subject) {
        return "Message-ID: <" + subject + "@agency.example>\r\nSubject: " + subject + "\r\n\r\ntext\r\n";
    }
}
