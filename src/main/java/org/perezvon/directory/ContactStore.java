package org.perezvon.directory;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands for an agency at a moment, out of the tables {@code responsible_person}, {@code deputy} and {@code absence}. */
@Component
class ContactStore {

    // Who was named as of the moment of naming has answered since then, whatever a clock that is behind says. Of
    // several
    // words about one absence the last one counts.
    private static final String CONTACTS = """
            select * from (
              select agency_code, 'RESPONSIBLE' as part, -extract(epoch from since) as place, name, email, phone,
                     further_email, null as absent
              from perezvon.responsible_person
              where since <= greatest(:now, named_at) and (until is null or until > :now)
              union all
              select agency_code, 'DEPUTY', position, name, email, phone, null, null from perezvon.deputy
              union all
              select agency_code, 'AWAY', -id, deputy_name, deputy_email, deputy_phone, null, email
              from perezvon.absence where since <= :now and until > :now) contact
            """;

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param absent address of whoever is away; the person is then the deputy */
    private record Part(
            String agency,
            String name,
            Optional<ResponsiblePerson> person,
            @Nullable String further,
            @Nullable String absent) {}

    /** By agency; who has named nobody at all is not among them. */
    Map<String, Contacts> all(Instant now) {
        return byAgency(jdbc.sql(CONTACTS + " order by place").param("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** The same of these agencies only. */
    Map<String, Contacts> of(Set<String> codes, Instant now) {
        return byAgency(jdbc.sql(CONTACTS + " where agency_code = any (:codes) order by place")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("codes", codes.toArray(String[]::new)));
    }

    private static Map<String, Contacts> byAgency(JdbcClient.StatementSpec asked) {
        Map<String, Contacts> contacts = new HashMap<>();
        asked.query((row, n) -> part(row)).list().stream()
                .collect(groupingBy(Part::agency))
                .forEach((code, parts) -> contacts.put(code, contacts(parts)));
        return contacts;
    }

    Contacts of(String code, Instant now) {
        return contacts(jdbc.sql(CONTACTS + " where agency_code = :code order by place")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("code", code)
                .query((row, n) -> part(row))
                .list());
    }

    private static Contacts contacts(List<Part> parts) {
        Optional<Part> responsible =
                parts.stream().filter(part -> part.name().equals("RESPONSIBLE")).findFirst();
        List<ResponsiblePerson> deputies = parts.stream()
                .filter(part -> part.name().equals("DEPUTY"))
                .flatMap(part -> part.person().stream())
                .toList();
        Map<EmailAddress, Optional<ResponsiblePerson>> away = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.absent() != null) {
                away.putIfAbsent(EmailAddress.of(part.absent()), part.person());
            }
        }
        return new Contacts(
                responsible.flatMap(Part::person),
                responsible.map(Part::further).map(EmailAddress::of),
                deputies,
                away);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getString("agency_code"),
                row.getString("part"),
                person(row, ""),
                row.getString("further_email"),
                row.getString("absent"));
    }

    /** @param prefix of the three columns, which are empty when nobody was named */
    static Optional<ResponsiblePerson> person(ResultSet row, String prefix) throws SQLException {
        return row.getString(prefix + "name") == null
                ? Optional.empty()
                : Optional.of(new ResponsiblePerson(
                        row.getString(prefix + "name"),
                        EmailAddress.of(row.getString(prefix + "email")),
                        Optional.ofNullable(row.getString(prefix + "phone"))));
    }
}
