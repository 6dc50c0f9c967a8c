package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Browser;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator at the page of working calendars, in a real browser. A region of its own, so that nobody else's
 * deadlines move; a question to its agency was received on Tuesday the 17th of November 2026 at 10:30. Leaves pictures.
 */
@WholeHouse
class CalendarsInBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final String REGION = "ru-UST";
    private static final String AGENCY = "ust-orda";

    @Autowired
    House house;

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
    void an_administrator_loads_a_calendar_sees_what_it_moves_and_brings_it_into_force() {
        Story story = askTheRegionsAgency();
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.ADMINISTRATOR);

            load(page, "date;kind\n2026-11-31;holiday\n");
            assertThat(page.locator("[data-field=file] [role=alert]")).containsText("дня «2026-11-31» в 2026 году нет");

            load(page, "date,kind,name\n2026-11-18,holiday,День Усть-Орды (закон № 9-оз)\n");
            assertThat(page.locator("h1")).hasText("Календарь Усть-Ордынского округа, 2026 год");
            Locator difference = page.locator("section", text("Что меняется"));
            assertThat(difference.locator(".days tbody tr")).hasCount(1);
            assertThat(difference.locator(".days tbody tr")).containsText("18 ноября, ср");
            assertThat(difference.locator(".days tbody tr")).containsText("нерабочий праздничный день: День Усть-Орды");
            assertThat(difference.locator(".totals")).containsText(Pattern.compile("Рабочих дней\\s*247\\s*246"));
            assertThat(page.locator(".moves tbody tr")).hasCount(1);
            assertThat(page.locator(".moves tbody tr"))
                    .containsText(Pattern.compile(story.number() + "/1.*18\\.11\\.2026 10:30.*19\\.11\\.2026 10:30"));
            picture(page, "calendar-proposal");
            assertThat(due(story)).isEqualTo("2026-11-18T10:30");

            button(page, "Ввести в действие").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Рабочих дней: 247 → 246");
            dialog.getByLabel("Примечание").fill("Получено по почте 17.11.2026");
            dialog.getByText("Да, ввести в действие").click();
            assertThat(page.locator("[data-progress]")).containsText("пересчитан");
            House.eventually("a moved deadline", () -> due(story), "2026-11-19T10:30"::equals);

            page.getByText("Посмотреть календарь").click();
            assertThat(page.locator(
                            ".month [title='18 ноября — нерабочий праздничный день: День Усть-Орды (закон № 9-оз)']"))
                    .isVisible();
            assertThat(page.locator("section", text("История"))).containsText("Получено по почте 17.11.2026");
            picture(page, "calendar-year");

            page.getByText("разница").first().click();
            assertThat(page.locator(".days tbody tr")).containsText("18 ноября, ср");
        }
    }

    @Test
    void an_administrator_asks_why_a_deadline_is_what_it_is() {
        String agency = openTheRegionsAgency();
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.ADMINISTRATOR);
            page.navigate("/calendars#why");

            page.getByLabel("Орган власти").fill("усть-орд");
            page.keyboard().press("Enter");
            page.getByLabel("Запрос получен").fill("12.01.2027 16:05");
            page.keyboard().press("Enter");

            Locator answer = page.locator("section", text("Как вычислен"));
            assertThat(answer).containsText("Среда, 13 января 2027 года, 16:00");
            assertThat(answer.locator("ol li").first())
                    .containsText("Запрос получен во вторник 12 января 2027 года в 16:05");
            assertThat(page).hasURL(Pattern.compile("agency=" + agency + ".*received=2027-01-12T16"));
        }
    }

    @Test
    void an_operator_is_told_that_the_page_is_not_for_him() {
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser, Staff.OPERATOR);

            Response response = Objects.requireNonNull(page.navigate("/calendars"));

            assertThat(response.status()).isEqualTo(403);
            assertThat(page.locator("h1")).hasText("Эта страница не для вашей роли");
        }
    }

    private Page logIn(Browser browser, String user) {
        Page page = browser.window("http://localhost:" + port);
        page.setViewportSize(1280, 720);
        page.navigate("/calendars");
        page.getByLabel("Имя для входа").fill(user);
        page.getByLabel("Пароль").fill(Staff.PASSWORD);
        button(page, "Войти").click();
        page.waitForURL(Pattern.compile(".*/calendars.*"));
        return page;
    }

    private static void load(Page page, String csv) {
        page.navigate("/calendars#upload?layer=" + REGION);
        page.getByLabel("Чей календарь").selectOption(REGION);
        page.locator("[name=file]")
                .setInputFiles(new FilePayload("2026.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        button(page, "Сравнить с действующим").click();
    }

    private Story askTheRegionsAgency() {
        Story story = house.ask(openTheRegionsAgency());
        story.inquiryInState(1, "WAITING");
        assertThat(due(story)).isEqualTo("2026-11-18T10:30");
        return story;
    }

    private String openTheRegionsAgency() {
        house.administrator()
                .tryPost("/api/calendars/regions", Map.of("layer", REGION, "title", "Усть-Ордынского округа"));
        house.administrator()
                .put(
                        "/api/agencies/" + AGENCY,
                        Map.of(
                                "name", "Администрация Усть-Ордынского Бурятского округа",
                                "shortName", "Усть-Орда",
                                "kind", "REGIONAL",
                                "zone", "Asia/Irkutsk",
                                "calendars", List.of("ru", REGION),
                                "opens", "09:00",
                                "closes", "18:00",
                                "topics", List.of("округ"),
                                "responsible",
                                        Map.of("name", "Хамаганова Дарима", "email", "hamaganova@ust-orda.example")));
        return AGENCY;
    }

    private static String due(Story story) {
        JsonNode due = story.inquiry(1).get("due");
        return LocalDateTime.ofInstant(OffsetDateTime.parse(due.asText()).toInstant(), IRKUTSK)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
