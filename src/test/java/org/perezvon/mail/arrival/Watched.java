package org.perezvon.mail.arrival;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.EngineTables;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Locksmith;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.perezvon.testing.Database;
import org.perezvon.testing.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database and nodes that watch folders for it, without the rest of the application. */
final class Watched implements AutoCloseable {

    static {
        // What a mail server of another test cannot stand is no failure of this one.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DataSource dataSource = Prepared.DATABASE;
    private final List<Watching> nodes = new ArrayList<>();
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    final Conversations conversations = Locksmith.conversations(jdbc);

    Watched() {
        jdbc.sql(
                        "truncate perezvon.raw_mail, perezvon.mail_sighting, perezvon.mail_bookmark, perezvon.mailbox_state cascade")
                .update();
    }

    /** One for all these tests; each begins with empty tables. */
    private static final class Prepared {

        static final DataSource DATABASE = migrated();

        private static DataSource migrated() {
            HikariDataSource fresh = new HikariDataSource();
            fresh.setJdbcUrl(Database.fresh());
            fresh.setUsername("postgres");
            fresh.setPassword("postgres");
            Flyway.configure()
                    .dataSource(fresh)
                    .defaultSchema("perezvon")
                    .createSchemas(true)
                    .locations("classpath:db/migration")
                    .javaMigrations(EngineTables.migration())
                    .load()
                    .migrate();
            return fresh;
        }
    }

    /** One node's watch of one folder. */
    final class Watching {

        final WatchLockStore locks = new WatchLockStore(dataSource);
        private final FolderWatch watch;
        private final Thread thread;

        private Watching(String node, MailSettings.Imap imap, FolderWatch.Opening opening) {
            watch = new FolderWatch(
                    imap.mailbox("INBOX"),
                    imap.pollInterval(),
                    opening,
                    scan(imap),
                    new MailboxStateStore(jdbc, new MovableClock(), new Node(node)),
                    locks);
            thread = new Thread(watch, "watch of " + node);
            thread.setDaemon(true);
            thread.start();
        }

        /** What the guard of a node does every second. */
        void check() {
            locks.check();
            watch.interruptUnlessHeld();
        }

        void stop() {
            watch.stop();
            await().until(() -> !thread.isAlive());
            locks.close();
        }
    }

    /** A node watches the INBOX. */
    Watching by(String node, Mailbox mailbox) {
        return by(node, mailbox, Locksmith.access());
    }

    Watching by(String node, Mailbox mailbox, ServerAccess access) {
        MailSettings.Imap imap = mailbox.settings();
        return by(node, mailbox, () -> ImapConnection.open(imap, "INBOX", access));
    }

    Watching by(String node, Mailbox mailbox, FolderWatch.Opening opening) {
        Watching watching = new Watching(node, mailbox.settings(), opening);
        nodes.add(watching);
        return watching;
    }

    /** What reads a folder, with its memory of what went wrong before. */
    Scan scan(MailSettings.Imap imap) {
        return scan(imap, "INBOX");
    }

    Scan scan(MailSettings.Imap imap, String folder) {
        return new Scan(imap, folder, arrivals());
    }

    /** Reads the INBOX once, to its end, in this thread. */
    @Nullable
    String scan(Mailbox mailbox, Scan scan) throws IOException {
        try (ImapConnection connection = ImapConnection.open(mailbox.settings(), "INBOX", Locksmith.access())) {
            return scan.run(connection, () -> {});
        }
    }

    /** Everything that watches in one node, not started yet. */
    MailboxWatcher watcher(MailSettings settings) {
        return new MailboxWatcher(
                settings,
                Locksmith.access(),
                arrivals(),
                new MailboxStateStore(jdbc, new MovableClock(), new Node("whole")),
                new WatchLockStore(dataSource));
    }

    private Arrivals arrivals() {
        return new Arrivals(
                new ArrivalStore(jdbc, new MovableClock()),
                conversations,
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                event -> {});
    }

    /** The database forgets every node that watches anything. */
    void cutLocks() {
        jdbc.sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query()
                .listOfRows();
    }

    long kept() {
        return jdbc.sql("select count(*) from perezvon.raw_mail")
                .query(Long.class)
                .single();
    }

    long references() {
        return jdbc.sql("select count(*) from perezvon.raw_mail where full_size is not null")
                .query(Long.class)
                .single();
    }

    Map<String, Object> state() {
        return jdbc.sql("select * from perezvon.mailbox_state").query().singleRow();
    }

    String lastError() {
        Object error = state().get("last_error");
        return error == null ? "" : error.toString();
    }

    void eventuallyKept(long mails) {
        await("kept " + mails).atMost(PATIENCE).until(() -> kept() == mails);
    }

    void eventuallyHealthy() {
        await("a good scan").atMost(PATIENCE).until(() -> lastError().isEmpty() && state().get("last_scan_at") != null);
    }

    void eventuallyFails(String words) {
        await("an error about: " + words).atMost(PATIENCE).until(() -> lastError()
                .contains(words));
    }

    @Override
    public void close() {
        nodes.forEach(Watching::stop);
    }
}
