package org.perezvon.engine;

import org.flywaydb.core.api.migration.JavaMigration;

/** For tests that need the database without the engine: our later migrations change some of its tables. */
public final class EngineTables {

    private EngineTables() {}

    public static JavaMigration migration() {
        return new CamundaTables();
    }
}
