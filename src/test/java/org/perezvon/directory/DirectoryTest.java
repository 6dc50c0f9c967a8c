package org.perezvon.directory;

import static java.time.DayOfWeek.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.engine.EngineTables;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.testing.Database;
import org.perezvon.testing.MovableClock;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.WorkingHours;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the directory keeps of an agency's time, on a real database that was there before hours had lunch. */
class DirectoryTest {

    private static final HikariDataSource DATABASE = new HikariDataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final Instant NOON = Instant.parse("2026-11-17T04:00:00Z");
    private static final ResponsiblePerson IVANOVA = person("Иванова Мария Петровна", "ivanova@mfc.example");
    private static final ResponsiblePerson PETROV = person("Петров Пётр Петрович", "petrov@mfc.example");
    private static final ResponsiblePerson SIDOROV = person("Сидоров Иван Ильич", "sidorov@mfc.example");
    private static final WorkingHours HOURS = Body.irkutsk().hours();

    private final List<Object> told = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final AgencyStore agencies = new AgencyStore(JDBC);
    private final ChangeStore changes = new ChangeStore(JDBC);
    private final Appointments appointments =
            new Appointments(agencies, new ContactStore(JDBC), new AppointmentStore(JDBC), changes, clock);
    private final Directory directory =
            new Directory(agencies, new CompetenceStore(JDBC), appointments, changes, told::add, clock);

    @BeforeAll
    static void an_installation_of_the_version_before() {
        DATABASE.setJdbcUrl(Database.fresh());
        DATABASE.setUsername("postgres");
        DATABASE.setPassword("postgres");
        migrateTo("4");
        JDBC.sql("""
                insert into perezvon.agency values
                  ('minsoc', 'Министерство', 'Минсоц', 'REGIONAL', 'Asia/Irkutsk', '{ru,ru-IRK}', '09:00', '18:00', '{}'),
                  ('tomsk', 'Департамент', 'Томск', 'REGIONAL', 'Asia/Tomsk', '{ru}', '08:30', '17:15', '{}'),
                  ('enbek', 'Управление', 'Енбек', 'REGIONAL', 'Asia/Almaty', '{kz}', '09:00', '18:30', '{}')
                """).update();
        JDBC.sql("""
                insert into perezvon.responsible_person (agency_code, name, email, since) values
                  ('minsoc', 'Иванова Мария Петровна', 'ivanova@minsoc.example', '2026-01-12 09:00+08')
                """).update();
        migrateTo("latest");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(DATABASE)
                .defaultSchema("perezvon")
                .locations("classpath:db/migration")
                .javaMigrations(EngineTables.migration())
                .createSchemas(true)
                .target(version)
                .load()
                .migrate();
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void nobody_has_been_told_anything() {
        JDBC.sql("delete from perezvon.responsible_person where agency_code like 'mfc%'")
                .update();
        JDBC.sql("delete from perezvon.agency where code like 'mfc%'").update();
        clock.moveTo(NOON);
        told.clear();
    }

    @Test
    void agencies_of_the_version_before_keep_their_hours_and_fall_under_the_rules_of_their_place() {
        assertThat(known("minsoc").hours()).isEqualTo(WorkingHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        assertThat(known("minsoc").jurisdiction()).isEqualTo("irkutsk");
        assertThat(known("minsoc").hoursEdition()).isZero();
        assertThat(known("tomsk").hours().inWords()).isEqualTo("пн–пт 8:30–17:15");
        assertThat(known("tomsk").jurisdiction()).isEqualTo("tomsk");
        assertThat(known("enbek").jurisdiction()).isEqualTo("kazakhstan");
    }

    @Test
    void hours_come_back_as_they_were_put() {
        WorkingHours hours = WorkingHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0))
                .on(FRIDAY, LocalTime.of(9, 0), LocalTime.of(16, 45))
                .withLunch(LocalTime.of(13, 0), LocalTime.of(13, 45));

        directory.put(agency("mfc", "Asia/Irkutsk", hours));

        assertThat(known("mfc").hours()).isEqualTo(hours);
        assertThat(JDBC.sql("select hours -> 'FRIDAY' from perezvon.agency where code = 'mfc'")
                        .query(String.class)
                        .single())
                .isEqualTo("[[\"09:00\", \"13:00\"], [\"13:45\", \"16:45\"]]");
    }

    @Test
    void a_new_agency_gets_an_edition_and_nobody_need_compute_anything_anew() {
        directory.put(agency("mfc-1", "Asia/Irkutsk", HOURS));
        directory.put(agency("mfc-2", "Asia/Irkutsk", HOURS));

        assertThat(known("mfc-1").hoursEdition()).isPositive();
        assertThat(known("mfc-2").hoursEdition()).isGreaterThan(known("mfc-1").hoursEdition());
        assertThat(told).isEmpty();
    }

    @Test
    void other_hours_another_zone_and_other_calendars_are_told_each_under_a_higher_edition() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        long edition = known("mfc").hoursEdition();

