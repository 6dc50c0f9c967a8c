package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Desk;
import org.perezvon.testing.FaultyLine;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * An administrator at the page «Почта», in a real browser; a second mailbox, which is read every second. Leaves pictures. In
 * a JVM without the house of the other tests: the engine's REST speaks for the engine that was started last.
 */
@WholeHouse
@TestPropertySource(properties = "perezvon.mail.watch.rounds=1s")
class MailPageInBrowserIT {

    private static final String SECOND = "spravki@ekc.example";

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PATIENCE = 60_000;

    /** A server does not end a session because a password has changed; a line that breaks ends it. */
    private static final FaultyLine LINE = FaultyLine.to(MailServer.imapPort());

    @Autowired
    House house;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void the_second_mailbox_is_read_through_the_line(DynamicPropertyRegistry properties) {
        MailServer.restorePassword(SECOND);
        String mailbox = "perezvon.mail.further-mailboxes[0].";
        properties.add(mailbox + "host", () -> "127.0.0.1");
        properties.add(mailbox + "port", LINE::port);
        properties.add(mailbox + "username", () -> SECOND);
        properties.add(mailbox + "password", () -> MailServer.PASSWORD);
        properties.add(mailbox + "tls", () -> "none");
        properties.add(mailbox + "poll-interval", () -> "1s");
    }

    @AfterEach
    void everybody_has_the_right_password_again() {
        MailServer.restorePassword(SECOND);
    }

    @Test
    void a_mailbox_that_refuses_us_is_red_on_the_page_and_a_task_until_its_password_is_right_again() {
        MailServer.changePassword(SECOND, "another-password");
        LINE.cutNow();
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser);

            Locator mailbox = page.locator("[data-mailbox='" + SECOND + "@127.0.0.1/INBOX']");
            assertThat(mailbox.locator(".badge")).hasText("не работает", patiently());
            assertThat(mailbox).containsText(Pattern.compile("не читается с .*парол"), contains());
            assertThat(page.locator("[data-trouble=MAILBOX_UNREAD]"))
                    .containsText("Ящик " + SECOND + "@127.0.0.1/INBOX не читается");
            assertThat(health()).contains("\"DOWN\"");
            picture(page, "mail-trouble");
            String task = House.eventually(
                    "a task of the supervisors",
                    () -> house.administrator()
                            .get("/engine-rest/task?taskDefinitionKey=userTask_lookAtMail&candidateGroup=supervisor")
                            .toString(),
                    tasks -> tasks.contains("Почта: ящик не читается"));
            assertThat(task).contains("userTask_lookAtMail");

            MailServer.restorePassword(SECOND);

