package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.Locksmith;
import org.perezvon.mail.MailSettings;
import org.perezvon.testing.Database;
import org.perezvon.testing.FaultyLine;

/** Several folders in one node, and what holds them. */
@Timeout(60)
class MailboxWatcherTest {

    @Test
    void a_mailbox_that_is_set_up_wrongly_is_said_and_hinders_no_other() throws IOException {
        try (Watched database = new Watched();
                SmallImapServer server = new SmallImapServer()) {
            server.deliver("Subject: one\r\n\r\n");
            MailSettings settings = Locksmith.settings(Map.of(
                    "imap.ssl-bundle", "forgotten",
                    "imap.password", "something",
                    "further-mailboxes[0].host", "127.0.0.1",
                    "further-mailboxes[0].port", Integer.toString(server.port()),
                    "further-mailboxes[0].username", "second",
                    "further-mailboxes[0].password", Mailbox.PASSWORD,
                    "further-mailboxes[0].tls", "none",
                    "further-mailboxes[0].folders", "INBOX,Nowhere",
                    "further-mailboxes[0].poll-interval", "1s"));
            MailboxWatcher watcher = database.watcher(settings);
            watcher.start();

            database.eventuallyKept(1);
            await().until(() -> error(database, "vopros%").contains("ssl-bundle"));
            await().until(() -> error(database, "%Nowhere").contains("не открывается"));
            assertThat(error(database, "second%INBOX")).isEmpty();

            watcher.stop();
            assertThat(database.jdbc
                            .sql("select count(watched_by) from perezvon.mailbox_state")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_node_lets_go_when_the_database_falls_silent() throws SQLException {
        String direct = Database.fresh();
        int port = Integer.parseInt(direct.replaceFirst(".*:(\\d+)/.*", "$1"));
        try (FaultyLine line = FaultyLine.to(port);
                HikariDataSource pool = pool(direct.replace(":" + port + "/", ":" + line.port() + "/"));
                HikariDataSource others = pool(direct)) {
            WatchLockStore locks = new WatchLockStore(pool);
            assertThat(locks.take("a/INBOX")).isTrue();
            assertThat(locks.take("b/INBOX")).isTrue();
            assertThat(new WatchLockStore(others).take("a/INBOX")).isFalse();
            locks.check();
            assertThat(locks.holds("a/INBOX")).isTrue();

            line.stallNow();
            locks.check();

            assertThat(locks.holds("a/INBOX")).isFalse();
            assertThat(locks.holds("b/INBOX")).isFalse();
            line.cutNow();
            WatchLockStore other = new WatchLockStore(others);
            await().atMost(Duration.ofSeconds(10)).until(() -> other.take("a/INBOX"));
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static String error(Watched database, String mailbox) {
        return database.jdbc
                .sql("select coalesce(last_error, '') from perezvon.mailbox_state where mailbox like :mailbox")
                .param("mailbox", mailbox)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