        directory.put(agency("mfc", "Asia/Irkutsk", HOURS.on(FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))));
        directory.put(agency("mfc", "Asia/Chita", HOURS));
        directory.put(agency("mfc", "Asia/Chita", HOURS, "ru", "ru-IRK"));

        assertThat(known("mfc").hoursEdition()).isEqualTo(edition + 3);
        assertThat(told)
                .containsExactly(
                        new AgencyTimeChanged("mfc"), new AgencyTimeChanged("mfc"), new AgencyTimeChanged("mfc"));
    }

    @Test
    void another_name_and_the_same_hours_once_more_change_no_term() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        long edition = known("mfc").hoursEdition();

        directory.put(new Agency(
                "mfc",
                "Многофункциональный центр имени Сперанского",
                "МФЦ",
                Agency.Kind.MUNICIPAL,
                ZoneId.of("Asia/Irkutsk"),
                List.of("ru"),
                HOURS,
                "irkutsk",
                List.of("паспорт"),
                Optional.empty()));

        assertThat(known("mfc").hoursEdition()).isEqualTo(edition);
        assertThat(told).isEmpty();
    }

    @Test
    void what_are_no_hours_is_said_with_the_agency_and_what_stands_there() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));

        for (String nonsense : List.of(
                "{}",
                "[]",
                "null",
                "{\"MONDAY\": null}",
                "{\"MO\": []}",
                week("[]"),
                week("[[\"9\", \"18:00\"]]"),
                week("[[\"09:00\"]]"),
                week("[[null, \"18:00\"]]"),
                week("[[\"18:00\", \"09:00\"]]"))) {
            JDBC.sql("update perezvon.agency set hours = cast(:hours as jsonb) where code = 'mfc'")
                    .param("hours", nonsense)
                    .update();
            assertThatThrownBy(() -> directory.agency("mfc"))
                    .as(nonsense)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Часы работы органа «mfc» в таблице agency не читаются");
        }
    }

    @Test
    void the_days_off_of_an_agency_lie_on_top_of_its_calendars() {
        assertThat(known("minsoc").body())
                .isEqualTo(Body.of(
                        List.of("ru", "ru-IRK", "own:minsoc"),
                        ZoneId.of("Asia/Irkutsk"),
                        WorkingHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }

    @Test
    void who_was_named_before_answers_still() {
        assertThat(known("minsoc").responsible().orElseThrow().email().value()).isEqualTo("ivanova@minsoc.example");
        assertThat(roles("minsoc")).containsExactly("ivanova@minsoc.example RESPONSIBLE");
    }

    @Test
    void whoever_is_named_answers_from_that_moment_even_on_a_clock_that_is_behind() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        assertThat(known("mfc").responsible()).isEmpty();
        assertThat(directory.recipients("mfc")).isEmpty();

        directory.name("mfc", IVANOVA, "anna");
        clock.moveTo(NOON.minus(Duration.ofDays(300)));

        assertThat(known("mfc").responsible()).contains(IVANOVA);
    }

    @Test
    void a_successor_is_named_in_advance_and_answers_from_that_day_on() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        Instant monday = NOON.plus(Duration.ofDays(6));
        appointments.appoint("mfc", Appointment.from(monday, PETROV), "anna");

        assertThat(known("mfc").responsible()).contains(IVANOVA);
        clock.moveTo(monday);
        assertThat(known("mfc").responsible()).contains(PETROV);
        assertThat(appointments.of("mfc")).extracting(Appointment::person).containsExactly(PETROV, IVANOVA);
    }

    @Test
    void whoever_is_named_meanwhile_answers_until_the_successor_begins() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        Instant monday = NOON.plus(Duration.ofDays(6));
        appointments.appoint("mfc", Appointment.from(monday, PETROV), "anna");

        directory.name("mfc", SIDOROV, "sergei");

        assertThat(known("mfc").responsible()).contains(SIDOROV);
        clock.moveTo(monday);
        assertThat(known("mfc").responsible()).contains(PETROV);
        appointments.appoint("mfc", Appointment.from(monday, IVANOVA), "anna");
        assertThat(known("mfc").responsible()).as("corrected").contains(IVANOVA);
    }

    @Test
    void after_the_last_day_nobody_answers_until_somebody_is_named() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        Instant end = NOON.plus(Duration.ofDays(2));
        appointments.appoint("mfc", new Appointment(IVANOVA, Optional.empty(), NOON, Optional.of(end)), "anna");
        assertThat(known("mfc").responsible()).contains(IVANOVA);

        clock.moveTo(end);

        assertThat(known("mfc").responsible()).isEmpty();
        directory.name("mfc", PETROV, "anna");
        assertThat(known("mfc").responsible()).contains(PETROV);
    }

    @Test
    void a_letter_is_tried_at_the_second_address_and_at_the_deputies_in_their_order() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        appointments.appoint(
                "mfc",
                new Appointment(IVANOVA, Optional.of(EmailAddress.of("mfc@gov.example")), NOON, Optional.empty()),
                "anna");
        appointments.replaceDeputies("mfc", List.of(PETROV, SIDOROV), "anna");

        assertThat(roles("mfc"))
                .containsExactly(
                        "ivanova@mfc.example RESPONSIBLE",
                        "mfc@gov.example SECOND_ADDRESS",
                        "petrov@mfc.example DEPUTY",
                        "sidorov@mfc.example DEPUTY");
    }

    @Test
    void whoever_is_away_gets_no_letter_and_their_deputy_does_until_they_are_back() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        appointments.replaceDeputies("mfc", List.of(SIDOROV), "anna");
        Instant back = NOON.plus(Duration.ofDays(7));

        directory.absence("mfc", new Absence(IVANOVA.email(), NOON, back, Optional.of(PETROV)), "olga");

        assertThat(known("mfc").responsible()).contains(PETROV);
        assertThat(roles("mfc")).containsExactly("petrov@mfc.example ABSENCE_DEPUTY", "sidorov@mfc.example DEPUTY");
        clock.moveTo(back);
        assertThat(known("mfc").responsible()).contains(IVANOVA);
    }

    @Test
    void a_deputy_who_is_away_too_is_stood_in_for_and_when_everybody_is_away_nobody_is_there() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        Instant back = NOON.plus(Duration.ofDays(7));
        directory.absence("mfc", new Absence(IVANOVA.email(), NOON, back, Optional.of(PETROV)), "olga");
        directory.absence("mfc", new Absence(PETROV.email(), NOON, back, Optional.of(SIDOROV)), "olga");
        assertThat(roles("mfc")).containsExactly("sidorov@mfc.example ABSENCE_DEPUTY");

        directory.absence("mfc", new Absence(SIDOROV.email(), NOON, back, Optional.of(IVANOVA)), "olga");

        assertThat(directory.recipients("mfc")).isEmpty();
        assertThat(known("mfc").responsible()).isEmpty();
    }

    @Test
    void naming_somebody_who_was_away_means_they_are_back() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        directory.absence(
                "mfc", new Absence(IVANOVA.email(), NOON, NOON.plus(Duration.ofDays(7)), Optional.of(PETROV)), "olga");

        directory.name("mfc", IVANOVA, "sergei");

        assertThat(known("mfc").responsible()).contains(IVANOVA);
        assertThat(appointments.absences("mfc")).isEmpty();
        assertThat(appointments.of("mfc")).hasSize(1);
    }

    @Test
    void an_agency_told_again_with_the_deputy_of_the_day_keeps_its_responsible_person() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS));
        directory.name("mfc", IVANOVA, "anna");
        Instant back = NOON.plus(Duration.ofDays(7));
        directory.absence("mfc", new Absence(IVANOVA.email(), NOON, back, Optional.of(PETROV)), "olga");

        directory.put(known("mfc"), "portal");

        clock.moveTo(back);
        assertThat(known("mfc").responsible()).contains(IVANOVA);
    }

    @Test
    void who_changed_what_is_told_in_words() {
        directory.put(agency("mfc", "Asia/Irkutsk", HOURS), "anna");
        directory.put(
                agency("mfc", "Asia/Chita", HOURS)
                        .with(new Particulars(
                                Optional.of("minsoc"), Optional.empty(), Optional.of("117"), Optional.empty())),
                "boris");
        directory.put(known("mfc"), "boris");
        directory.name("mfc", IVANOVA, "sergei");

        assertThat(changes.of("mfc", 10))
                .extracting(change -> change.person() + ": " + change.what())
                .containsExactly(
                        "sergei: Ответственное лицо: Иванова Мария Петровна, ivanova@mfc.example",
                        "boris: вышестоящий орган: было «», стало «minsoc»; телефон: было «», стало «117»; часовой пояс: было"
                                + " «Asia/Irkutsk», стало «Asia/Chita»",
                        "anna: Внесён в справочник");
    }

    private List<String> roles(String code) {
        return directory.recipients(code).stream()
                .map(recipient -> recipient.email() + " " + recipient.role())
                .toList();
    }

    private static ResponsiblePerson person(String name, String email) {
        return new ResponsiblePerson(name, EmailAddress.of(email), Optional.empty());
    }

    private Agency known(String code) {
        return directory.agency(code).orElseThrow();
    }

    private static String week(String monday) {
        String usual = "[[\"09:00\", \"18:00\"]]";
        return "{\"MONDAY\": %s, \"TUESDAY\": %s, \"WEDNESDAY\": %s, \"THURSDAY\": %s, \"FRIDAY\": %s}"
                .formatted(monday, usual, usual, usual, usual);
    }

    private static Agency agency(String code, String zone, WorkingHours hours) {
        return agency(code, zone, hours, "ru");
    }

    private static Agency agency(String code, String zone, WorkingHours hours, String... calendars) {
        return new Agency(
                code,
                "Многофункциональный центр",
                "МФЦ",
                Agency.Kind.MUNICIPAL,
                ZoneId.of(zone),
                List.of(calendars),
                hours,
                "irkutsk",
                List.of(),
                Optional.empty());
    }
}
