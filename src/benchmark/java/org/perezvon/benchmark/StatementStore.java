package org.perezvon.benchmark;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database has been asked, as its server counts it: for finding out where the time goes. */
final class StatementStore {

    static final boolean COUNTED = Boolean.getBoolean("benchmark.statements");

    private static final String COUNTS = """
            select calls, total_plan_time + total_exec_time as milliseconds, regexp_replace(left(query, 5000), '\\s+', ' ', 'g') as text
            from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
            order by calls desc, total_exec_time desc
            """;

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        if (COUNTED) {
            jdbc.sql("create extension if not exists pg_stat_statements").update();
            jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
        }
    }

    private record Count(long calls, double milliseconds, String text) {

        String of(int times) {
            return "%8.2f %9.3f ms  %.200s".formatted(calls / (double) times, milliseconds / times, text);
        }
    }

    /** Each statement with how often it was asked and how long it took with its planning, for one of so many. */
    String of(int times) {
        if (!COUNTED) {
            return "";
        }
        return jdbc.sql(COUNTS).query(Count.class).list().stream()
                .filter(count -> count.calls() * 20 > times)
                .map(count -> count.of(times))
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
