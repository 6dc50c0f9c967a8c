package org.perezvon.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was named when: the tables {@code responsible_person}, {@code deputy} and {@code absence}, row by row. */
@Component
class AppointmentStore {

    private static final String SAVE = """
            insert into perezvon.responsible_person (agency_code, name, email, phone, further_email, since, until, named_at,
                                                     named_by)
            values (:code, :name, :email, :phone, :further, :since, :until, :now, :by)
            """;

    // Who began before answers until then, who would have begun in that time does not begin at all.
    private static final String MAKE_ROOM = """
            update perezvon.responsible_person set until = greatest(since, :since)
            where agency_code = :code and (until is null or until > :since)
              and since < coalesce(cast(:until as timestamptz), 'infinity')
            """;

    private static final String SAVE_ABSENCE = """
            insert into perezvon.absence (agency_code, email, since, until, deputy_name, deputy_email, deputy_phone,
                                          recorded_at, recorded_by)
            values (:code, :email, :since, :until, :deputyName, :deputyEmail, :deputyPhone, :now, :by)
            """;

    private static final String END_ABSENCE = """
            update perezvon.absence set until = greatest(since, :now)
            where agency_code = :code and email = :email and until > :now
            """;

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Past, present and to come, the newest first. */
    List<Appointment> of(String code) {
        return jdbc.sql("""
                        select * from perezvon.responsible_person
                        where agency_code = :code and (until is null or until > since) order by since desc, id desc
                        """)
                .param("code", code)
                .query((row, n) -> appointment(row))
                .list();
    }

    /** Names somebody; nobody else answers in that time. */
    void save(String code, Appointment appointment, Instant now, String by) {
        OffsetDateTime since = utc(appointment.since());
        @Nullable
        OffsetDateTime until = appointment.until().map(AppointmentStore::utc).orElse(null);
        jdbc.sql(MAKE_ROOM)
                .param("code", code)
                .param("since", since)
                .param("until", until)
                .update();
        jdbc.sql(SAVE)
                .param("code", code)
                .param("name", appointment.person().name())
                .param("email", appointment.person().email().value())
                .param("phone", appointment.person().phone().orElse(null))
                .param("further", appointment.further().map(EmailAddress::value).orElse(null))
                .param("since", since)
                .param("until", until)
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    void replaceDeputies(String code, List<ResponsiblePerson> deputies) {
        jdbc.sql("delete from perezvon.deputy where agency_code = :code")
                .param("code", code)
                .update();
        int position = 0;
        for (ResponsiblePerson deputy : deputies) {
            jdbc.sql("""
                            insert into perezvon.deputy (agency_code, position, name, email, phone)
                            values (:code, :position, :name, :email, :phone)
                            """)
                    .param("code", code)
                    .param("position", position++)
                    .param("name", deputy.name())
                    .param("email", deputy.email().value())
                    .param("phone", deputy.phone().orElse(null))
                    .update();
        }
    }

    /** Absences that have not ended, the first one first. */
    List<Absence> absences(String code, Instant now) {
        return jdbc.sql("""
                        select * from perezvon.absence
                        where agency_code = :code and until > :now and until > since order by since, id
                        """)
                .param("code", code)
                .param("now", utc(now))
                .query((row, n) -> absence(row))
                .list();
    }

    /** The same of every agency by its code. */
    Map<String, List<Absence>> absences(Instant now) {
        Map<String, List<Absence>> absences = new HashMap<>();
        jdbc.sql("select * from perezvon.absence where until > :now and until > since order by since, id")
                .param("now", utc(now))
                .query((row, n) -> absences.computeIfAbsent(row.getString("agency_code"), code -> new ArrayList<>())
                        .add(absence(row)))
                .list();
        return absences;
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                EmailAddress.of(row.getString("email")),
                instant(row, "since"),
                instant(row, "until"),
                ContactStore.person(row, "deputy_"));
    }

    void save(String code, Absence absence, Instant now, String by) {
        Optional<ResponsiblePerson> deputy = absence.deputy();
        jdbc.sql(SAVE_ABSENCE)
                .param("code", code)
                .param("email", absence.absent().value())
                .param("since", utc(absence.since()))
                .param("until", utc(absence.until()))
                .param("deputyName", deputy.map(ResponsiblePerson::name).orElse(null))
                .param(
                        "deputyEmail",
                        deputy.map(person -> person.email().value()).orElse(null))
                .param("deputyPhone", deputy.flatMap(ResponsiblePerson::phone).orElse(null))
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    /** @return whether anybody was away under this address, or was going to be */
    boolean endAbsence(String code, EmailAddress absent, Instant now) {
        return jdbc.sql(END_ABSENCE)
                        .param("code", code)
                        .param("email", absent.value())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                ContactStore.person(row, "").orElseThrow(),
                Optional.ofNullable(row.getString("further_email")).map(EmailAddress::of),
                instant(row, "since"),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
