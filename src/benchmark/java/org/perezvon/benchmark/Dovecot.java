package org.perezvon.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Our mailbox on a Dovecot of its own, as other programs find it: a Maildir into which mails are delivered. */
final class Dovecot implements AutoCloseable {

    static final String USER = "vopros@ekc.example";
    static final String PASSWORD = "a-password-for-this-mailbox";

    private static final String CONFIGURATION = """
            base_dir = %1$s/run
            state_dir = %1$s/state
            log_path = %1$s/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:~/Maildir
            first_valid_uid = 1
            passdb {
              driver = static
              args = password=%3$s
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home=%1$s/home/%%u
            }
            service imap-login {
              inet_listener imap {
                port = %2$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            """;

    private final Path folder;
    private final int port;
    private final Process process;
    private final Path arriving;
    private final Path arrived;

    Dovecot() {
        try {
            folder = Files.createTempDirectory("perezvon-dovecot");
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Files.createDirectories(folder.resolve("home"));
            run("chmod", "755", folder.toString());
            run("chown", "-R", "mail:mail", folder.resolve("home").toString());
            Path configuration =
                    Files.writeString(folder.resolve("dovecot.conf"), CONFIGURATION.formatted(folder, port, PASSWORD));
            process = new ProcessBuilder("dovecot", "-F", "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Path maildir = folder.resolve("home").resolve(USER).resolve("Maildir");
            arriving = maildir.resolve("tmp");
            arrived = maildir.resolve("new");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start Dovecot", e);
        }
        await("Dovecot answers")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
        new RawFetch(this).all(); // the server makes the mailbox at the first login
    }

    int port() {
        return port;
    }

    /** What makes it the product's mailbox. */
    List<String> settings() {
        return List.of(
                "--perezvon.mail.imap.host=127.0.0.1",
                "--perezvon.mail.imap.port=" + port,
                "--perezvon.mail.imap.username=" + USER,
                "--perezvon.mail.imap.password=" + PASSWORD,
                "--perezvon.mail.imap.tls=none");
    }

    /** As a delivery agent does it: written apart, then there at once. */
    void deliver(byte[] mail) {
        String name = System.currentTimeMillis() + "." + UUID.randomUUID() + ".agency";
        try {
            Path written = Files.write(arriving.resolve(name), mail);
            Files.setAttribute(written, "unix:uid", Files.getAttribute(arriving, "unix:uid"));
            Files.move(written, arrived.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not deliver a mail", e);
        }
    }

    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
