package org.perezvon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's Postfix and Dovecot, run by {@code mail-servers/run.sh}, which tells who lives there and who does not. They end
 * with this JVM, however it ends. Tests say {@link WithRealMailServers}; where the packages are missing they are skipped.
 */
public final class RealMailServers implements AutoCloseable {

    /** The contact centre's own mailbox; {@code vopros+key@…} lies in it too. */
    public static final String CENTRE = MailServer.CENTRE;

    private static final String PASSWORD = "a-password-for-every-mailbox";

    private final Path directory;
    private final Process process;
    private final int submission = freePort();
    private final int mx = freePort();
    private final int imap = freePort();
    private final int imaps = freePort();

    private RealMailServers() throws IOException {
        directory = Files.createTempDirectory("perezvon-mail");
        Path script = directory.resolve("run.sh");
        try (InputStream text =
                Objects.requireNonNull(RealMailServers.class.getResourceAsStream("/mail-servers/run.sh"))) {
            Files.copy(text, script);
        }
        // What they leave behind goes with them, also when nobody is left here to see to it.
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "bash \"$1\" \"$2\" \"$3\"; rm -rf \"$2\"",
                "mail-servers",
                script.toString(),
                directory.toString(),
                PASSWORD);
        builder.environment()
                .putAll(Map.of("SUBMISSION", "" + submission, "MX", "" + mx, "IMAP", "" + imap, "IMAPS", "" + imaps));
        process = builder.redirectError(directory.resolve("run.log").toFile()).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("Could not start the mail servers:\n" + log());
        }
    }

    /** New ones, of nobody else. */
    public static RealMailServers start() {
        try {
            return new RealMailServers();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the mail servers", e);
        }
    }

    /** One for all tests of a run, started by the first that needs them. */
    public static RealMailServers running() {
        return Running.SERVERS;
    }

    /** Why they cannot be run on this machine; empty: they can. */
    public static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("Postfix and Dovecot are started by root only");
        }
        return Stream.of("/usr/sbin/postconf", "/usr/sbin/dovecot", "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp")
                .filter(program -> !Files.isExecutable(Path.of(program)))
                .map(program -> program + " is missing: apt-get install postfix dovecot-imapd dovecot-lmtpd")
                .findFirst();
    }

    /** The way of agencies and strangers: no login on the way in, any mailbox. */
    public Post post() {
        return new Post(mx, imap, PASSWORD);
    }

    /** What an installation of ours needs to be told: STARTTLS and login on the way out, TLS on the way in. */
    public Map<String, String> settings() {
        return settings(submission, imaps);
    }

    /** The same by way of other ports, behind which a {@link FaultyLine} may lie. */
    public Map<String, String> settings(int submissionPort, int imapsPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("perezvon.mail.address", CENTRE);
        settings.put("perezvon.mail.smtp.host", "localhost");
        settings.put("perezvon.mail.smtp.port", "" + submissionPort);
        settings.put("perezvon.mail.smtp.username", CENTRE);
        settings.put("perezvon.mail.smtp.password", PASSWORD);
        settings.put("perezvon.mail.smtp.ssl-bundle", "mail-servers");
        settings.put("perezvon.mail.imap.host", "localhost");
        settings.put("perezvon.mail.imap.port", "" + imapsPort);
        settings.put("perezvon.mail.imap.username", CENTRE);
        settings.put("perezvon.mail.imap.password", PASSWORD);
        settings.put("perezvon.mail.imap.ssl-bundle", "mail-servers");
        settings.put("spring.ssl.bundle.pem.mail-servers.truststore.certificate", "file:" + certificate());
        return settings;
    }

    /** Takes letters after STARTTLS and login, from the centre. */
    public int submissionPort() {
        return submission;
    }

    /** Takes letters from anybody to people that exist. */
    public int mxPort() {
        return mx;
    }

    /** Open, STARTTLS offered. */
    public int imapPort() {
        return imap;
    }

    public int imapsPort() {
        return imaps;
    }

    public String password() {
        return PASSWORD;
    }

    /** Whom to trust, as PEM. */
    public Path certificate() {
        return directory.resolve("certificate.pem");
    }

    public Maildir maildir(String address) {
        return Maildir.of(directory.resolve("mail"), address);
    }

    /** What the servers have noted down. */
    public String log() {
        StringBuilder log = new StringBuilder();
        for (String name : new String[] {"run.log", "dovecot.log", "postfix.log"}) {
            Path file = directory.resolve(name);
            try {
                log.append(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return log.toString();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells an application context where they are. */
    public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(running().settings()).applyTo(context);
        }
    }

    private static final class Running {

        static final RealMailServers SERVERS = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::close, "mail-servers-end"));
        }
    }
}
