package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Desk;
import org.perezvon.testing.House;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor goes through the tasks of a day in one browser: mails nobody could place, silent agencies, wrong addresses. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionFormsInBrowserTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Browser browser;
    private Desk desk;

    @BeforeAll
    void somebody_comes_to_work() {
        browser = Browser.start();
        desk = Desk.of(Staff.SUPERVISOR, browser, port);
    }

    @AfterAll
    void and_goes_home() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void a_mail_without_traces_is_an_extension_because_a_person_says_so_and_goes_the_same_way() {
        clock.moveTo(at("2026-11-17T10:30"));
        Story story = house.ask(agencies.one());
        Locator form = triage(story, "Дело лежит в архиве, завтра нам его привезут.");

        assertThat(form.getByLabel("Просят до дня")).isHidden();
        form.getByLabel("Если по запросу, то что это").selectOption("EXTENSION");
        form.getByLabel("Просят до дня").fill("пятница");
        form.getByLabel("Найти запрос").fill(story.number() + "/1");
        Locator attach = form.locator("[data-found]").getByText("Отнести к запросу " + story.number() + "/1");
        attach.click();
        assertThat(form.locator("[data-field=until] [role=alert]")).containsText("Напишите день так");
        form.getByLabel("Просят до дня").fill("20.11.2026");
        form.getByLabel("Причина, названная в письме").fill("Ждут сведения из архива");
        attach.click();

        assertThat(form).isHidden();
        House.eventually(
                "more time",
                () -> story.inquiry(1).get("letters").findValuesAsText("purpose"),
                purposes -> purposes.contains("EXTENDED"));
        assertThat(story.inquiryInState(1, "WAITING").get("due").asText()).startsWith("2026-11-20");
    }

    @Test
    void a_mail_without_traces_that_a_person_takes_for_an_answer_leads_to_the_call_back() {
        Story story = house.ask(agencies.one());
        Locator form = triage(story, "Пособие назначено, деньги придут до десятого числа.");

        form.getByLabel("Если по запросу, то что это").selectOption("ANSWER");
        form.getByLabel("Найти запрос").fill(story.number());
        form.locator("[data-found]").getByText("Отнести к запросу").click();

        assertThat(form).isHidden();
        story.callBackTask();
        assertThat(story.replies(1).at("/0/text").asText()).contains("деньги придут");
    }

    @Test
    void a_mail_about_nothing_is_put_aside_with_one_press() {
        String sender = "reklama@" + agencies.one() + ".example";
        house.send(AgencyMail.unasked(sender, "Семинар", "Приглашаем на семинар."));
        JsonNode mail = house.mailOnDesk(sender);
        String key = "mail-" + mail.get("id").asText();
        Locator form = desk.take(house.task(key, "userTask_triage"), "mailTriage");
        assertThat(form).containsText("Приглашаем на семинар");

        form.getByText("Отложить: не по запросам").click();

        assertThat(form).isHidden();
        assertThat(house.tasks(key, "userTask_triage")).isEmpty();
    }

    @Test
    void what_was_agreed_with_an_agency_that_is_late_is_on_record_and_the_wait_goes_on() {
        clock.moveTo(at("2026-11-17T10:30"));
        Story story = house.ask(agencies.one());
        story.letter(1);
        clock.moveTo(at("2026-11-18T11:00"));
        Locator form = desk.take(story.task(1, "userTask_hurryAgency"), "overdue");
        assertThat(form.locator("[data-timeline] [data-kind=VIOLATION_LATE_ANSWER]"))
                .containsText("Записано нарушение");

        form.getByLabel("О чём договорились").fill("Обещали ответить к обеду.");
        form.getByLabel("О чём договорились").press("Control+Enter");

        assertThat(form).isHidden();
        assertThat(story.inquiry(1).get("decisions").toString()).contains("Обещали ответить к обеду.");
        assertThat(story.taskWaits(1, "userTask_hurryAgency")).isFalse();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("OVERDUE");
    }

    @Test
    void an_agency_that_has_named_nobody_is_given_a_person_and_the_letter_leaves() {
        Story story = house.ask(agencies.withoutResponsible());
        Locator form = desk.take(story.task(1, "userTask_nameResponsible"), "responsiblePerson");

        form.getByText("Сохранить и отправить запрос").click();
        assertThat(form.locator("[data-field=name] [role=alert]")).containsText("Укажите фамилию");
        form.getByLabel("Фамилия, имя, отчество").fill("Громова Вера Ильинична");
        form.getByLabel("Электронная почта").fill("громова");
        form.getByLabel("Электронная почта").press("Control+Enter");
        assertThat(form.locator("[data-field=email] [role=alert]")).containsText("громова");
        form.getByLabel("Электронная почта").fill("gromova@" + story.number() + ".example");
        form.getByLabel("Электронная почта").press("Control+Enter");

        assertThat(form).isHidden();
        assertThat(Mails.text(story.letter(1))).contains("Громова Вера Ильинична");
    }

    @Test
    void whoever_asked_for_information_reads_the_answer() {
        JsonNode asked = house.supervisor()
                .post("/api/information-requests", Map.of("agency", agencies.one(), "text", "Пришлите график приёма."));
        String id = asked.get("id").asText();
        JsonNode waiting = House.eventually(
                "received",
                () -> house.supervisor().get("/api/information-requests/" + id),
                view -> view.get("state").asText().equals("WAITING"));
        String agency = waiting.at("/responsible/email").asText();
        house.send(AgencyMail.reply(house.post().mailbox(agency).get(0), agency, "По средам с 9 до 18."));
        String key = asked.get("questionNumber").asText();
        Locator form = desk.look(house.task(key, "userTask_readInformation"), "informationAnswer");
        assertThat(form).containsText("По средам с 9 до 18");

        form.getByText("Прочитано", exactly()).click();

        assertThat(form).isHidden();
        assertThat(house.tasks(key, "userTask_readInformation")).isEmpty();
    }

    @Test
    void the_register_of_violations_is_filtered_proved_and_leads_to_the_case() {
        clock.moveTo(at("2026-11-17T10:30"));
        String agency = agencies.one();
        Story story = house.ask(agency);
        story.letter(1);
        clock.moveTo(at("2026-11-18T11:00"));
        story.task(1, "userTask_hurryAgency");
        Page page = desk.at("/violations");
        page.getByLabel("Орган").selectOption(agency);
        page.getByLabel("Чьё и какое").selectOption("LATE_ANSWER");

        Locator row = page.locator("tr[data-violation]");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(story.number() + "/1");
        row.locator("summary").first().click();
        assertThat(row.locator(".proof ol").first()).containsText("I-10.2");
        assertThat(row.locator(".proof")).containsText("Письма");
        assertThat(page.locator("[data-export]")).hasAttribute("href", Pattern.compile(".*agency=" + agency + ".*"));
        desk.picture("violations");

        page.getByLabel("По", new Page.GetByLabelOptions().setExact(true)).fill("2026-11-01");
        assertThat(page.locator("[data-status]")).hasText("Нарушений нет.");
        page.reload();
        assertThat(page.getByLabel("Орган")).hasValue(agency);

        page.getByLabel("По", new Page.GetByLabelOptions().setExact(true)).fill("");
        row.getByText(story.number() + "/1").click();
        assertThat(page.locator("h1")).containsText("Обращение " + story.number());
        assertThat(page.locator("[data-kind=VIOLATION_LATE_ANSWER]")).isVisible();
    }

    @Test
    void an_administrator_reads_what_the_nightly_comparison_found() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        JsonNode timer = story.timers(1, "event_overdue").get(0);
        house.administrator()
                .put("/engine-rest/job/" + timer.get("id").asText() + "/suspended", Map.of("suspended", true));
        house.administrator().post("/engine-rest/process-definition/key/deadline-reconciliation/start", Map.of());
        JsonNode task = House.eventually(
                        "a task",
                        () -> house.administrator()
                                .get(
                                        "/engine-rest/task?taskDefinitionKey=userTask_lookAtDifferences&sortBy=created&sortOrder=desc"),
                        tasks -> !tasks.isEmpty())
                .get(0);
        Locator form = Desk.of(Staff.ADMINISTRATOR, browser, port).take(task, "reconciliation");
        Locator found = form.locator("tr").filter(new Locator.FilterOptions().setHasText(story.number()));
        assertThat(found).containsText("срок ответа");
        assertThat(found).containsText("таймер приостановлен");
        assertThat(found).containsText("не исправлено");

        form.getByText("Просмотрено").click();

        assertThat(form).isHidden();
        house.administrator()
                .put("/engine-rest/job/" + timer.get("id").asText() + "/suspended", Map.of("suspended", false));
    }

    private Locator triage(Story story, String text) {
        story.letter(1);
        house.send(AgencyMail.unasked(story.responsible(1), "По обращению гражданина", text));
        JsonNode mail = house.mailOnDesk(story.responsible(1));
        return desk.take(house.task("mail-" + mail.get("id").asText(), "userTask_triage"), "mailTriage");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
