package org.perezvon.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One node of Perezvon as it is installed: the packaged jar in a JVM of its own, with nothing but settings. It can be killed
 * as by {@code kill -9} at any moment and started again.
 */
public final class PackagedNode implements AutoCloseable {

    private static final Path JAR = Path.of("target", "perezvon.jar");
    private static final String ADMINISTRATOR = "glavny";
    private static final String PASSWORD = "a-long-test-password";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> settings;
    private final Path log;
    private final int port = freePort();
    private @Nullable Process process;

    /** @param name what the other nodes call it; what it prints is in {@code target/nodes/name.log} */
    public PackagedNode(String name, Map<String, String> settings) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there; mvn package makes it");
        }
        this.settings = new TreeMap<>(settings);
        this.settings.put("perezvon.node", name);
        this.settings.put("perezvon.security.administrator.name", ADMINISTRATOR);
        this.settings.put("perezvon.security.administrator.password", PASSWORD);
        this.settings.put("server.port", "" + port);
        this.log = Path.of("target", "nodes", name + ".log");
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to start it. */
    public void launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Xmx512m",
                "-jar",
                JAR.toString()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // Nobody stops what a test run leaves behind when it is stopped itself.
            Process launched = process;
            Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    public PackagedNode untilUp() {
        await("the application answers").atMost(PATIENCE).until(this::isUp);
        return this;
    }

    public PackagedNode start() {
        launch();
        return untilUp();
    }

    /** Leaves it alone for so long; it must not die of itself. */
    public void mayRunFor(Duration time) {
        try {
            if (running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The application ended by itself:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it between two instructions, as {@code kill -9} and power cuts do. */
    public void kill() {
        end(running().destroyForcibly());
    }

    /** The administrator's way in. */
    public Api administrator() {
        return new Api(Visitor.program(port, ADMINISTRATOR, PASSWORD));
    }

    /** The house behind its door; the administrator does everybody's work. */
    public House house(Post post) {
        return new House(administrator(), administrator(), administrator(), post);
    }

    /** What it has printed since its first start. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            end(process);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    private boolean isUp() {
        if (!running().isAlive()) {
            throw new AssertionError("The application did not start:\n" + log());
        }
        try {
            // Healthy or not: whether mailboxes are read is nobody's concern here.
            int status = Visitor.browser(port).get("/actuator/health").statusCode();
            return status == 200 || status == 503;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void end(Process process) {
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
