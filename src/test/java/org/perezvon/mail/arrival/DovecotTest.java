package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.Locksmith;
import org.perezvon.mail.MailSettings.Afterwards;
import org.perezvon.mail.ServerAccess;
import org.perezvon.testing.Fault;
import org.perezvon.testing.FaultyLine;
import org.perezvon.testing.RealMailServers;
import org.perezvon.testing.WithRealMailServers;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.unit.DataSize;

/** A mailbox of Dovecot, behind TLS and a line that fails. */
@WithRealMailServers
@Timeout(900)
class DovecotTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int BIG = Integer.getInteger("perezvon.test.big-mailbox", 5_000);

    private final RealMailServers servers = RealMailServers.running();
    private final String address = "watched-" + NUMBER.incrementAndGet() + "@minsoc.example";
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final ServerAccess access = Locksmith.access(bundles, Clock.systemUTC());
    private Watched database;
    private FaultyLine line;
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        database = new Watched();
        line = FaultyLine.to(servers.imapsPort());
        bundles.registerBundle("servers", trusting());
        mailbox = Mailbox.at(line.port())
                .with("host", "localhost")
                .with("username", address)
                .with("password", servers.password())
                .with("tls", "implicit")
                .with("ssl-bundle", "servers")
                .with("poll-interval", "1s");
    }

    @AfterEach
    void close() {
        database.close();
        line.close();
    }

    @Test
    void mails_are_taken_over_a_protected_line_as_they_come() {
        database.by("one", mailbox, access);
        database.eventuallyHealthy();
        deliver(3);
        database.eventuallyKept(3);
    }

    @Test
    void a_protected_line_can_be_cut_and_is_not_waited_for_longer_than_wished() throws IOException {
        for (String tls : List.of("implicit", "starttls")) {
            int port = tls.equals("implicit") ? servers.imapsPort() : servers.imapPort();
            try (ImapConnection connection = ImapConnection.open(
                    mailbox.with("port", port).with("tls", tls).settings(), "INBOX", access)) {
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> connection.idle(Duration.ofMillis(100)));
                connection.cut();
                assertThatThrownBy(() -> connection.uidsAbove(0)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_line_is_protected_by_starttls_where_that_is_wished() {
        deliver(1);
        database.by("one", mailbox.with("port", servers.imapPort()).with("tls", "starttls"), access);
        database.eventuallyKept(1);
    }

    @Test
    void a_protected_line_that_breaks_at_any_moment_loses_nothing() {
        deliver(200);
        for (int bytes : new int[] {500, 3_000, 20_000, 60_000}) {
            line.next(Fault.cut().afterServerBytes(bytes));
        }
        database.by("one", mailbox, access);
        database.eventuallyKept(200);
        database.eventuallyHealthy();
        assertThat(line.connections()).isGreaterThan(4);
        assertThat(database.references()).isZero();
    }

    @Test
    void ten_mails_that_end_every_connection_hold_up_a_hundred_others_for_less_than_a_minute() {
        for (int i = 0; i < 10; i++) {
            deliver(10);
            servers.maildir(address).put(mail(100), ",S=10,W=12");
        }
        database.by("one", mailbox, access);

        await().atMost(Duration.ofSeconds(60)).until(() -> database.kept() == 110);
        assertThat(database.references()).isEqualTo(10);
        assertThat(database.lastError()).isEmpty();
    }

    @Test
    void a_protected_line_that_goes_silent_is_made_anew() {
        database.by("one", mailbox, access);
        database.eventuallyHealthy();
        line.stallNow();
        deliver(1);
        database.eventuallyFails("молчит");
        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_said_and_cured_without_a_restart() {
        bundles.updateBundle("servers", SslBundle.systemDefault());
        deliver(1);
        database.by("one", mailbox, access);
        database.eventuallyFails("Защищённое соединение");
        assertThat(database.kept()).isZero();

        bundles.updateBundle("servers", trusting());

        database.eventuallyKept(1);
        database.eventuallyHealthy();
    }

    @Test
    void a_refused_password_is_said() {
        database.by("one", mailbox.password("wrong"), access);
        database.eventuallyFails("не принял имя или пароль");
    }

    @Test
    void a_mail_that_is_moved_away_and_moved_back_by_a_person_is_taken_once() throws MessagingException {
        deliver(1);
        database.by("one", mailbox.afterwards(Afterwards.MOVE), access);
        database.eventuallyKept(1);
        await().until(() -> count("Perezvon") == 1);

        moveAll("Perezvon", "INBOX");

        await().until(() -> sightings() == 2);
        assertThat(database.kept()).isEqualTo(1);
        assertThat(count("INBOX")).isEqualTo(1);
    }

    @Test
    void a_folder_made_anew_under_its_old_name_is_read_again_and_nothing_is_taken_twice()
            throws IOException, MessagingException {
        deliver(5);
        store(store -> store.getFolder("Ответы").create(Folder.HOLDS_MESSAGES));
        moveAll("INBOX", "Ответы");
        scan(mailbox, "Ответы");
        store(store -> store.getFolder("Ответы").renameTo(store.getFolder("Старые")));
        store(store -> store.getFolder("Ответы").create(Folder.HOLDS_MESSAGES));
        moveAll("Старые", "Ответы");
        deliver(1);
        moveAll("INBOX", "Ответы");
        scan(mailbox, "Ответы");

        assertThat(database.kept()).isEqualTo(6);
    }

    @Test
    void a_big_mailbox_is_read_in_flat_memory() throws IOException {
        servers.maildir(address).put(IntStream.range(0, BIG).mapToObj(number -> mail(4_000)));
        Heap heap = Heap.watched();

        scan(mailbox, "INBOX");

        assertThat(database.kept()).isEqualTo(BIG);
        assertThat(heap.growth()).isLessThan(DataSize.ofMegabytes(64));
    }

    private SslBundle trusting() {
        return SslBundle.of(
                new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:" + servers.certificate())));
    }

    private void scan(Mailbox read, String folder) throws IOException {
        try (ImapConnection connection = ImapConnection.open(read.settings(), folder, access)) {
            database.scan(read.settings(), folder).run(connection, () -> {});
        }
    }

    private void deliver(int mails) {
        servers.maildir(address).put(IntStream.range(0, mails).mapToObj(number -> mail(300)));
    }

    private static byte[] mail(int size) {
        String id = "<" + System.nanoTime() + "." + NUMBER.incrementAndGet() + "@agency.example>";
        return ("Message-ID: " + id + "\r\nSubject: answer\r\n\r\n" + "x".repeat(size) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private long sightings() {
        return database.jdbc
                .sql("select count(*) from perezvon.mail_sighting")
                .query(Long.class)
                .single();
    }

    private int count(String folder) throws MessagingException {
        return store(store ->
                store.getFolder(folder).exists() ? store.getFolder(folder).getMessageCount() : 0);
    }

    /** What a person does with a mail program. */
    private void moveAll(String from, String to) throws MessagingException {
        store(store -> {
            Folder source = store.getFolder(from);
            source.open(Folder.READ_WRITE);
            Message[] mails = source.getMessages();
            source.copyMessages(mails, store.getFolder(to));
            for (Message mail : mails) {
                mail.setFlag(Flags.Flag.DELETED, true);
            }
            source.close(true);
            return 0;
        });
    }

    private interface Use<T> {
        T of(Store store) throws MessagingException;
    }

    private <T> T store(Use<T> use) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", servers.imapPort(), address, servers.password());
            return use.of(store);
        }
    }
}
