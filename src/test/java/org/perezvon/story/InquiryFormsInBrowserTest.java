package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The forms about what agencies write instead of an answer, worked on in a real browser, mostly without a mouse. */
@WholeHouse
class InquiryFormsInBrowserTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(LocalDateTime.parse("2026-11-17T10:30").atZone(IRKUTSK).toInstant());
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void what_the_agency_asks_is_answered_with_two_keys() {
        Story story = asked("Просим уточнить, о каком ребёнке идёт речь: о первом или втором?");
        try (Browser browser = Browser.start()) {
            Locator form = open(browser, story.task(1, "userTask_clarify"), "clarification");
            assertThat(form).containsText("о каком ребёнке идёт речь");
            form.getByText("Отправить уточнение").click();
            assertThat(form.locator("[data-field=text] [role=alert]")).containsText("Напишите, что ответить органу");

            form.getByLabel("Что ответить органу").fill("Речь о первом ребёнке.");
            form.getByLabel("Что ответить органу").press("Control+Enter");

            assertThat(form).isHidden();
            House.eventually("the letter", () -> story.letters(1), letters -> letters.stream()
                    .anyMatch(letter -> Mails.text(letter).contains("Речь о первом ребёнке.")));
        }
    }

    @Test
    void the_body_named_in_a_refusal_is_chosen_already() {
        String other = agencies.one();
        String name = house.operator().get("/api/agencies/" + other).get("name").asText();
        Story story = asked("Вопрос не относится к нашей компетенции. Ваш запрос направлен в " + name + ".");
        try (Browser browser = Browser.start()) {
            Locator form = open(browser, story.task(1, "userTask_decideRefusal"), "refusal");
            form.getByText("Настоять на ответе").click();
            form.getByText("Отправить объяснение").click();
            assertThat(form.locator("[data-field=note] [role=alert]")).containsText("Напишите объяснение");

            form.getByText("Спросить другой орган").click();
            form.getByLabel("Кому направить вопрос").fill(name);
            assertThat(form.locator("#pz-agency option").first()).containsText(name);
            form.getByText("Направить другому органу").click();

            assertThat(form).isHidden();
            story.letter(2);
        }
    }

    @Test
    void a_deputy_is_confirmed_with_the_day_until_which() {
        Story story = house.ask(agencies.one());
        String deputy = "petrova@" + story.responsible(1).replaceAll(".*@", "");
        house.send(AgencyMail.outOfOffice(
                story.letter(1),
                story.responsible(1),
                "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, " + deputy));
        try (Browser browser = Browser.start()) {
            Locator form = open(browser, story.task(1, "userTask_confirmDeputy"), "absence");
            assertThat(form.getByLabel("Электронная почта")).hasValue(deputy);
            assertThat(form.getByLabel("Фамилия, имя, отчество заместителя")).hasValue("Петрова Ольга");
            form.getByLabel("Замещает до").fill("завтра");
            form.getByLabel("Замещает до").press("Control+Enter");
            assertThat(form.locator("[data-field=until] [role=alert]")).containsText("Напишите дату и время");

            form.getByLabel("Замещает до").fill("30.11.2026 09:00");
            form.getByLabel("Замещает до").press("Control+Enter");

            assertThat(form).isHidden();
            House.eventually("the deputy", () -> house.post().mailbox(deputy), letters -> letters.size() == 1);
        }
    }

    @Test
    void a_supervisor_waits_on_or_closes_with_an_explanation() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        clock.moveTo(LocalDateTime.parse("2026-11-24T18:02").atZone(IRKUTSK).toInstant());
        try (Browser browser = Browser.start()) {
            Locator form = open(browser, story.task(1, "userTask_decideUnanswered"), "unanswered");
            form.locator("[data-send]").click();
            assertThat(form.locator("[data-field=note] [role=alert]")).containsText("что сказать гражданину");

            form.getByText("Ждать ещё: орган получит письмо").click();
            form.getByLabel("Ждать до").fill("27.11.2026 18:00");
            form.getByLabel("Ждать до").press("Control+Enter");

            assertThat(form).isHidden();
            House.eventually(
                    "a letter",
                    () -> story.inquiry(1).get("letters").findValuesAsText("purpose"),
                    purposes -> purposes.contains("WAITING_ON"));
        }
    }

    @Test
    void information_is_asked_for_in_a_dialog() {
        String agency = agencies.one();
        String name =
                house.operator().get("/api/agencies/" + agency).get("name").asText();
        try (Browser browser = Browser.start()) {
            Locator form = Desk.of(Staff.SUPERVISOR, browser, port).begin("information-request", "informationRequest");
            form.getByText("Отправить запрос").click();
            assertThat(form.locator("[data-field=text] [role=alert]")).containsText("какие сведения нужны");

            form.getByLabel("Орган власти").fill(name);
            form.getByLabel("Какие сведения нужны").fill("Просим прислать график приёма.");
            form.getByLabel("Какие сведения нужны").press("Control+Enter");

            assertThat(form).isHidden();
            House.eventually(
                    "the request",
                    () -> house.post().mailbox("ivanova@" + agency + ".example"),
                    letters -> letters.size() == 1);
        }
    }

    private Story asked(String text) {
        Story story = house.ask(agencies.one());
        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), text));
        return story;
    }

    private Locator open(Browser browser, JsonNode task, String name) {
        return Desk.of(Staff.SUPERVISOR, browser, port).take(task, name);
    }
}
