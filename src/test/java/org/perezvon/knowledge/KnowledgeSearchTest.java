package org.perezvon.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.engine.EngineTables;
import org.perezvon.kernel.Conflict;
import org.perezvon.knowledge.search.SynonymGroups;
import org.perezvon.testing.Database;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search an operator's eyes rest on while a citizen speaks: real PostgreSQL, real Russian. */
class KnowledgeSearchTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    private static HikariDataSource database;
    private static AnnotationConfigApplicationContext house;
    private static KnowledgeBase knowledge;

    @BeforeAll
    static void fill() {
        database = new HikariDataSource();
        database.setJdbcUrl(Database.fresh());
        database.setUsername("postgres");
        database.setPassword("postgres");
        migrateTo("2");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into perezvon.agency values
                  ('minsoc', 'Министерство', 'Минсоц', 'REGIONAL', 'Asia/Irkutsk', '{ru}', '09:00', '18:00', '{}')
                """).update();
        jdbc.sql("""
                insert into perezvon.answer_template (agency_code, title, answer, source, version, published_at) values
                  ('minsoc', 'Сахалярная помощь', 'Первый текст.', 'приказ', 1, now()),
                  ('minsoc', 'Сахалярная помощь', 'Второй текст о сахалярах.', 'приказ', 2, now())
                """).update();
        migrateTo("latest");
        house = KnowledgeBases.over(database, Clock.fixed(NOON, ZoneOffset.UTC));
        knowledge = house.getBean(KnowledgeBase.class);
        publish("Пособие на ребёнка", "Пособие назначают по заявлению родителя. Нужны паспорт и свидетельство.");
        publish("Запись в первый класс", "Заявление подают родители с первого апреля. Ребёнку должно быть шесть лет.");
        publish("Автобус не пришёл по расписанию", "Назовите номер маршрута, остановку и время. Проверим перевозчика.");
        publish("Постановка в очередь на жильё", "На учёт ставят малоимущих, у которых мало жилья. Подайте заявление.");
        publish("Яма на дороге", "Назовите улицу и дом. Дорожная служба обязана закрыть яму.");
        publish("Справка о составе семьи", "Её выдаёт МФЦ или администрация поселения в день обращения.");
        publish("Материнский капитал на обучение", "Маткапиталом платят за вуз, если ребёнку исполнилось три года.");
        publish("Ежемесячная денежная выплата ветеранам труда", "Назначают по месту жительства через соцзащиту.");
        publish("Опека над пожилым человеком", "Патронаж устанавливает орган опеки с согласия человека.");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("perezvon")
                .locations("classpath:db/migration")
                .javaMigrations(EngineTables.migration())
                .createSchemas(true)
                .target(version)
                .load()
                .migrate();
    }

    @AfterAll
    static void close() {
        house.close();
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
        "Пасобие на рибенка, Пособие на ребёнка",
        "cghfdrf j cjcnfdt ctvmb, Справка о составе семьи",
        "cghfdrf, Справка о составе семьи",
        "CGHFDRB, Справка о составе семьи",
        "спровка о сотаве семи, Справка о составе семьи",
        "выписка из домовой книги, Справка о составе семьи",
        "маткапитал на учебу сына, Материнский капитал на обучение",
        "материнский сертификат можно потратить на институт, Материнский капитал на обучение",
        "ЕДВ ветерану, Ежемесячная денежная выплата ветеранам труда",
        "tld dtnthfyfv, Ежемесячная денежная выплата ветеранам труда",
        "первоклашку куда записывать, Запись в первый класс",
        "как встать в очередь на квартиру, Постановка в очередь на жильё",
        "за бабушкой нужен опекун, Опека над пожилым человеком",
        "маршрутка не приехала на остановку, Автобус не пришёл по расписанию"
    })
    void the_fitting_answer_comes_first(String typed, String title) {
        assertThat(titles(typed)).first().isEqualTo(title);
    }

    @Test
    void what_has_nothing_to_do_with_the_question_is_not_shown() {
        assertThat(titles("Как оформить пособие на ребёнка, если родители в разводе?"))
                .doesNotContain("Автобус не пришёл по расписанию", "Яма на дороге");
        assertThat(titles("квантовая хромодинамика")).isEmpty();
        // Words one asks of anything lead nowhere alone, where no item knows the rest.
        assertThat(titles("сколько лет надо ждать загран и куда подать заявление"))
                .isEmpty();
        assertThat(titles("?!")).isEmpty();
        assertThat(titles("и в на")).isEmpty();
    }

    @Test
    void nothing_that_can_be_typed_breaks_the_search() {
        for (String typed : List.of(
                "'",
                "яма' & !",
                "a:* | b",
                "\\",
                "%_",
                "яма\u0000яма",
                "🐕 яма",
                "'яма':A",
                "^яма",
                "~дорог",
                "#",
                "я".repeat(5000),
                "яма ".repeat(2000))) {
            assertThat(titles(typed)).isNotNull();
        }
    }

    @Test
    void what_is_over_is_marked_and_comes_after_what_holds() {
        KnowledgeVersion over =
                publish("Ледовая переправа", "Открыта на Лене.", Validity.until(Optional.of(TODAY.minusDays(1))));
        assertThat(titles("ледовая переправа")).containsExactly("Ледовая переправа");
        assertThat(over.edition().validity().isOver(TODAY)).isTrue();
        publish("Ледовая переправа через Ангару", "Ледовая переправа открыта до марта, грузоподъёмность пять тонн.");
        assertThat(titles("ледовая переправа")).containsExactly("Ледовая переправа через Ангару", "Ледовая переправа");
        assertThat(knowledge
                        .publish(over.itemId(), edition("Ледовая переправа", "Закрыта.", Validity.ALWAYS), "e", "")
                        .number())
                .isEqualTo(2);
    }

    @Test
    void words_of_the_version_before_find_an_item_no_longer() {
        long item = publish("Катание на собаках", "Упряжки ждут у озера.").itemId();
        knowledge.publish(item, edition("Катание на оленях", "Нарты ждут у озера.", Validity.ALWAYS), "editor", "");
        assertThat(titles("упряжки")).isEmpty();
        assertThat(titles("нарты")).containsExactly("Катание на оленях");
        assertThat(knowledge.versions(item))
                .extracting(KnowledgeVersion::number)
                .containsExactly(2, 1);
    }

    @Test
    void what_is_taken_out_of_the_base_is_found_no_more_but_what_was_said_stays_known() {
        KnowledgeVersion said = publish("Прокат коньков", "Каток работает до десяти.");
        knowledge.said(said.id());
        knowledge.retire(said.itemId(), "editor", "каток закрыт");
        assertThat(titles("прокат коньков")).isEmpty();
        assertThat(knowledge.version(said.id())).contains(said);
        assertThat(knowledge.item(said.itemId()).orElseThrow().uses()).isEqualTo(1);
        assertThatThrownBy(() -> knowledge.retire(said.itemId(), "editor", "ещё раз"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void the_same_said_again_is_no_new_version() {
        KnowledgeVersion first = publish("Дрова пенсионерам", "Компенсация раз в год.");
        assertThat(publish("Дрова пенсионерам", "Компенсация раз в год.")).isEqualTo(first);
    }

    @Test
    void a_word_of_one_meaning_that_an_editor_adds_is_understood_at_once() {
        publish("Государственная инспекция по маломерным судам", "Катер регистрируют в инспекции.");
        assertThat(titles("гимсик")).isEmpty();
        SynonymGroups groups = house.getBean(SynonymGroups.class);
        long group = groups.add(List.of("гимсик", "инспекция по маломерным судам"), "editor")
                .id();
        assertThat(titles("где гимсик")).containsExactly("Государственная инспекция по маломерным судам");
        assertThat(groups.remove(group)).isTrue();
        assertThat(titles("гимсик")).isEmpty();
    }

    @Test
    void the_words_that_fit_are_shown_where_they_stand() {
        FoundItem found = knowledge.search("паспорта для пособия", 1).get(0);
        assertThat(found.snippet().stream().filter(FoundItem.Piece::found).map(FoundItem.Piece::text))
                .containsExactly("Пособие", "паспорт");
        assertThat(found.snippet().stream().map(FoundItem.Piece::text).reduce("", String::concat))
                .isEqualTo("Пособие назначают по заявлению родителя. Нужны паспорт и свидетельство.");
    }

    @Test
    void templates_of_an_older_version_become_items_with_their_versions() {
        while (knowledge.indexAnew(200) > 0) {
            // until nothing is left
        }
        FoundItem found = knowledge.search("сахаляры", 8).get(0);
        assertThat(found.current().number()).isEqualTo(2);
        assertThat(knowledge.versions(found.item().id())).hasSize(2);
    }

    private static Edition edition(String title, String answer, Validity validity) {
        return Edition.template("minsoc", title, answer, "разъяснение", validity);
    }

    private static KnowledgeVersion publish(String title, String answer) {
        return publish(title, answer, Validity.ALWAYS);
    }

    private static KnowledgeVersion publish(String title, String answer, Validity validity) {
        return knowledge.publish(edition(title, answer, validity), "editor", "");
    }

    private static List<String> titles(String typed) {
        return knowledge.search(typed, 8).stream()
                .map(found -> found.current().edition().title())
                .toList();
    }
}
