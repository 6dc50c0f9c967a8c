package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.Locksmith;
import org.perezvon.testing.Fault;
import org.perezvon.testing.FaultyLine;

/** A watch meets everything that can happen between us and a mailbox, says so, and goes on. */
@Timeout(120)
class FolderWatchTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Longer than we listen to nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(25);

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
    void a_mail_is_taken_when_the_server_announces_it() {
        database.by("one", mailbox.pollInterval(Duration.ofHours(1)));
        await().until(() -> server.heard().contains("IDLE"));

        server.deliver(mail("one"));

        database.eventuallyKept(1);
    }

    @Test
    void a_mail_is_taken_when_the_server_announces_nothing() {
        server.offering("IMAP4rev1");
        database.by("one", mailbox);
        database.eventuallyHealthy();

        server.deliver(mail("one"));

        database.eventuallyKept(1);
    }

    @Test
    void each_interval_counts_as_a_reading_even_without_mails() {
        database.by("one", mailbox);
        database.eventuallyHealthy();
        Object first = database.state().get("last_scan_at");

        await().until(() -> !Objects.equals(database.state().get("last_scan_at"), first));

        assertThat(database.state())
                .containsEntry("watched_by", "one")
                .containsEntry("uidvalidity", 1L)
                .containsEntry("messages", 0)
                .containsEntry("poll_interval_s", 1);
    }

    @Test
    void a_line_cut_in_the_middle_of_a_mail_loses_nothing() {
        deliver(20);
        line.next(
                Fault.cut().whenServerSaid("BODY[]"),
                Fault.cut().whenServerSaid("UID 7 BODY[]").afterServerBytes(30),
                Fault.cut().whenClientSaid("STORE"));

        database.by("one", mailbox);

        database.eventuallyKept(20);
        database.eventuallyHealthy();
        assertThat(line.connections()).isGreaterThan(3);
        assertThat(database.references()).isZero();
    }

    @Test
    void ten_mails_that_break_every_connection_hold_up_a_hundred_others_for_less_than_a_minute() {
        for (int i = 0; i < 110; i++) {
            long uid = server.deliver(mail("mail." + i));
            if (i % 11 == 5) {
                server.breakOverAllOf(uid);
            }
        }
        database.by("one", mailbox);

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(database.lastError()).isEmpty(); // and nobody is told that the folder is not read
            return database.kept() == 110;
        });
        assertThat(database.references()).isEqualTo(10);
    }

    @Test
    void a_line_that_fails_at_random_moments_loses_nothing() {
        deliver(30);
        for (int bytes : new int[] {60, 900, 2000, 3000}) {
            line.next(Fault.cut().afterServerBytes(bytes));
        }

        database.by("one", mailbox);

        database.eventuallyKept(30);
        assertThat(database.references()).isZero();
    }

    @Test
    void garbage_is_said_and_survived() {
        deliver(3);
        line.next(Fault.garbage(), Fault.garbage().whenServerSaid("BODY[]"));

        database.by("one", mailbox);

        await().atMost(SILENCE).until(() -> !database.lastError().isEmpty());
        database.eventuallyKept(3);
        database.eventuallyHealthy();
    }

    @Test
    void a_line_that_has_gone_silent_is_noticed_and_made_anew() {
        database.by("one", mailbox);
        database.eventuallyHealthy();

        line.stallNow();
        deliver(1);

        await().atMost(SILENCE).until(() -> database.lastError().contains("молчит"));
        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_goodbye_is_said_and_survived() {
        deliver(1);
        server.answering("UID SEARCH", guest -> guest.say("* BYE too many connections"));
        database.by("one", mailbox);
        database.eventuallyFails("too many connections");

        server.answeringAsUsual("UID SEARCH");

        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_refused_password_is_said_and_needs_no_restart_when_it_is_right_again() {
        server.withPassword("changed");
        database.by("one", mailbox);
        database.eventuallyFails("не принял имя или пароль");

        server.withPassword(Mailbox.PASSWORD);
        deliver(1);

        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_server_that_is_not_there_is_said_and_found_when_it_comes_back() {
        line.refuse();
        database.by("one", mailbox);
        await().until(() -> !database.lastError().isEmpty());

        line.heal();

        database.eventuallyHealthy();
        assertThat(database.state().get("last_error_at")).isNotNull();
    }

    @Test
    void an_error_of_our_own_does_not_end_the_watch() {
        AtomicInteger openings = new AtomicInteger();
        database.by("one", mailbox, () -> {
            if (openings.incrementAndGet() <= 2) {
                throw new StackOverflowError("made for this test");
            }
            return ImapConnection.open(mailbox.settings(), "INBOX", Locksmith.access());
        });
        database.eventuallyFails("Сбой программы");
        deliver(1);

        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_restored_mailbox_is_read_again_and_nothing_is_taken_twice() {
        deliver(5);
        database.by("one", mailbox);
        database.eventuallyKept(5);

        server.restore();
        server.deliver(mail("new"));

        database.eventuallyKept(6);
        await().until(() -> Objects.equals(database.state().get("uidvalidity"), 2L));
        assertThat(database.kept()).isEqualTo(6);
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
