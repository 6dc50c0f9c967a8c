package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Browser;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The directory's page and what the registration form makes of the directory, in a real browser. Leaves pictures. */
@WholeHouse
class DirectoryInBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String AGENCY = "baikal-clinic";

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void an_administrator_enters_an_agency_names_people_and_takes_a_table() {
        openTheClinic();
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.ADMINISTRATOR, "/directory");
            page.getByLabel("Найти").fill("лимнологи");
            assertThat(page.locator("tbody tr")).hasCount(1);
            picture(page, "directory");
            page.getByText("Клиника Байкала", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("h1")).hasText("Байкальская клиника лимнологии");
            assertThat(page.locator(".recipients li")).hasCount(1);

            Locator deputies = page.locator("details").filter(text("Постоянные заместители"));
            deputies.locator("summary").click();
            button(page, "Ещё заместитель").click();
            deputies.getByLabel("Фамилия").fill("Зверев Павел");
            deputies.getByLabel("Почта").fill("почта");
            button(deputies, "Сохранить").click();
            assertThat(deputies.locator(".error")).containsText("почта");
            deputies.getByLabel("Почта").fill("zverev@baikal.example");
            button(deputies, "Сохранить").click();
            assertThat(page.locator(".recipients li")).hasCount(2);
            assertThat(page.locator(".recipients li").last()).containsText("zverev@baikal.example заместитель");
            assertThat(page.locator("section[aria-label=История]")).containsText("Заместители: Зверев Павел");
            picture(page, "directory-card");

            Locator facts = page.locator("section[aria-label='Сведения об органе']");
            facts.getByLabel("Телефон для перевода").fill("звоните");
            button(facts, "Сохранить").click();
            assertThat(facts.locator("[data-field=phone] [role=alert]")).containsText("нельзя перевести звонок");

            page.navigate("/directory#file");
            Locator file = page.getByLabel("Файл CSV");
            file.setInputFiles(csv("код;регион\n" + AGENCY + ";Бурятия\nнет;Бурятия\n"));
            assertThat(page.locator("[data-outcome=faults]")).isVisible();
            file.setInputFiles(csv("код;регион\n" + AGENCY + ";Бурятия\n"));
            assertThat(page.locator("[data-outcome=tried]")).containsText("Изменится: 1");
            button(page, "Принять").click();
            assertThat(page.locator("[data-outcome=taken]")).isVisible();
            assertThat(house.administrator()
                            .get("/api/agencies/" + AGENCY)
                            .get("region")
                            .asText())
                    .isEqualTo("Бурятия");
        }
    }

    @Test
    void an_operator_is_told_to_transfer_a_call_and_a_call_nobody_takes_is_not_typed_again() {
        openTheClinic();
        try (Browser browser = Browser.start()) {
            clock.moveTo(aWorkingMoment());
            Page page = logIn(browser, Staff.OPERATOR, "/camunda/app/tasklist/default/");
            page.getByText("Зарегистрировать звонок").first().click();
            Locator form = page.locator("form[name=registerCall]");
            form.getByLabel("Телефон").fill("8 (3952) 12-34-56");
            form.getByLabel("Вопрос").fill("Нужен врач из клиники лимнологии, терапевт не приходит");

            assertThat(form.locator(".pz-proposal").first()).containsText("Клиника Байкала");
            assertThat(form.locator("[data-transfer]")).containsText("Переведите звонок");
            assertThat(form.locator("[data-transfer]")).containsText("8 (3012) 55-66-77");
            picture(page, "register-transfer");
            form.locator("[data-transfer-to=" + AGENCY + "]").click();
            assertThat(form.locator("[data-done]")).containsText("Переведите звонок");
            form.locator("[data-outcome=BUSY]").click();
            assertThat(form.locator("[data-done]")).containsText("Назовите номер гражданину");

            String number = form.locator("[data-done] .pz-number").innerText().replace("№ ", "");
            Story story = house.story(number);
            assertThat(story.inquiry(1).at("/agency/code").asText()).isEqualTo(AGENCY);
            assertThat(story.view().get("text").asText()).startsWith("Нужен врач");
        }
    }

    @Test
    void the_task_of_a_transfer_tells_the_phone_and_takes_the_outcome() {
        openTheClinic();
        clock.moveTo(aWorkingMoment());
        Map<String, Object> call = House.call();
        call.put("text", "Нужен врач из клиники лимнологии");
        String number = house.operator()
                .post("/api/call-transfers", Map.of("transferTo", AGENCY, "question", call))
                .get("number")
                .asText();
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.OPERATOR, "/camunda/app/tasklist/default/");
            page.getByText("Мои задачи").first().click();
            page.getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .getByText("Перевести звонок")
                    .click();
            Locator form = page.locator("form[name=transferCall]");
            assertThat(form).containsText("8 (3012) 55-66-77");
            form.getByText("Записать исход").click();
            assertThat(form.locator("[data-field=outcome] [role=alert]")).containsText("Отметьте");
            form.getByLabel("Гражданин соединён").check();
            picture(page, "transfer-call");
            form.getByText("Записать исход").click();
            assertThat(form).isHidden();
            assertThat(house.story(number).closed().get("outcome").asText()).isEqualTo("TRANSFERRED");
        }
    }

    @Test
    void an_operator_is_told_that_the_page_is_not_for_him() {
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.OPERATOR, "/camunda/app/tasklist/default/");

            Response response = Objects.requireNonNull(page.navigate("/directory"));

            assertThat(response.status()).isEqualTo(403);
        }
    }

    private void openTheClinic() {
        house.administrator()
                .put(
                        "/api/agencies/" + AGENCY,
                        Map.ofEntries(
                                Map.entry("name", "Байкальская клиника лимнологии"),
                                Map.entry("shortName", "Клиника Байкала"),
                                Map.entry("kind", "SUBORDINATE"),
                                Map.entry("zone", "Asia/Irkutsk"),
                                Map.entry("calendars", List.of("ru", "ru-IRK")),
                                Map.entry("opens", "09:00"),
                                Map.entry("closes", "18:00"),
                                Map.entry("phone", "8 (3012) 55-66-77"),
                                Map.entry("topics", List.of("клиника лимнологии", "врач")),
                                Map.entry(
                                        "responsible",
                                        Map.of("name", "Серебрякова Инна", "email", "serebryakova@baikal.example"))));
    }

    /** Eleven o'clock of this day or of the next one on which people work: sessions may not end by a move into the past. */
    private static Instant aWorkingMoment() {
        ZonedDateTime moment = LocalDateTime.now(ZoneId.of("Asia/Irkutsk"))
                .toLocalDate()
                .plusDays(1)
                .atTime(11, 0)
                .atZone(ZoneId.of("Asia/Irkutsk"));
        while (moment.getDayOfWeek().getValue() > 5) {
            moment = moment.plusDays(1);
        }
        return moment.toInstant();
    }

    private Page logIn(Browser browser, String user, String place) {
        Page page = browser.window("http://localhost:" + port);
        page.navigate(place);
        page.getByLabel("Имя для входа").fill(user);
        page.getByLabel("Пароль").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти"))
                .click();
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(place) + ".*"));
        return page;
    }

    private static FilePayload csv(String text) {
        return new FilePayload("directory.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
