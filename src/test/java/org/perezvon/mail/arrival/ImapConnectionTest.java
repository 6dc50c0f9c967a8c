package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.Locksmith;
import org.springframework.util.unit.DataSize;

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
    void for_a_text_larger_than_any_mail_may_be_no_room_is_made() throws IOException {
        for (String announced : new String[] {"1000000000", "2147483647"}) {
            try (ImapConnection connection = open()) {
                server.answering("UID FETCH", guest -> guest.say("* 1 FETCH (UID 1 BODY[] {" + announced + "}"));
                Heap heap = Heap.watched();

                assertThatThrownBy(() -> connection.bodies(List.of(1L), (uid, raw) -> {}))
                        .isInstanceOf(MailboxRefusal.class);

                assertThat(heap.growth()).isLessThan(DataSize.ofMegabytes(64));
            }
        }
    }

    @Test
    void a_line_without_end_is_not_heard_to_its_end() throws IOException {
        server.answering("UID SEARCH", guest -> guest.sayWithoutEnd(40));
        try (ImapConnection connection = open()) {
            assertThatThrownBy(() -> connection.uidsAbove(0)).hasMessageContaining("больше, чем ему разрешено");
        }
    }

    @Test
    void many_texts_are_not_more_than_one_may_be() throws IOException {
        server.answering("UID FETCH", guest -> {
            for (int i = 0; i < 100; i++) {
                guest.say("* 1 FETCH (UID 1 BODY[] {1048576}");
                guest.say("x".repeat(1048576) + ")");
            }
        });
        try (ImapConnection connection = open()) {
            assertThatThrownBy(() -> connection.bodies(List.of(1L), (uid, raw) -> {}))
                    .hasMessageContaining("больше, чем ему разрешено");
        }
    }

    @Test
    void hundreds_of_thousands_of_mails_are_named_in_one_line() throws IOException {
        String all = LongStream.rangeClosed(1_000_000, 1_300_000)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        server.answering("UID SEARCH", guest -> guest.say("* SEARCH " + all));
        try (ImapConnection connection = open()) {
            assertThat(connection.uidsAbove(0)).hasSize(300_001);
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
    void an_answer_that_comes_byte_by_byte_does_not_take_for_ever() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Wire wire = Wire.under(new Properties(), "imap", false);
            Socket socket = wire.createSocket();
            socket.connect(door.getLocalSocketAddress());
            try (Socket guest = door.accept()) {
                CompletableFuture.runAsync(() -> drip(guest));
                wire.patience(Duration.ofSeconds(20), Duration.ofMillis(500));

                assertThatThrownBy(() -> socket.getInputStream().readAllBytes()).isInstanceOf(TooSlow.class);
            }
            wire.cut();
        }
        assertThat(Explanation.inWords(new TooSlow())).contains("слишком медленно");
    }

    private static void drip(Socket guest) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(10, TimeUnit.MILLISECONDS)) {
                guest.getOutputStream().write('x');
            }
        } catch (IOException | InterruptedException e) {
            never.countDown(); // the other end has had enough
        }
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
