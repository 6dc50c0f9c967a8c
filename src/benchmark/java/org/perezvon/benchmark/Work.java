package org.perezvon.benchmark;

import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something done so many times.
 *
 * @param each processor time for each of them
 * @param statements what the database was asked for each of them, where that is counted
 */
record Work(double seconds, ProcessorTime each, String statements) {

    /** @param work says how many seconds it has taken */
    static Work measured(JdbcClient jdbc, int times, DoubleSupplier work) {
        StatementStore statements = new StatementStore(jdbc);
        ProcessorTime before = ProcessorTime.now(jdbc);
        double seconds = work.getAsDouble();
        return new Work(seconds, ProcessorTime.now(jdbc).each(before, times), statements.of(times));
    }

    @Override
    public String toString() {
        return "%.1f s, processor time %s (Java + PostgreSQL) each%s".formatted(seconds, each, statements);
    }
}
