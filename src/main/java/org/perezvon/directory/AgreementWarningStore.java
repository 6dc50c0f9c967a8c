package org.perezvon.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code agreement_warning}: of which last day of which agreement somebody was told. */
@Component
class AgreementWarningStore {

    // Of two nodes that look at once, the second waits for the first and finds nothing left to begin.
    private static final String BEGIN = """
            with begun as (
              insert into perezvon.agreement_warning as w (agreement_id, valid_until, begun_at)
              select g.id, g.valid_until, :now from perezvon.agreement g where %1$s
              on conflict (agreement_id, valid_until) do update
                set begun_at = :now, over_at = null, seen_at = null, seen_by = null, note = null where w.over_at is not null
              returning id, agreement_id, valid_until)
            select b.id, a.short_name, b.valid_until
            from begun b join perezvon.agreement g on g.id = b.agreement_id join perezvon.agency a on a.code = g.agency_code
            order by b.valid_until, b.id
            """.formatted(AgreementStore.ENDS_WITHOUT_SUCCESSOR);

    private static final String END = """
            update perezvon.agreement_warning w set over_at = :now
            where over_at is null
              and not exists (select 1 from perezvon.agreement g
                              where g.id = w.agreement_id and g.valid_until = w.valid_until and %s)
            returning id
            """.formatted(AgreementStore.ENDS_WITHOUT_SUCCESSOR);

    private static final String FIND = """
            select w.*, g.*, a.code, a.short_name, w.valid_until as warned_of
            from perezvon.agreement_warning w
            join perezvon.agreement g on g.id = w.agreement_id join perezvon.agency a on a.code = g.agency_code
            where w.id = :id
            """;

    private final JdbcClient jdbc;

    AgreementWarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Begun(long id, String agency, LocalDate until) {}

    /** Notes down those that nobody has been told of. @param day on which they are no longer in force */
    List<Begun> begin(LocalDate day, Instant now) {
        return jdbc.sql(BEGIN)
                .param("day", day)
                .param("now", utc(now))
                .query((row, n) -> new Begun(
                        row.getLong("id"), row.getString("short_name"), row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** Those that have a successor now, or another last day. */
    List<Long> end(LocalDate day, Instant now) {
        return jdbc.sql(END)
                .param("day", day)
                .param("now", utc(now))
                .query(Long.class)
                .list();
    }

    Optional<ExpiringAgreements.Known> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> known(row)).optional();
    }

    void seen(long id, String by, String note, Instant now) {
        jdbc.sql("update perezvon.agreement_warning set seen_at = :now, seen_by = :by, note = :note where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .param("by", by)
                .param("note", note)
                .update();
    }

    private static ExpiringAgreements.Known known(ResultSet row) throws SQLException {
        return new ExpiringAgreements.Known(
                row.getString("code"),
                row.getString("short_name"),
                AgreementStore.agreement(row),
                row.getObject("warned_of", LocalDate.class),
                row.getObject("over_at") != null,
                Optional.ofNullable(row.getString("seen_by")),
                Optional.ofNullable(row.getString("note")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
