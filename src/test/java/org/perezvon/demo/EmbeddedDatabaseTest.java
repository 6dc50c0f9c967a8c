package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path SHELF = Path.of("target");

    private final Path temporary;

    EmbeddedDatabaseTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    /** Starts a database, commits one row and stays until it is killed. */
    static final class Committer {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), SHELF);
            try (Connection connection = connect(database)) {
                execute(connection, "create table kept (word text)");
                execute(connection, "insert into kept values ('перезвон')");
                connection.setAutoCommit(false);
                execute(connection, "lock table kept");
                System.out.println("committed on " + postmaster(connection));
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void what_was_committed_survives_a_killed_application_and_its_server_is_taken_over_at_once() throws Exception {
        Path directory = temporary.resolve("Рабочий стол/данные 1");
        String server;
        try (OtherApplication killed = OtherApplication.start(Committer.class, directory.toString())) {
            server = killed.says("committed on");
            killed.kill();
        }
        Instant before = Instant.now();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, SHELF);
                Connection connection = connect(database)) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
            assertThat(postmaster(connection)).isEqualTo(server);
            assertThat(single(connection, "select word from kept")).isEqualTo("перезвон");
        }
        Awaitility.await().until(() -> isGone(server));
    }

    @Test
    void what_was_committed_survives_a_killed_server_too() throws Exception {
        Path directory = temporary.resolve("data");
        try (OtherApplication killed = OtherApplication.start(Committer.class, directory.toString())) {
            String server = killed.says("committed on");
            killed.kill();
            ProcessHandle.of(Long.parseLong(server)).orElseThrow().destroyForcibly();
            Awaitility.await().until(() -> isGone(server));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, SHELF);
                Connection connection = connect(database)) {
            assertThat(single(connection, "select word from kept")).isEqualTo("перезвон");
        }
    }

    @Test
    void a_stranger_who_bears_the_number_of_the_dead_server_does_not_hinder_the_start() throws Exception {
        Path directory = temporary.resolve("data");
        String firstIdentity;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, SHELF);
                Connection connection = connect(database)) {
            firstIdentity = single(connection, "select system_identifier from pg_control_system()");
        }
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory + "\n1700000000\n1\n\n127.0.0.1\n0 0\nready\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, SHELF);
                Connection connection = connect(database)) {
            assertThat(single(connection, "select system_identifier from pg_control_system()"))
                    .isEqualTo(firstIdentity);
        }
    }

    @Test
    void the_second_application_on_one_directory_is_told_so_in_two_languages_and_leaves_the_first_alone()
            throws Exception {
        Path directory = temporary.resolve("data");
        try (OtherApplication first = OtherApplication.start(Committer.class, directory.toString())) {
            first.says("committed on");
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, SHELF))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("уже занят другим работающим Перезвоном (PID ")
                    .hasMessageContaining("in use by another running Perezvon");
            first.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, SHELF)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, SHELF)).isInstanceOf(StartRefused.class);
            try (Connection connection = connect(database)) {
                assertThat(single(connection, "select word from kept")).isEqualTo("перезвон");
            }
        }
    }

    @Test
    void a_commit_is_on_disk_when_it_returns_and_russian_words_are_words() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(temporary.resolve("data"), SHELF);
                Connection connection = connect(database)) {
            assertThat(single(connection, "show fsync")).isEqualTo("on");
            assertThat(single(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(single(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(single(connection, "select to_tsvector('russian', 'Пособия ветеранам')"))
                    .isEqualTo("'ветеран':2 'пособ':1");
        }
    }

    @Test
    void a_directory_full_of_other_things_is_refused_and_not_touched() throws IOException {
        Path directory = temporary.resolve("data");
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/письмо.txt"), "важно");
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory, SHELF)).isInstanceOf(StartRefused.class);
        assertThat(directory.resolve("postgres/письмо.txt")).hasContent("важно");
    }

    /** A zombie that nobody has buried yet is gone as well: it has no command any more. */
    private static boolean isGone(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .isEmpty();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.NAME, database.password());
    }

    private static String postmaster(Connection connection) throws SQLException {
        return single(
                connection,
                "select split_part(pg_read_file(current_setting('data_directory') || '/postmaster.pid'), E'\\n', 1)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
