package org.perezvon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The line itself, to a server that says everything back. */
class FaultyLineTest {

    private final StringBuffer heard = new StringBuffer();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private FaultyLine line;

    @BeforeEach
    void lay() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::sayEverythingBack);
        line = FaultyLine.to(echo.getLocalPort());
    }

    @AfterEach
    void remove() throws IOException {
        line.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void a_good_line_carries_everything_and_ends_with_its_ends() throws IOException {
        try (Socket client = connect()) {
            say(client, "a0 NOOP\r\n");
            assertThat(hear(client, 9)).isEqualTo("a0 NOOP\r\n");
            assertThat(line.open()).isEqualTo(1);
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        await().until(() -> line.open() == 0);
        assertThat(line.connections()).isEqualTo(1);
    }

    @RepeatedTest(50) // the server's answer must never be faster than the cut
    void it_is_cut_when_words_have_passed_even_in_pieces_and_the_server_has_heard_them() throws IOException {
        line.next(Fault.cut().whenClientSaid("\r\n.\r\n"));
        try (Socket client = connect()) {
            say(client, "text\r\n\r\n");
            assertThat(hear(client, 8)).isEqualTo("text\r\n\r\n");
            say(client, ".\r\nQUIT");
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketException.class);
        }
        await().pollInterval(Duration.ofMillis(5)).until(() -> heard.toString().equals("text\r\n\r\n.\r\n"));
    }

    @Test
    void it_is_cut_so_many_bytes_after_words_of_the_server() throws IOException {
        line.next(Fault.cut().whenServerSaid("FETCH").afterServerBytes(3));
        try (Socket client = connect()) {
            say(client, "FEFETCH 12345");
            assertThat(hear(client, 10)).isEqualTo("FEFETCH 12");
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_stalled_line_stays_open_and_carries_nothing() throws IOException {
        line.next(Fault.stall().afterServerBytes(2));
        try (Socket client = connect()) {
            say(client, "abcd");
            assertThat(hear(client, 2)).isEqualTo("ab");
            client.setSoTimeout(300);
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketTimeoutException.class);
            say(client, "more");
        }
    }

    @Test
    void words_in_one_direction_disappear() throws IOException {
        line.next(Fault.swallow().whenServerSaid("DONE"));
        try (Socket client = connect()) {
            say(client, "DONE, 250 2.0.0 Ok");
            assertThat(hear(client, 4)).isEqualTo("DONE");
            client.setSoTimeout(300);
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketTimeoutException.class);
            say(client, ", still");
            await().until(() -> heard.toString().endsWith("still"));
        }
    }

    @Test
    void garbage_comes_instead_of_words_and_is_as_long() throws IOException {
        line.next(Fault.garbage().afterServerBytes(2));
        try (Socket client = connect()) {
            say(client, "OK and many more words");
            String instead = hear(client, 22);
            assertThat(instead).startsWith("OK").isNotEqualTo("OK and many more words");
        }
    }

    @Test
    void what_is_delayed_comes_later_and_whole() throws IOException {
        line.always(Fault.delay(Duration.ofMillis(200)));
        try (Socket client = connect()) {
            long before = System.nanoTime();
            say(client, "slow");
            assertThat(hear(client, 4)).isEqualTo("slow");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(190));
        }
    }

    @Test
    void nobody_gets_in_until_it_is_healed() throws IOException {
        line.refuse();
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        say(client, "anybody?");
                        hear(client, 1);
                    }
                })
                .isInstanceOf(SocketException.class);
        line.heal();
        try (Socket client = connect()) {
            say(client, "yes");
            assertThat(hear(client, 3)).isEqualTo("yes");
        }
    }

    @Test
    void all_connections_are_cut_at_once() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            assertThat(hear(client, 5)).isEqualTo("hello");
            line.cutNow();
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void the_same_seed_brings_the_same_faults() {
        assertThat(Fault.random(new Random(5))).isEqualTo(Fault.random(new Random(5)));
        assertThat(Fault.random(new Random(5))).isNotEqualTo(Fault.random(new Random(6)));
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), line.port());
        client.setSoTimeout(10_000);
        return client;
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket client, int length) throws IOException {
        byte[] bytes = client.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new SocketException("End of the line");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void sayEverythingBack() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                threads.execute(() -> sayBack(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void sayBack(Socket client) {
        try (client) {
            byte[] piece = new byte[1024];
            for (int length = client.getInputStream().read(piece);
                    length >= 0;
                    length = client.getInputStream().read(piece)) {
                heard.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
                client.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
