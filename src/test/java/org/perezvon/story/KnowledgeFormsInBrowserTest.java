package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.KnowledgeVersion;
import org.perezvon.knowledge.Validity;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Browser;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editors at work in Tasklist, in a real browser, mostly without a mouse. */
@WholeHouse
class KnowledgeFormsInBrowserTest {

    private static final String OLD = "Пособие назначают за 10 рабочих дней.";
    private static final String NEW = "Пособие назначают за 15 рабочих дней.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String agency = "";
    private String title = "";

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(LocalDateTime.parse("2026-11-17T10:30")
                .atZone(ZoneId.of("Asia/Irkutsk"))
                .toInstant());
        agency = agencies.one();
        title = "Как получить пособие " + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void news_stand_beside_what_is_in_force_and_are_published_with_two_keys() {
        KnowledgeVersion item = published(Optional.empty());
        house.send(AgencyMail.unasked("ivanova@" + agency + ".example", title, NEW)
                .to(EmailAddress.of("vopros+baza@ekc.example")));
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.EDITOR);
            Locator form = open(page, reviewTask(), "knowledgeDraft");
            assertThat(form.locator("[data-pieces] del")).hasText("10");
            assertThat(form.locator("[data-pieces] ins")).hasText("15");
            assertThat(form.getByLabel("Чьи сведения")).hasValue(agency);

            form.getByLabel("Действует до").fill("31/12/2027");
            form.getByLabel("Действует до").press("Control+Enter");
            assertThat(form.locator("[data-field=validUntil] [role=alert]")).containsText("Напишите день так");
            form.getByLabel("Действует до").fill("31.12.2027");
            form.getByLabel("Дата изменения").fill("16.11.2026");
            form.getByLabel("Дата изменения").press("Control+Enter");
            assertThat(form).isHidden();
        }

        KnowledgeVersion now = knowledge.item(item.itemId()).orElseThrow().current();
        Assertions.assertThat(now.number()).isEqualTo(2);
        Assertions.assertThat(now.edition().text()).isEqualTo(NEW);
        Assertions.assertThat(now.edition().validity().until()).contains(LocalDate.of(2027, 12, 31));
        Assertions.assertThat(now.publishedBy()).isEqualTo(Staff.EDITOR);
    }

    @Test
    void an_expired_item_is_prolonged_by_an_editor() {
        KnowledgeVersion item = published(Optional.of(LocalDate.of(2026, 11, 20)));
        JsonNode jobs = house.administrator().get("/engine-rest/job?processDefinitionKey=knowledge-expiry");
        house.administrator().post("/engine-rest/job/" + jobs.get(0).get("id").asText() + "/execute", Map.of());
        long round = jdbc.sql("select round_id from perezvon.knowledge_round_item where version_id = :version")
                .param("version", item.id())
                .query(Long.class)
                .single();
        clock.moveTo(LocalDateTime.parse("2026-11-21T00:01")
                .atZone(ZoneId.of("Asia/Irkutsk"))
                .toInstant());
        JsonNode task = house.task("round-" + round, "userTask_decideStale");
        try (Browser browser = Browser.start()) {
            Locator form = open(logIn(browser, Staff.EDITOR), task, "knowledgeStale");
            form.getByLabel("Что делать: " + title).selectOption("prolong");
            form.getByLabel("До какого дня").fill("31.12.2027");
            form.getByLabel("До какого дня").press("Control+Enter");
            assertThat(form).isHidden();
        }

        Assertions.assertThat(knowledge
                        .item(item.itemId())
                        .orElseThrow()
                        .current()
                        .edition()
                        .validity()
                        .until())
                .contains(LocalDate.of(2027, 12, 31));
    }

    @Test
    void whoever_calls_back_keeps_the_answer_for_everybody() {
        Story story = house.ask(agency);
        story.agencyAnswers(1, NEW);
        JsonNode task = story.callBackTask();
        try (Browser browser = Browser.start()) {
            Locator form = open(logIn(browser, Staff.SUPERVISOR), task, "callBack");
            form.getByLabel("Ответ передан").check();
            form.getByText("Сохранить ответ в базу").click();
            form.getByLabel("Чей ответ").selectOption(story.inquiryId(1));
            assertThat(form.getByLabel("Ответ для всех")).hasValue(NEW);
            form.getByLabel("Вопрос, как его зададут другие").fill("Позвоните 8 (914) 000-11-22");
            form.getByText("Записать звонок").click();
            assertThat(form.locator("[data-field='keep.title'] [role=alert]")).containsText("152-ФЗ");
            form.getByLabel("Вопрос, как его зададут другие").fill(title);
            form.getByText("Записать звонок").click();
            assertThat(form).isHidden();
        }

        Assertions.assertThat(jdbc.sql("select state from perezvon.knowledge_draft where inquiry_id = :inquiry")
                        .param("inquiry", story.inquiryId(1))
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("APPROVAL"));
    }

    private KnowledgeVersion published(Optional<LocalDate> until) {
        return knowledge.publish(
                Edition.template(agency, title, OLD, "Приказ № 1", Validity.until(until)), "elena", "");
    }

    private JsonNode reviewTask() {
        long id = House.eventually(
                        "a draft",
                        () -> jdbc.sql("select id from perezvon.knowledge_draft where title = :title")
                                .param("title", title)
                                .query(Long.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        return house.task("draft-" + id, "userTask_reviewDraft");
    }

    private static Locator open(Page page, JsonNode task, String name) {
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task.get("id").asText());
        Locator form = page.locator("form[name=" + name + "]");
        form.getByText("Взять в работу").click();
        return form;
    }

    private Page logIn(Browser browser, String person) {
        Page page = browser.window("http://localhost:" + port);
        page.navigate("/");
        page.getByLabel("Имя для входа").fill(person);
        page.getByLabel("Пароль").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/.*"));
        return page;
    }
}
