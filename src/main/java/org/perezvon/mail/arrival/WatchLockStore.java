package org.perezvon.mail.arrival;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which folders are ours to watch: advisory locks of PostgreSQL on one connection of this node's own, kept open as long as we
 * watch anything. A node that dies loses its locks with its connection; one that loses power, a few seconds later, because
 * the database asks whether it is still there.
 */
@Component
class WatchLockStore {

    private static final Logger log = LoggerFactory.getLogger(WatchLockStore.class);

    /**
     * After 3 + 2 x 2 seconds of silence the database takes us for dead; we ourselves give up before that. A process that is
     * frozen while its machine goes on answering is noticed by its missing {@link #check}s.
     */
    private static final String NOTICE_OUR_DEATH = """
            set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 2;
            set tcp_user_timeout = 7000; set idle_session_timeout = 8000; set application_name = 'perezvon watch'
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    // The seed keeps these locks apart from other uses of the same number range.
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended(?, 7265))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended(?, 7265))";

    private final DataSource dataSource;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private @Nullable Connection connection;

    WatchLockStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether this folder is now ours to watch; false when it is another's already, here or elsewhere */
    synchronized boolean take(String mailbox) throws SQLException {
        if (held.contains(mailbox) || !ask(TAKE, mailbox)) {
            return false;
        }
        held.add(mailbox);
        return true;
    }

    /** Whether this folder is still ours, as far as the last {@link #check} could tell. */
    boolean holds(String mailbox) {
        return held.contains(mailbox);
    }

    synchronized void release(String mailbox) {
        if (held.remove(mailbox)) {
            try {
                ask(RELEASE, mailbox);
            } catch (SQLException e) {
                log.debug("The lock on {} is gone with its connection", mailbox);
            }
        }
    }

    /** Finds out whether the connection lives; without it nothing is ours. */
    synchronized void check() {
        Connection current = connection;
        if (current != null) {
            try (Statement statement = current.createStatement()) {
                statement.execute("select 1");
            } catch (SQLException e) {
                log.warn("The connection that holds our watches is lost: {}", e.toString());
                giveUp(current);
            }
        }
    }

    synchronized void close() {
        Connection current = connection;
        if (current != null) {
            giveUp(current);
        }
    }

    private boolean ask(String question, String mailbox) throws SQLException {
        Connection current = connected();
        try (PreparedStatement statement = current.prepareStatement(question)) {
            statement.setString(1, mailbox);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            giveUp(current);
            throw e;
        }
    }

    private Connection connected() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = dataSource.getConnection();
            connection = current;
            try (Statement statement = current.createStatement()) {
                current.setAutoCommit(true);
                statement.execute(NOTICE_OUR_DEATH);
                current.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            } catch (SQLException e) {
                giveUp(current);
                throw e;
            }
        }
        return current;
    }

    /** Never back into the pool: the next one to use it would hold our locks. */
    private void giveUp(Connection lost) {
        held.clear();
        connection = null;
        try {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                dataSource.unwrap(HikariDataSource.class).evictConnection(lost);
            } else {
                lost.abort(Runnable::run);
            }
        } catch (SQLException e) {
            log.debug("The connection was gone before it could be closed: {}", e.toString());
        }
    }
}
