package org.perezvon.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code agency} and {@code responsible_person}. */
@Component
class AgencyStore {

    private static final String AGENCIES = """
            select a.*, r.name as responsible_name, r.email as responsible_email, r.phone as responsible_phone
            from perezvon.agency a
            left join perezvon.responsible_person r on r.agency_code = a.code and r.until is null
            """;

    private static final String SAVE = """
            insert into perezvon.agency (code, name, short_name, kind, zone, calendars, hours, hours_edition, jurisdiction,
                                         topics)
            values (:code, :name, :shortName, :kind, :zone, :calendars, cast(:hours as jsonb), :hoursEdition, :jurisdiction,
                    :topics)
            on conflict (code) do update set
              name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, zone = excluded.zone,
              calendars = excluded.calendars, hours = excluded.hours, hours_edition = excluded.hours_edition,
              jurisdiction = excluded.jurisdiction, topics = excluded.topics
            """;

    private static final String END_RESPONSIBLE =
            "update perezvon.responsible_person set until = :now where agency_code = :code and until is null";

    private static final String NAME_RESPONSIBLE = """
            insert into perezvon.responsible_person (agency_code, name, email, phone, since)
            values (:code, :name, :email, :phone, :now)
            """;

    private final JdbcClient jdbc;

    AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agency> all() {
        return jdbc.sql(AGENCIES + " order by a.short_name")
                .query((row, n) -> agency(row))
                .list();
    }

    Optional<Agency> find(String code) {
        return jdbc.sql(AGENCIES + " where a.code = :code")
                .param("code", code)
                .query((row, n) -> agency(row))
                .optional();
    }

    /** Locks the row, so that two changes of one agency follow each other. */
    Optional<Agency> lock(String code) {
        return jdbc.sql(AGENCIES + " where a.code = :code for update of a")
                .param("code", code)
                .query((row, n) -> agency(row))
                .optional();
    }

    /** Higher than every edition committed so far, of hours and of calendars. */
    long nextEdition() {
        return jdbc.sql("select perezvon.next_calendar_edition()")
                .query(Long.class)
                .single();
    }

    void save(Agency agency, long hoursEdition) {
        jdbc.sql(SAVE)
                .param("code", agency.code())
                .param("name", agency.name())
                .param("shortName", agency.shortName())
                .param("kind", agency.kind().name())
                .param("zone", agency.zone().getId())
                .param("calendars", agency.calendars().toArray(String[]::new))
                .param("hours", StoredHours.write(agency.hours()))
                .param("hoursEdition", hoursEdition)
                .param("jurisdiction", agency.jurisdiction())
                .param("topics", agency.topics().toArray(String[]::new))
                .update();
    }

    Optional<SenderPolicy> senderPolicy(String code) {
        return jdbc.sql("select sender_policy from perezvon.agency where code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .map(SenderPolicy::valueOf);
    }

    /** @return false when there is no such agency */
    boolean saveSenderPolicy(String code, SenderPolicy policy) {
        return jdbc.sql("update perezvon.agency set sender_policy = :policy where code = :code")
                        .param("code", code)
                        .param("policy", policy.name())
                        .update()
                == 1;
    }

    void replaceResponsible(String code, ResponsiblePerson person, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        jdbc.sql(END_RESPONSIBLE).param("code", code).param("now", at).update();
        jdbc.sql(NAME_RESPONSIBLE)
                .param("code", code)
                .param("name", person.name())
                .param("email", person.email().value())
                .param("phone", person.phone().orElse(null))
                .param("now", at)
                .update();
    }

    private static Agency agency(ResultSet row) throws SQLException {
        Optional<ResponsiblePerson> responsible = row.getString("responsible_name") == null
                ? Optional.empty()
                : Optional.of(new ResponsiblePerson(
                        row.getString("responsible_name"),
                        EmailAddress.of(row.getString("responsible_email")),
                        Optional.ofNullable(row.getString("responsible_phone"))));
        return new Agency(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                Agency.Kind.valueOf(row.getString("kind")),
                ZoneId.of(row.getString("zone")),
                texts(row.getArray("calendars")),
                StoredHours.read(row.getString("code"), row.getString("hours")),
                row.getString("jurisdiction"),
                texts(row.getArray("topics")),
                responsible,
                row.getLong("hours_edition"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
