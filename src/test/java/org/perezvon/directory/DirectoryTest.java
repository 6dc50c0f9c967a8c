package org.perezvon.directory;

import static java.time.DayOfWeek.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Database;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.WorkingHours;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the directory keeps of an agency's time, on a real database that was there before hours had lunch. */
class DirectoryTest {

    private static final HikariDataSource DATABASE = new HikariDataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final WorkingHours HOURS = Body.irkutsk().hours();

    private final List<Object> told = new ArrayList<>();
    private final Directory directory = new Directory(new AgencyStore(JDBC), told::add, Clock.systemUTC());

    @BeforeAll
    static void an_installation_of_the_version_before() {
        DATABASE.setJdbcUrl(Database.fresh());
        DATABASE.setUsername("postgres");
        DATABASE.setPassword("postgres");
        JDBC.sql("create schema perezvon").update();
        migrateTo("4");
        JDBC.sql("""
                insert into perezvon.agency values
                  ('minsoc', 'Министерство', 'Минсоц', 'REGIONAL', 'Asia/Irkutsk', '{ru,ru-IRK}', '09:00', '18:00', '{}'),
                  ('tomsk', 'Департамент', 'Томск', 'REGIONAL', 'Asia/Tomsk', '{ru}', '08:30', '17:15', '{}'),
                  ('enbek', 'Управление', 'Енбек', 'REGIONAL', 'Asia/Almaty', '{kz}', '09:00', '18:30', '{}')
                """).update();
        migrateTo("5");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(DATABASE)
                .defaultSchema("perezvon")
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("1")
                .target(version)
                .load()
                .migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void nobody_has_been_told_anything() {
        JDBC.sql("delete from perezvon.agency where code like 'mfc%'").update();
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
