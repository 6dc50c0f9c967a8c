package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailSettings;
import org.springframework.util.unit.DataSize;

/** What real servers do rarely and at the wrong moment, done by a small one each time. */
class ImapConnectionTest {

    @Test
    void a_mail_announced_while_others_are_fetched_is_not_waited_for() throws Exception {
        try (SmallServer server = new SmallServer("UID FETCH");
                ImapConnection connection = ImapConnection.open(server.settings())) {
            connection.fetchAbove(0, batch -> {});

            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> idle(connection));

            await().atMost(Duration.ofSeconds(5)).until(waiting::isDone);
            assertThat(server.heard()).doesNotContain("IDLE");
        }
    }

    @Test
    void a_mail_announced_just_before_waiting_is_confirmed_ends_the_waiting() throws Exception {
        try (SmallServer server = new SmallServer("IDLE");
                ImapConnection connection = ImapConnection.open(server.settings())) {
            connection.fetchAbove(0, batch -> {});

            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> idle(connection));

            await().atMost(Duration.ofSeconds(5)).until(waiting::isDone);
            assertThat(server.heard()).contains("IDLE", "DONE");
        }
    }

    private static void idle(ImapConnection connection) {
        try {
            connection.idle();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds one mail and announces a second one in the middle of one command, once, as the protocol allows. */
    private static final class SmallServer implements AutoCloseable {

        private final ServerSocket socket;
        private final String announcedIn;
        private final List<String> heard = new ArrayList<>();
        private int mails = 1;

        SmallServer(String announcedIn) throws IOException {
            this.announcedIn = announcedIn;
            this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "small-imap-server");
            thread.setDaemon(true);
            thread.start();
        }

        MailSettings.Imap settings() {
            return new MailSettings.Imap(
                    "127.0.0.1",
                    socket.getLocalPort(),
                    "user",
                    "password",
                    MailSettings.Tls.NONE,
                    null,
                    null,
                    List.of("INBOX"),
                    Duration.ofMinutes(1),
                    MailSettings.Afterwards.SEEN,
                    "",
                    DataSize.ofMegabytes(40),
                    "");
        }

        synchronized List<String> heard() {
            return List.copyOf(heard);
        }

        private void serve() {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream out = client.getOutputStream()) {
                say(out, "* OK [CAPABILITY IMAP4rev1 IDLE] ready");
                String idling = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] words = line.split(" ", 2);
                    String command = words.length == 1 ? words[0] : words[1];
                    hear(command);
                    if (mails == 1 && command.startsWith(announcedIn)) {
                        mails = 2;
                        say(out, "* 2 EXISTS");
                    }
                    if (command.equals("IDLE")) {
                        idling = words[0];
                        say(out, "+ idling");
                    } else if (command.equals("DONE")) {
                        say(out, idling + " OK IDLE ended");
                    } else {
                        answer(out, command);
                        say(out, words[0] + " OK done");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer(OutputStream out, String command) throws IOException {
            if (command.startsWith("SELECT")) {
                say(out, "* " + mails + " EXISTS");
                say(out, "* OK [UIDVALIDITY 1] valid");
            } else if (command.startsWith("CAPABILITY")) {
                say(out, "* CAPABILITY IMAP4rev1 IDLE");
            } else if (command.startsWith("UID FETCH") && command.endsWith("(UID)")) {
                say(out, "* 1 FETCH (UID 1)");
            } else if (command.startsWith("UID FETCH")) {
                say(out, "* 1 FETCH (UID 1 BODY[] {3}");
                say(out, "a\r\n)");
            }
        }

        private synchronized void hear(String command) {
            heard.add(command);
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
