package org.perezvon.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Perezvon in a JVM of its own, as {@code mvn spring-boot:run} starts it with nothing configured: its database, its mail
 * server and its people come with it. It can be killed as by {@code kill -9} and started again with the same data.
 */
public final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final int httpPort = freePort();
    private final int smtpPort = freePort();
    private final int imapPort = freePort();
    private @Nullable Process process;

    /** @param directory an empty one */
    public Installation(Path directory) {
        this.data = directory.resolve("data");
        this.log = directory.resolve("perezvon.log");
    }

    /** Starts it and waits until it answers. */
    public House start() {
        try {
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dfile.encoding=UTF-8",
                            "-Duser.timezone=UTC",
                            "-Xmx512m",
                            "-cp",
                            classpath(),
                            "org.perezvon.PerezvonApplication",
                            "--server.port=" + httpPort,
                            "--perezvon.demo.enabled=true",
                            "--perezvon.demo.data-directory=" + data,
                            "--perezvon.demo.smtp-port=" + smtpPort,
                            "--perezvon.demo.imap-port=" + imapPort))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the application answers").atMost(PATIENCE).until(this::isUp);
        return new House(
                as("operator"),
                as("supervisor"),
                as("administrator"),
                new Post(smtpPort, imapPort, password("mailboxes")));
    }

    /** Ends it between two instructions, as {@code kill -9} and power cuts do. */
    public void kill() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        process.destroyForcibly();
        waitForTheEnd(process);
    }

    public int httpPort() {
        return httpPort;
    }

    /** The password of one of the demo's people. */
    public String password(String user) {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("demo-users.properties"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return passwords.getProperty(user);
    }

    /** What it has printed since its first start. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in good order; its database with it, even when it was killed and not started again. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            waitForTheEnd(process);
        }
        databaseLeftBehind().ifPresent(ProcessHandle::destroy);
    }

    private boolean isUp() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("The application did not start:\n" + log());
        }
        try {
            return Visitor.browser(httpPort).get("/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Api as(String user) {
        return new Api(Visitor.program(httpPort, user, password(user)));
    }

    private Optional<ProcessHandle> databaseLeftBehind() {
        Path note = data.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(note)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(note, StandardCharsets.ISO_8859_1)
                            .get(0)
                            .strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of this test run without the tests themselves, which an installation does not have. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void waitForTheEnd(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The application does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
