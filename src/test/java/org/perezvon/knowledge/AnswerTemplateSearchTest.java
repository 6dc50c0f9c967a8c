package org.perezvon.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.testing.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search an operator's eyes rest on while a citizen speaks: real PostgreSQL, real Russian. */
class AnswerTemplateSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    private static HikariDataSource database;
    private static AnswerTemplateStore store;

    @BeforeAll
    static void fill() {
        database = new HikariDataSource();
        database.setJdbcUrl(Database.fresh());
        database.setUsername("postgres");
        database.setPassword("postgres");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create schema perezvon").update();
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("perezvon")
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("1")
                .target("2")
                .load()
                .migrate();
        jdbc.sql("""
                insert into perezvon.agency values
                  ('minsoc', 'Министерство', 'Минсоц', 'REGIONAL', 'Asia/Irkutsk', '{ru}', '09:00', '18:00', '{}')
                """).update();
        store = new AnswerTemplateStore(jdbc);
        publish("Пособие на ребёнка", "Пособие назначают по заявлению родителя. Нужны паспорт и свидетельство.");
        publish("Запись в первый класс", "Заявление подают родители с первого апреля. Ребёнку должно быть шесть лет.");
        publish("Автобус не пришёл по расписанию", "Назовите номер маршрута, остановку и время. Проверим перевозчика.");
        publish("Постановка в очередь на жильё", "На учёт ставят малоимущих, у которых мало жилья. Подайте заявление.");
        publish("Яма на дороге", "Назовите улицу и дом. Дорожная служба обязана закрыть яму.");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** What is typed, and which title must come first. */
    @ParameterizedTest
    @CsvSource({
        "Как оформить пособие на ребёнка если родители в разводе?, Пособие на ребёнка",
        "пособия детям на ребенка, Пособие на ребёнка",
        "посо, Пособие на ребёнка",
        "во дворе огромная яма, Яма на дороге",
        "опоздал автобу, Автобус не пришёл по расписанию",
        "записать дочь в первый клас, Запись в первый класс",
        "Пасобие на рибенка, Пособие на ребёнка"
    })
    void the_fitting_answer_comes_first(String typed, String title) {
        assertThat(titles(typed)).first().isEqualTo(title);
    }

    @Test
    void what_has_nothing_to_do_with_the_question_is_not_shown() {
        assertThat(titles("Как оформить пособие на ребёнка, если родители в разводе?"))
                .doesNotContain("Автобус не пришёл по расписанию", "Яма на дороге");
        assertThat(titles("квантовая хромодинамика")).isEmpty();
        assertThat(titles("?!")).isEmpty();
        assertThat(titles("и в на")).isEmpty();
    }

    @Test
    void nothing_that_can_be_typed_breaks_the_search() {
        for (String typed : List.of("'", "яма' & !", "a:* | b", "\\", "%_", "яма\u0000яма", "🐕 яма", "'яма':A")) {
            assertThat(titles(typed)).isNotNull();
        }
    }

    @Test
    void only_the_newest_valid_version_is_read_out() {
        store.add("minsoc", "Ледовая переправа", "Открыта.", "приказ", Optional.of(TODAY.minusDays(1)), Instant.EPOCH);
        assertThat(titles("ледовая переправа")).isEmpty();
        publish("Ледовая переправа", "Закрыта до декабря.");
        assertThat(store.search("ледовая переправа", TODAY, 8))
                .singleElement()
                .extracting(AnswerTemplate::version)
                .isEqualTo(2);
    }

    private static void publish(String title, String answer) {
        store.add("minsoc", title, answer, "разъяснение", Optional.empty(), Instant.EPOCH);
    }

    private static List<String> titles(String typed) {
        return store.search(typed, TODAY, 8).stream().map(AnswerTemplate::title).toList();
    }
}
