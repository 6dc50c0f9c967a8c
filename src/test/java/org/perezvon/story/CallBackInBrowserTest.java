package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Desk;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator at a call-back that is not the end of it, and at a late answer, in a real browser. */
@WholeHouse
class CallBackInBrowserTest {

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
        clock.moveTo(at("2026-11-17T10:30"));
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void an_answer_that_is_none_is_sent_back_from_the_form() {
        Story story = house.ask(agencies.one());
        story.agencyAnswers(1, "Пособия бывают разные, на любой случай жизни.");
        story.callBackTask();
        try (Browser browser = Browser.start()) {
            Page page = Desk.of(Staff.OPERATOR, browser, port).page();
            Locator form = open(page, "Перезвонить", story, "form[name=callBack]");
            form.getByText("Взять в работу").click();
            form.getByLabel("Не звоню: ответ не по существу").check();
            form.getByText("Записать звонок").click();
            assertThat(form.locator("[data-field=returned] [role=alert]").first())
                    .containsText("чей ответ вернуть");
            form.locator("[name=returned]").check();
            form.getByLabel("Чего не хватает в ответе").fill("Ответьте, пожалуйста, когда назначат пособие.");
            form.getByText("Записать звонок").click();
            assertThat(form).isHidden();
        }

        story.inquiryInState(1, "WAITING");
        House.eventually("the letter", () -> story.letters(1), letters -> letters.size() == 2);
    }

    @Test
    void a_late_answer_is_judged_and_a_withdrawn_question_leaves_the_list() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        clock.moveTo(at("2026-11-25T11:00"));
        JsonNode unanswered = story.task(1, "userTask_decideUnanswered");
        house.supervisor()
                .post("/api/tasks/" + unanswered.get("id").asText() + "/inquiry-decision", Map.of("tryAgain", false));
        story.callBackTask();
        story.callBack(Map.of("outcome", "REACHED"));
        house.send(AgencyMail.reply(story.letters(1).get(0), story.responsible(1), "Извините: пособие назначено."));
        house.task(story.number(), "userTask_judgeLateAnswer");
        Story open = house.ask(agencies.one());
        open.agencyAnswers(1, "Пособие назначат.");
        open.callBackTask();
        try (Browser browser = Browser.start()) {
            Page page = Desk.of(Staff.OPERATOR, browser, port).page();
            Locator form = open(page, "Поздние ответы", story, "form[name=lateAnswer]");
            assertThat(form).containsText("пособие назначено");
            assertThat(form.locator("[data-timeline] [data-kind=VIOLATION_LATE_ANSWER]"))
                    .containsText("Записано нарушение");
            form.getByText("Взять в работу").click();
            form.getByText("Записать решение").click();
            assertThat(form.locator("[data-field=useful] [role=alert]")).containsText("Решите");
            form.getByLabel("Да, перезвонить").check();
            form.getByText("Записать решение").click();
            assertThat(form).isHidden();
            story.callBackTask();

            Locator call = open(page, "Перезвонить", open, "form[name=callBack]");
            call.getByText("Гражданину ответ больше не нужен").click();
            call.getByText("Отозвать вопрос").click();
            assertThat(call.locator("[data-withdrawal] [role=status]")).containsText("Вопрос отозван");
        }
        assertThat(open.closed().get("outcome").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoever_asks_to_be_called_tomorrow_is_called_tomorrow() {
        clock.release(); // the form weighs the time of day by the desk's own clock
        Story story = answered();
        try (Browser browser = Browser.start()) {
            Locator form = Desk.of(Staff.OPERATOR, browser, port).take(story.callBackTask(), "callBack");
            form.getByLabel("Просит перезвонить позже").check();
            form.getByText("Записать звонок").click();
            assertThat(form.locator("[data-field=nextAttemptAt] [role=alert]")).containsText("Укажите, когда");
            form.getByLabel("Когда позвонить снова").fill("09.11.2020 15:00");
            form.getByText("Записать звонок").click();
            assertThat(form.locator("[data-field=nextAttemptAt] [role=alert]")).containsText("Это время уже прошло");

            form.getByText("завтра в 15:00").click();
            assertThat(form.locator("[data-next-words]")).containsText("15:00");
            form.getByLabel("Когда позвонить снова").press("Control+Enter");

            assertThat(form).isHidden();
        }
        JsonNode timer = House.eventually(
                        "the next attempt", () -> story.timers("event_nextAttempt"), found -> !found.isEmpty())
                .get(0);
        assertThat(OffsetDateTime.parse(
                                timer.get("dueDate").asText(),
                                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                        .toInstant())
                .isEqualTo(LocalDate.ofInstant(clock.instant(), IRKUTSK)
                        .plusDays(1)
                        .atTime(15, 0)
                        .atZone(IRKUTSK)
                        .toInstant());
        assertThat(story.callBackWaits()).isFalse();
    }

    @Test
    void one_more_question_of_the_citizen_is_asked_without_typing_the_phone_again() {
        clock.release();
        Story story = answered();
        String first = agencies.one();
        String second = agencies.one();
        try (Browser browser = Browser.start()) {
            Desk desk = Desk.of(Staff.OPERATOR, browser, port);
            desk.take(story.callBackTask(), "callBack")
                    .getByText("Ещё вопрос этого гражданина")
                    .click();
            Locator form = desk.page().locator("form[name=registerCall]");
            assertThat(form.locator("[data-follows]")).containsText(story.number());
            assertThat(form.getByLabel("Телефон")).hasValue("+7 914 000-11-22");
            form.getByLabel("Вопрос").fill("А где получить справку о составе семьи?");
            for (String agency : new String[] {first, second}) {
                String name = agency.replace("agency-", "№ ");
                form.getByLabel("Кому направить запрос").fill(name);
                form.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText(name + " Иркутской"))
                        .click();
            }
            form.getByLabel("Когда перезвонить").selectOption("ANY");
            form.locator("[data-send]").click();
            assertThat(form.locator("[data-done]")).containsText("Назовите номер гражданину");

            Story another = house.story(
                    form.locator("[data-done] .pz-number").innerText().replace("№ ", ""));
            assertThat(another.view().get("follows").asText()).isEqualTo(story.number());
            another.letter(2);
            another.agencyAnswers(1, "В МФЦ, с паспортом.");
            another.callBackTask();
            assertThat(another.inquiry(2).get("state").asText()).isEqualTo("WAITING");
        }
    }

    private Story answered() {
        Story story = house.ask(agencies.one());
        story.agencyAnswers(1, "Пособие назначат в декабре.");
        story.callBackTask();
        return story;
    }

    private static Locator open(Page page, String list, Story story, String form) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + list + "( \\(\\d+\\))?$")))
                .click();
        page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(story.number()))
                .first()
                .click();
        return page.locator(form);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
