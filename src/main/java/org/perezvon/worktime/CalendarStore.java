package org.perezvon.worktime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code calendar_layer} and {@code calendar_sheet}. */
@Component
class CalendarStore {

    /** The lock under which editions are numbered: whoever computes a deadline shares it. */
    private static final String HOLD_STILL =
            "select pg_advisory_xact_lock_shared(hashtext('perezvon.calendar_edition'))";

    private static final String HOLD_ALONE = "select pg_advisory_xact_lock(hashtext('perezvon.calendar_edition'))";

    private static final String IN_FORCE = """
            select distinct on (layer, year) * from perezvon.calendar_sheet order by layer, year, edition desc
            """;

    private static final String ADD = """
            insert into perezvon.calendar_sheet
              (layer, year, days, act, decreed, fingerprint, confirmed_at, confirmed_by, note, proposal_id)
            values (:layer, :year, :days::jsonb, :act, :decreed, :fingerprint, :at, :person, :note, :proposal)
            returning edition
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CalendarStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A version of a sheet, with who brought it into force. */
    record Version(
            long edition,
            Sheet sheet,
            Instant confirmedAt,
            String confirmedBy,
            @Nullable String note,
            @Nullable Long proposal) {}

    /** Until the end of the transaction no calendar comes into force. */
    void holdStill() {
        jdbc.sql(HOLD_STILL).query(row -> {});
    }

    /** Until the end of the transaction nobody else computes a deadline. */
    void holdAlone() {
        jdbc.sql(HOLD_ALONE).query(row -> {});
    }

    /** The newest edition of all; 0 while there is none. */
    long newestEdition() {
        return jdbc.sql("select coalesce(max(edition), 0) from perezvon.calendar_sheet")
                .query(Long.class)
                .single();
    }

    Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        jdbc.sql("select * from perezvon.calendar_layer").query(row -> {
            titles.put(row.getString("layer"), row.getString("title"));
        });
        return titles;
    }

    void addLayer(String layer, String title) {
        jdbc.sql("insert into perezvon.calendar_layer (layer, title) values (:layer, :title) on conflict do nothing")
                .param("layer", layer)
                .param("title", title)
                .update();
    }

    List<Version> inForce() {
        return jdbc.sql(IN_FORCE).query((row, n) -> version(row)).list();
    }

    /** Every version of a sheet, newest first. */
    List<Version> versions(String layer, int year) {
        return jdbc.sql(
                        "select * from perezvon.calendar_sheet where layer = :layer and year = :year order by edition desc")
                .param("layer", layer)
                .param("year", year)
                .query((row, n) -> version(row))
                .list();
    }

    Optional<Version> version(long edition) {
        return jdbc.sql("select * from perezvon.calendar_sheet where edition = :edition")
                .param("edition", edition)
                .query((row, n) -> version(row))
                .optional();
    }

    /** @return its edition */
    long add(Sheet sheet, Instant at, String person, @Nullable String note, @Nullable Long proposal) {
        return jdbc.sql(ADD)
                .param("layer", sheet.layer())
                .param("year", sheet.year())
                .param("days", days(sheet))
                .param("act", sheet.act())
                .param("decreed", sheet.decreed())
                .param("fingerprint", sheet.edition())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("note", note)
                .param("proposal", proposal)
                .query(Long.class)
                .single();
    }

    String days(Sheet sheet) {
        try {
            return json.writeValueAsString(sheet.rows());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows are plain", e);
        }
    }

    /** The columns layer, year, days, act, decreed, fingerprint of a row. */
    Sheet sheet(ResultSet row) throws SQLException {
        try {
            return Sheet.of(
                    row.getString("layer"),
                    row.getInt("year"),
                    json.readValue(row.getString("days"), new TypeReference<List<Row>>() {}),
                    row.getString("act"),
                    row.getBoolean("decreed"),
                    row.getString("fingerprint"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Дни календаря %s на %d год не читаются".formatted(row.getString("layer"), row.getInt("year")), e);
        }
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("edition"),
                sheet(row),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                row.getString("note"),
                row.getObject("proposal_id", Long.class));
    }
}
