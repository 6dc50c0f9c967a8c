package org.perezvon.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A mailbox of Dovecot on its disk. Mails are laid into it as delivery agents do it, tens of thousands in a few seconds, and
 * Dovecot announces them to whoever waits.
 */
public final class Maildir {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path directory;
    private final Object owner;

    private Maildir(Path directory, Object owner) {
        this.directory = directory;
        this.owner = owner;
    }

    static Maildir of(Path mail, String address) {
        String[] parts = address.split("@");
        try {
            Object owner = Files.getAttribute(mail, "unix:uid");
            Path home = mail.resolve(parts[1]).resolve(parts[0]);
            Maildir maildir = new Maildir(home.resolve("Maildir"), owner);
            for (Path folder : new Path[] {home.getParent(), home, maildir.directory}) {
                maildir.make(folder);
            }
            for (String folder : new String[] {"tmp", "new", "cur"}) {
                maildir.make(maildir.directory.resolve(folder));
            }
            return maildir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays these mails into the inbox, in this order. */
    public void put(Stream<byte[]> mails) {
        mails.forEachOrdered(this::put);
    }

    public void put(byte[] mail) {
        put(mail, ",S=" + mail.length);
    }

    /** @param sizes what the name of the file says about the mail, be it true or not */
    public void put(byte[] mail, String sizes) {
        int number = NUMBER.incrementAndGet();
        // Dovecot orders what is new by the second and the microsecond in the name, and need not look for the size.
        String name = "%d.M%06dP%d.localhost%s"
                .formatted(
                        Instant.now().getEpochSecond(),
                        number % 1_000_000,
                        ProcessHandle.current().pid(),
                        sizes);
        try {
            Path written = Files.write(directory.resolve("tmp").resolve(name), mail);
            Files.setAttribute(written, "unix:uid", owner);
            Files.move(written, directory.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What nobody has read by IMAP yet and is not known yet; from now on it is. */
    public List<MimeMessage> unread(Set<String> known) {
        try (Stream<Path> mails = Files.list(directory.resolve("new"))) {
            List<MimeMessage> unread = new ArrayList<>();
            for (Path mail : mails.sorted().toList()) {
                if (known.add(mail.getFileName().toString())) {
                    unread.add(new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(mail))));
                }
            }
            return unread;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many mails lie in the inbox, seen or not. */
    public int size() {
        return count("new") + count("cur");
    }

    private int count(String folder) {
        try (Stream<Path> mails = Files.list(directory.resolve(folder))) {
            return (int) mails.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            Files.setAttribute(folder, "unix:uid", owner);
        }
    }
}
