package org.perezvon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL beside the application, its data kept in a directory. What was committed survives a restart, {@code
 * kill -9} and a power cut. A server left behind by a killed application is taken over at the next start.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Superuser and database bear the same name. */
    static final String NAME = "perezvon";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "60",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "jit", "off");

    private final DirectoryLock lock;
    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path logFile;
    private final String password;
    private int port;

    private EmbeddedDatabase(DirectoryLock lock, PostgresPrograms programs, Path directory) throws IOException {
        this.lock = lock;
        this.programs = programs;
        // The path stays as relative as it was given: a JVM in the C locale cannot spell non-ASCII parents, but need
        // not.
        this.cluster = directory.resolve("postgres");
        this.logFile = directory.resolve("postgres.log");
        createClusterOnce();
        this.password = Files.readString(passwordFile(cluster), StandardCharsets.US_ASCII)
                .strip();
    }

    /** Starts or takes over the server of this directory; afterwards the database exists and accepts connections. */
    static EmbeddedDatabase start(Path directory) {
        return start(directory, directory);
    }

    /**
     * @param shelf where the unpacked programs are kept, if not in the data directory itself
     * @throws StartRefused when another application uses the directory, or PostgreSQL cannot run here
     */
    static EmbeddedDatabase start(Path directory, Path shelf) {
        DirectoryLock lock = DirectoryLock.take(directory);
        boolean started = false;
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(lock, PostgresPrograms.unpackedIn(shelf), directory);
            database.startServer();
            database.createDatabaseOnce();
            started = true;
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the embedded PostgreSQL in " + directory, e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    String jdbcUrl() {
        return jdbcUrl(port, NAME);
    }

    String password() {
        return password;
    }

    /** Stops the server cleanly: sessions are ended, everything is written, no recovery is needed at the next start. */
    @Override
    public void close() {
        try {
            stopServer("fast");
            log.info("Встроенный PostgreSQL остановлен");
        } finally {
            lock.close();
        }
    }

    private void createClusterOnce() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        if (Files.isDirectory(cluster) && !isEmpty(cluster)) {
            throw StartRefused.directoryStrange(cluster.toString());
        }
        // Built aside and moved as a whole, so that a kill in the middle leaves nothing half made.
        Path part = cluster.resolveSibling("postgres.part");
        Path secret = cluster.resolveSibling("postgres.secret");
        FileSystemUtils.deleteRecursively(part);
        Files.createDirectories(part);
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        Files.writeString(secret, Base64.getUrlEncoder().encodeToString(random), StandardCharsets.US_ASCII);
        programs.own(part);
        programs.own(secret);
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                part.toString(),
                "-U",
                NAME,
                "-A",
                "scram-sha-256",
                "--pwfile",
                secret.toString(),
                "-E",
                "UTF-8"));
        if (!SystemUtils.IS_OS_WINDOWS) {
            // Not the C locale: full-text search would take no Cyrillic letter for a letter.
            arguments.add("--locale=" + (SystemUtils.IS_OS_MAC ? "en_US.UTF-8" : "C.UTF-8"));
        }
        programs.run("initdb", arguments);
        Files.move(secret, passwordFile(part));
        Files.move(part, cluster, StandardCopyOption.REPLACE_EXISTING);
    }

    private void startServer() throws IOException {
        Optional<Postmaster> left = Postmaster.of(cluster);
        if (left.isPresent() && answers(left.get().port())) {
            port = left.get().port();
            log.info(
                    "PostgreSQL (PID {}) пережил прошлый запуск и принят обратно",
                    left.get().pid());
            return;
        }
        if (left.isPresent() && left.get().alive()) {
            stopStubbornServer();
        }
        Files.deleteIfExists(Postmaster.file(cluster));
        port = LoopbackPort.free();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("port", Integer.toString(port));
        StringBuilder options = new StringBuilder();
        settings.forEach((name, value) ->
                options.append("-c ").append(name).append('=').append(value).append(' '));
        Files.deleteIfExists(logFile);
        Files.createFile(logFile);
        programs.own(logFile);
        try {
            programs.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-t",
                            "120",
                            "-s",
                            "-D",
                            cluster.toString(),
                            "-l",
                            logFile.toString(),
                            "-o",
                            options.toString().strip()));
        } catch (StartRefused e) {
            throw StartRefused.postgresFailed(String.valueOf(e.getMessage()), Files.readString(logFile));
        }
    }

    private void createDatabaseOnce() {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            // What the killed application was doing must not go on behind our back.
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid()""");
            try (ResultSet there = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database in the embedded PostgreSQL", e);
        }
    }

    /** The password is this cluster's own, so whoever accepts it is our server and no stranger on a reused port. */
    private boolean answers(int port) {
        try (Connection ignored = connect(port, "postgres")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void stopStubbornServer() {
        try {
            stopServer("fast");
        } catch (StartRefused e) {
            log.warn("PostgreSQL прошлого запуска не останавливается по-хорошему: {}", e.getMessage());
            stopServer("immediate");
        }
    }

    private void stopServer(String mode) {
        programs.run("pg_ctl", List.of("stop", "-w", "-t", "30", "-s", "-m", mode, "-D", cluster.toString()));
    }

    private Connection connect(int port, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        return DriverManager.getConnection(jdbcUrl(port, database), properties);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path passwordFile(Path cluster) {
        return cluster.resolve("perezvon.password");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /**
     * What the server wrote about itself into its {@code postmaster.pid}: line 1 is its process, line 4 its port. The file
     * stays behind when the server is killed.
     */
    private record Postmaster(long pid, int port) {

        static Path file(Path cluster) {
            return cluster.resolve("postmaster.pid");
        }

        static Optional<Postmaster> of(Path cluster) throws IOException {
            if (!Files.exists(file(cluster))) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file(cluster), StandardCharsets.ISO_8859_1);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        }

        /** A number reused by some other process, or by a zombie, is not our server. */
        boolean alive() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.matches(".*\\bpostgres(\\.exe)?( \\(deleted\\))?"))
                    .isPresent();
        }
    }
}
