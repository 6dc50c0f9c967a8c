package org.perezvon.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's own tables with the scripts it ships, as the first migration: several nodes may start at once, and
 * Flyway's lock lets only one of them do it. Tables that are there already are left alone.
 */
@Component
class CamundaTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to public");
            if (!enginePresent(statement)) {
                for (String part : PARTS) {
                    ScriptUtils.executeSqlScript(
                            connection, new EncodedResource(new ClassPathResource(SCRIPT.formatted(part)), "UTF-8"));
                }
            }
            statement.execute("create index if not exists perezvon_job_duedate on act_ru_job (duedate_)");
            statement.execute("set local search_path to perezvon, public");
        }
    }

    private static boolean enginePresent(Statement statement) throws Exception {
        try (ResultSet found = statement.executeQuery("select to_regclass('public.act_ge_property') is not null")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "camunda tables 7.24";
    }

    @Override
    public Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
