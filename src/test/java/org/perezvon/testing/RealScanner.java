package org.perezvon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Debian's {@code clamd} with a single signature of our own, that of the harmless file all scanners agree to find. It ends
 * with this JVM, however it ends. Tests say {@link WithRealScanner}.
 */
public final class RealScanner implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    /** In two halves, lest this source be found infected. */
    private static final String HARMLESS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** Starts, tells when it is asked anything, and ends when nobody is left to ask. */
    private static final String SCRIPT = """
            cd "$1"
            "$2" -c clamd.conf > out 2>&1 & scanner=$!
            while [ ! -S clamd.sock ] && kill -0 $scanner 2> /dev/null; do sleep 0.1; done
            [ -S clamd.sock ] && echo ready || { cat out; echo; }
            read -r _
            kill $scanner; wait $scanner; rm -rf "$1"
            """;

    private final Path directory;
    private final Process process;
    private final int port;

    private RealScanner() throws IOException {
        directory = Files.createTempDirectory("perezvon-clamd");
        port = freePort();
        Path signatures = Files.createDirectory(directory.resolve("signatures"));
        Files.writeString(
                signatures.resolve("perezvon.ndb"),
                "Harmless-Test:0:*:" + HexFormat.of().formatHex(harmless()) + "\n");
        Files.writeString(
                directory.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %1$s/signatures
                LocalSocket %1$s/clamd.sock
                TCPSocket %2$d
                TCPAddr 127.0.0.1
                StreamMaxLength 2M
                User %3$s
                """.formatted(directory, port, System.getProperty("user.name")));
        process = new ProcessBuilder("bash", "-c", SCRIPT, "clamd", directory.toString(), PROGRAM.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String said = output.readLine();
        if (!"ready".equals(said)) {
            throw new IllegalStateException("Could not start clamd: " + said);
        }
    }

    public static RealScanner start() {
        try {
            return new RealScanner();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start clamd", e);
        }
    }

    /** One for all tests of a run, started by the first that needs it. */
    public static RealScanner running() {
        return Running.SCANNER;
    }

    /** Why it cannot be run on this machine; empty: it can. */
    public static Optional<String> missing() {
        return Files.isExecutable(PROGRAM)
                ? Optional.empty()
                : Optional.of(PROGRAM + " is missing: apt-get install clamav-daemon");
    }

    /** What every scanner finds. */
    public static byte[] harmless() {
        return HARMLESS.getBytes(StandardCharsets.US_ASCII);
    }

    public int port() {
        return port;
    }

    public Path socket() {
        return directory.resolve("clamd.sock");
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Has an application use it where it can be run. */
    public static final class AtHand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (missing().isEmpty()) {
                TestPropertyValues.of(
                                "perezvon.mail.scanner.address=" + running().socket())
                        .applyTo(context);
            }
        }
    }

    private static final class Running {

        static final RealScanner SCANNER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SCANNER::close, "scanner-ends"));
        }
    }
}
