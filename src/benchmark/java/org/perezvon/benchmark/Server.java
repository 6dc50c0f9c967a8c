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
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("jit", "off"); // as in the product's own; a favour to slow queries
            if (StatementStore.COUNTED) {
                builder.setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("pg_stat_statements.track_planning", "on");
            }
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start PostgreSQL", e);
        }
    }

    /** @return its JDBC URL */
    String create(String database) {
        execute("create database " + database);
        return jdbcUrl(database);
    }

    /** Nobody may be using the original. */
    void copy(String original, String database) {
        execute("create database " + database + " template " + original + " strategy file_copy");
    }

    void drop(String database) {
        execute("drop database " + database);
    }

    String jdbcUrl(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("checkpoint"); // now, and not while we measure
        } catch (SQLException e) {
            throw new IllegalStateException("Could not " + sql, e);
        }
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
