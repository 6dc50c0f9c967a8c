package org.perezvon.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code directory_change}. */
@Component
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param what in Russian, for people: what was and what is */
    record Change(Instant at, String person, String what) {}

    void add(String code, Instant at, String person, String what) {
        jdbc.sql("""
                        insert into perezvon.directory_change (agency_code, at, person, what)
                        values (:code, :at, :person, :what)
                        """)
                .param("code", code)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("what", what)
                .update();
    }

    /** The newest first. */
    List<Change> of(String code, int limit) {
        return jdbc.sql(
                        "select * from perezvon.directory_change where agency_code = :code order by id desc limit :limit")
                .param("code", code)
                .param("limit", limit)
                .query((row, n) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("what")))
                .list();
    }
}
