package org.perezvon.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perezvon.directory.Particulars.Head;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code agency}; who answers there is told elsewhere. */
@Component
class AgencyStore {

    private static final String AGENCIES = "select a.* from perezvon.agency a";

    private static final String SAVE = """
            insert into perezvon.agency (code, name, short_name, kind, zone, calendars, hours, hours_edition, jurisdiction,
                                         topics, parent_code, region, phone, head_name, head_email)
            values (:code, :name, :shortName, :kind, :zone, :calendars, cast(:hours as jsonb), :hoursEdition, :jurisdiction,
                    :topics, :parent, :region, :phone, :headName, :headEmail)
            on conflict (code) do update set
              name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, zone = excluded.zone,
              calendars = excluded.calendars, hours = excluded.hours, hours_edition = excluded.hours_edition,
              jurisdiction = excluded.jurisdiction, topics = excluded.topics, parent_code = excluded.parent_code,
              region = excluded.region, phone = excluded.phone, head_name = excluded.head_name,
              head_email = excluded.head_email
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

    /** Those of these codes, and the institutions of each of them. */
    List<Agency> around(Set<String> codes) {
        return jdbc.sql(AGENCIES + " where a.code = any (:codes) or a.parent_code = any (:codes) order by a.short_name")
                .param("codes", codes.toArray(String[]::new))
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
                .param("parent", agency.particulars().parent().orElse(null))
                .param("region", agency.particulars().region().orElse(null))
                .param("phone", agency.particulars().phone().orElse(null))
                .param("headName", agency.particulars().head().map(Head::name).orElse(null))
                .param(
                        "headEmail",
                        agency.particulars()
                                .head()
                                .map(head -> head.email().value())
                                .orElse(null))
                .update();
    }

    Optional<SenderPolicy> senderPolicy(String code) {
        return jdbc.sql("select sender_policy from perezvon.agency where code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .map(SenderPolicy::valueOf);
    }

    Map<String, SenderPolicy> senderPolicies() {
        Map<String, SenderPolicy> policies = new HashMap<>();
        jdbc.sql("select code, sender_policy from perezvon.agency")
                .query((row, n) ->
                        policies.put(row.getString("code"), SenderPolicy.valueOf(row.getString("sender_policy"))))
                .list();
        return policies;
    }

    /** @return false when there is no such agency */
    boolean saveSenderPolicy(String code, SenderPolicy policy) {
        return jdbc.sql("update perezvon.agency set sender_policy = :policy where code = :code")
                        .param("code", code)
                        .param("policy", policy.name())
                        .update()
                == 1;
    }

    private static Agency agency(ResultSet row) throws SQLException {
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
                Optional.empty(),
                particulars(row),
                row.getLong("hours_edition"));
    }

    private static Particulars particulars(ResultSet row) throws SQLException {
        Optional<Head> head = row.getString("head_name") == null
                ? Optional.empty()
                : Optional.of(new Head(row.getString("head_name"), EmailAddress.of(row.getString("head_email"))));
        return new Particulars(
                Optional.ofNullable(row.getString("parent_code")),
                Optional.ofNullable(row.getString("region")),
                Optional.ofNullable(row.getString("phone")),
                head);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
