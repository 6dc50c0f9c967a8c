package org.perezvon.mail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.testing.Documents;
import org.perezvon.testing.RealScanner;
import org.perezvon.testing.WithRealScanner;

/** ClamAV's daemon, really started. */
@WithRealScanner
class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RealScanner daemon;

    @BeforeAll
    static void a_daemon() {
        daemon = RealScanner.start();
    }

    @AfterAll
    static void is_ended() {
        daemon.close();
    }

    @Test
    void it_tells_the_infected_from_the_clean_over_both_kinds_of_socket() {
        for (String address :
                List.of("127.0.0.1:" + daemon.port(), daemon.socket().toString())) {
            Scanner scanner = new Clamd(ClamdAddress.parse(address), PATIENCE);

            assertThat(scanner.isOn()).isTrue();
            assertThat(scan(scanner, Documents.docx("Ответ"))).isEqualTo(new Verdict.Clean());
            assertThat(scan(scanner, new byte[0])).isEqualTo(new Verdict.Clean());
            assertThat(scan(scanner, RealScanner.harmless()))
                    .isInstanceOfSatisfying(Verdict.Infected.class, infected -> assertThat(infected.signature())
                            .startsWith("Harmless-Test"));
        }
    }

    @Test
    void what_hides_in_an_archive_or_in_a_mail_is_found() {
        Scanner scanner = new Clamd(new ClamdAddress.Tcp("127.0.0.1", daemon.port()), PATIENCE);
        byte[] archive = Documents.zip(Map.of("ответ.com", RealScanner.harmless()));
        String mail = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: application/zip\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(archive) + "\r\n";

        assertThat(scan(scanner, archive)).isInstanceOf(Verdict.Infected.class);
        assertThat(scan(scanner, mail.getBytes(StandardCharsets.US_ASCII))).isInstanceOf(Verdict.Infected.class);
    }

    @Test
    void a_file_larger_than_it_takes_is_not_scanned_and_says_why() {
        Scanner scanner = new Clamd(new ClamdAddress.Tcp("127.0.0.1", daemon.port()), PATIENCE);

        assertThat(scan(scanner, new byte[20 * 1024 * 1024]))
                .isInstanceOfSatisfying(Verdict.NotScanned.class, not -> assertThat(not.reason())
                        .matches("файл больше, чем принимает антивирус.*|антивирус недоступен.*"));
        assertThat(scan(scanner, new byte[10])).isEqualTo(new Verdict.Clean());
    }

    @Test
    void one_that_is_away_is_told_and_never_thrown() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        for (String address : List.of("127.0.0.1:" + nobody, "/nowhere/clamd.ctl", "no-such-host.invalid:3310")) {
            assertThat(scan(new Clamd(ClamdAddress.parse(address), PATIENCE), new byte[10]))
                    .isInstanceOf(Verdict.NotScanned.class);
        }
    }

    @Test
    void one_that_says_nothing_is_waited_for_no_longer_than_its_patience() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Scanner scanner =
                    new Clamd(new ClamdAddress.Tcp("127.0.0.1", silent.getLocalPort()), Duration.ofMillis(300));

            assertThat(scan(scanner, new byte[50 * 1024 * 1024]))
                    .isEqualTo(new Verdict.NotScanned("антивирус не ответил за 0 с"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamav", "clamav:", ":3310", "clamav:99999", "clamav:x"})
    void an_address_that_is_none_is_refused(String address) {
        assertThatThrownBy(() -> ClamdAddress.parse(address)).hasMessageContaining("perezvon.mail.scanner.address");
    }

    private static Verdict scan(Scanner scanner, byte[] file) {
        return scanner.scan(new ByteArrayInputStream(file));
    }
}
