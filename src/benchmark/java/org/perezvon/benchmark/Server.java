package org.perezvon.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL as an installation has it: what is committed lies on the disk. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("jit", "off") // as the product's own embedded server, and a favour to slow queries
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start PostgreSQL", e);
        }
    }

    /** JDBC URL of a new, empty database. */
    String database(String name) {
        return create(name, "");
    }

    /** JDBC URL of a copy of a database that nobody uses. */
    String copy(String of, String name) {
        return create(name, " template " + of + " strategy file_copy");
    }

    private String create(String name, String how) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
            statement.execute("checkpoint"); // not while we measure
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name, e);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not stop PostgreSQL", e);
        }
    }
}
