package org.perezvon.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code agreement}. */
@Component
class AgreementStore {

    private static final String SAVE = """
            insert into perezvon.agreement (agency_code, number, concluded_on, valid_from, valid_until, scope)
            values (:code, :number, :concludedOn, :validFrom, :validUntil, :scope)
            on conflict (agency_code, number) do update set
              concluded_on = excluded.concluded_on, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
              scope = excluded.scope
            """;

    /** A condition on {@code agreement g}: one that has a successor on {@code :day} needs nobody's attention. */
    static final String ENDS_WITHOUT_SUCCESSOR = """
            g.valid_until < :day
              and not exists (select 1 from perezvon.agreement later
                              where later.agency_code = g.agency_code and later.id <> g.id
                                and (later.valid_until is null or later.valid_until >= :day))""";

    private static final String ENDING = """
            select g.*, a.short_name from perezvon.agreement g join perezvon.agency a on a.code = g.agency_code
            where %s
            order by g.valid_until, a.short_name
            """.formatted(ENDS_WITHOUT_SUCCESSOR);

    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Ending(String agencyCode, String agencyName, Agreement agreement) {}

    /** The newest first. */
    List<Agreement> of(String code) {
        return jdbc.sql("select * from perezvon.agreement where agency_code = :code order by valid_from desc, id desc")
                .param("code", code)
                .query((row, n) -> agreement(row))
                .list();
    }

    /** Those that are no longer in force on a day and have no successor that is, the first to end first. */
    List<Ending> endingBefore(LocalDate day) {
        return jdbc.sql(ENDING)
                .param("day", day)
                .query((row, n) ->
                        new Ending(row.getString("agency_code"), row.getString("short_name"), agreement(row)))
                .list();
    }

    void save(String code, Agreement agreement) {
        jdbc.sql(SAVE)
                .param("code", code)
                .param("number", agreement.number())
                .param("concludedOn", agreement.concludedOn())
                .param("validFrom", agreement.validFrom())
                .param("validUntil", agreement.validUntil().orElse(null))
                .param("scope", agreement.scope())
                .update();
    }

    static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getString("number"),
                row.getObject("concluded_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getString("scope"));
    }
}