            assertThat(mailbox.locator(".badge")).hasText("работает", patiently());
            assertThat(page.locator(".all-well")).containsText("Неполадок нет", contains());
            picture(page, "mail");
            House.eventually("health that is green", this::health, body -> body.contains("\"UP\""));
            House.eventually(
                    "the task gone",
                    () -> house.administrator().get("/engine-rest/task?taskDefinitionKey=userTask_lookAtMail"),
                    tasks -> tasks.isEmpty());
            page.getByText("Неполадки").first().click();
            assertThat(page.locator("h1")).hasText("Неполадки почты");
            assertThat(page.locator("tbody tr").first()).containsText("ящик", ignoringCase());
        }
    }

    @Test
    void a_supervisor_reads_what_the_trouble_means_and_takes_its_task_off() {
        MailServer.changePassword(SECOND, "another-password");
        LINE.cutNow();
        JsonNode task = House.eventually(
                        "a task of the supervisors",
                        () -> house.administrator().get("/engine-rest/task?taskDefinitionKey=userTask_lookAtMail"),
                        tasks -> !tasks.isEmpty())
                .get(0);
        try (Browser browser = Browser.start()) {
            Locator form = Desk.of(Staff.SUPERVISOR, browser, port).take(task, "mailAlert");
            assertThat(form).containsText("Ящик " + SECOND, contains());
            assertThat(form).containsText("Они не потеряны", contains());

            form.getByLabel("Кому сообщили").fill("Позвонили администратору почты.");
            form.getByLabel("Кому сообщили").press("Control+Enter");

            assertThat(form).isHidden();
        }
        String trouble = house.administrator()
                .get("/engine-rest/history/variable-instance?variableName=mailTroubleId&processInstanceId="
                        + task.get("processInstanceId").asText())
                .at("/0/value")
                .asText();
        assertThat(house.supervisor().get("/api/mail-room/troubles/" + trouble).toString())
                .contains("Позвонили администратору почты.");
    }

    @Test
    void a_mail_on_the_desk_is_looked_at_and_taken_anew() {
        String subject = "Lost " + UUID.randomUUID();
        house.post()
                .send(
                        "stranger@elsewhere.example",
                        MailServer.CENTRE,
                        ("From: stranger@elsewhere.example\r\nTo: " + MailServer.CENTRE + "\r\nSubject: " + subject
                                        + "\r\nContent-Type: text/html\r\n\r\n<h1>NOT A HEADING</h1>\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser);
            page.navigate("/mail#desk");
            Locator row = page.locator("tr[data-mail]", new Page.LocatorOptions().setHasText(subject));
            assertThat(row).isVisible(seen());

            row.getByText("Показать").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.locator("pre")).containsText("<h1>NOT A HEADING</h1>");
            picture(page, "mail-source");
            page.keyboard().press("Escape");
            assertThat(dialog).hasCount(0);

            row.getByRole(AriaRole.CHECKBOX).check();
            picture(page, "mail-desk");
            page.getByText("Разобрать снова выбранные (1)").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Разбирается снова: 1 письмо.", patiently());
            assertThat(row).isVisible(seen());
        }
    }

    @Test
    void the_test_of_the_mail_is_asked_for_by_keyboard_and_shows_that_all_is_well() {
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser);

            page.locator("[data-key=test-now]").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("[data-self-test]")).containsText("вернулось за", contains());
        }
    }

    @Test
    void a_rule_of_reading_is_tried_added_and_taken_back_and_one_that_does_harm_is_told() {
        try (Browser browser = Browser.start()) {
            Page page = logIn(browser);
            page.navigate("/mail#rules");
            assertThat(page.locator("h1")).hasText("Правила чтения");
            Locator form = page.locator(".rule-form");

            form.getByLabel("Что это значит").selectOption("ACKNOWLEDGEMENT");
            form.getByLabel("По каким словам").fill("поставлено в картотеку");
            form.getByLabel("В чьих письмах").fill("kartoteka.example");
            form.getByText("Попробовать").click();
            assertThat(page.locator("[data-outcome=not-made]")).isVisible(seen());
            form.getByText("Добавить").click();
            assertThat(page.locator("[data-outcome=made]")).containsText("Изменено", contains());
            Locator rule = page.locator("tr[data-rule]", new Page.LocatorOptions().setHasText("kartoteka.example"));
            assertThat(rule).containsText("поставлено в картотеку", contains());
            picture(page, "mail-rules");

            form.getByLabel("Что это значит").selectOption("EXTENSION");
            form.getByLabel("По каким словам").fill("пособие | заявление | можно");
            form.getByText("Добавить").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Не изменено", contains());
            assertThat(page.locator("tr[data-worse]").first()).isVisible(seen());
            assertThat(page.getByText("Всё равно изменить")).isVisible();

            rule.getByText("Убрать").click();
            assertThat(page.locator("[data-outcome=made]")).containsText("Изменено", contains());
            assertThat(rule.getByText("Взять снова")).isVisible(seen());
        }
    }

    private Page logIn(Browser browser) {
        Page page = browser.window("http://localhost:" + port);
        page.setViewportSize(1280, 900);
        page.navigate("/mail");
        page.getByLabel("Имя для входа").fill(Staff.ADMINISTRATOR);
        page.getByLabel("Пароль").fill(Staff.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Войти").setExact(true))
                .click();
        page.waitForURL(Pattern.compile(".*/mail.*"));
        return page;
    }

    private String health() {
        return Visitor.browser(port).get("/actuator/health").body();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.IsVisibleOptions seen() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions ignoringCase() {
        return new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
