package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.Locksmith;

/** What real servers do rarely and at the wrong moment, done by a small one each time. */
@Timeout(60)
class ImapConnectionTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private SmallImapServer server;

    @BeforeEach
    void oneMail() throws IOException {
        server = new SmallImapServer();
        server.deliver("Subject: one\r\n\r\n");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_mail_announced_while_others_are_fetched_is_not_waited_for() throws IOException {
        try (ImapConnection connection = open()) {
            server.during("UID FETCH", () -> {
                server.deliver("Subject: two\r\n\r\n");
                server.answering("UID FETCH", ImapGuest::exists);
            });
            connection.bodies(connection.uidsAbove(0), (uid, raw) -> {});

            connection.idle(LONG);

            assertThat(server.heard()).doesNotContain("IDLE");
        }
    }

    @Test
    void a_mail_announced_just_before_waiting_is_confirmed_ends_the_waiting() throws IOException {
        try (ImapConnection connection = open()) {
            connection.uidsAbove(0);
            server.answering("IDLE", guest -> {
                server.deliver("Subject: two\r\n\r\n");
                guest.exists();
                guest.say("+ idling");
            });

            CompletableFuture<Void> waiting = idle(connection, LONG);

            await().until(() -> server.heard().contains("DONE"));
            waiting.cancel(true);
        }
    }

    @Test
    void a_mail_that_comes_ends_the_waiting() throws IOException {
        try (ImapConnection connection = open()) {
            connection.uidsAbove(0);
            CompletableFuture<Void> waiting = idle(connection, LONG);
            await().until(() -> server.heard().contains("IDLE"));

            server.deliver("Subject: two\r\n\r\n");

            waiting.join();
            assertThat(connection.uidsAbove(1)).containsExactly(2L);
        }
    }

    @Test
    void waiting_ends_after_its_time_and_the_conversation_goes_on() throws IOException {
        try (ImapConnection connection = open()) {
            connection.uidsAbove(0);

            connection.idle(Duration.ofMillis(50));

            assertThat(server.heard()).contains("IDLE", "DONE");
            assertThat(connection.uidsAbove(0)).containsExactly(1L);
        }
    }

    @Test
    void another_thread_can_cut_a_connection_whatever_it_waits_for() throws IOException {
        try (ImapConnection connection = open()) {
            connection.uidsAbove(0);
            CompletableFuture<Void> waiting = idle(connection, LONG);
            await().until(() -> server.heard().contains("IDLE"));

            connection.cut();

            assertThatThrownBy(waiting::join).hasCauseInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void the_last_mail_is_not_taken_for_a_new_one() throws IOException {
        try (ImapConnection connection = open()) {
            assertThat(connection.uidsAbove(1)).isEmpty(); // the server answers "2:*" with 1
        }
    }

    @Test
    void endless_nonsense_is_no_answer() throws IOException {
        try (ImapConnection connection = open()) {
            server.answering("UID SEARCH", guest -> {
                for (int i = 0; i < 200; i++) {
                    guest.say("220 this is another protocol");
                }
            });

            assertThatThrownBy(() -> connection.uidsAbove(0)).hasMessageContaining("не по протоколу");
        }
    }

    @Test
    void a_goodbye_says_why() throws IOException {
        try (ImapConnection connection = open()) {
            server.answering("UID SEARCH", guest -> guest.say("* BYE down for maintenance"));

            assertThatThrownBy(() -> connection.uidsAbove(0)).hasMessageContaining("down for maintenance");
        }
    }

    @Test
    void a_server_without_move_copies_and_deletes_only_what_is_ours() throws IOException {
        server.offering("IMAP4rev1 UIDPLUS");
        long other = server.deliver("Subject: two\r\n\r\n");
        try (ImapConnection connection = open()) {
            connection.move(List.of(1L), "Perezvon");
        }
        assertThat(server.uids(SmallImapServer.INBOX)).containsExactly(other);
        assertThat(server.uids("Perezvon")).hasSize(1);
        assertThat(server.heard()).contains("CREATE Perezvon", "UID EXPUNGE 1");
    }

    @Test
    void a_wrong_password_and_a_missing_folder_are_said_in_words() {
        assertThatThrownBy(() -> ImapConnection.open(
                        Mailbox.at(server.port()).password("wrong").settings(), "INBOX", Locksmith.access()))
                .hasMessageContaining("не принял имя или пароль");
        assertThatThrownBy(
                        () -> ImapConnection.open(Mailbox.at(server.port()).settings(), "Nowhere", Locksmith.access()))
                .hasMessageContaining("Папка «Nowhere» не открывается");
    }

    @Test
    void nobody_there_is_told_from_silence() {
        assertThat(Explanation.inWords(new java.net.ConnectException("refused")))
                .startsWith("К почтовому серверу");
        assertThat(Explanation.inWords(new IOException(new SocketTimeoutException())))
                .contains("молчит");
        assertThat(Explanation.inWords(new OutOfMemoryError("heap"))).startsWith("Сбой программы");
    }

    private ImapConnection open() throws IOException {
        return ImapConnection.open(Mailbox.at(server.port()).settings(), "INBOX", Locksmith.access());
    }

    private static CompletableFuture<Void> idle(ImapConnection connection, Duration atMost) {
        return CompletableFuture.runAsync(() -> {
            try {
                connection.idle(atMost);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
