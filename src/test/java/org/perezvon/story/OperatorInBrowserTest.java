package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Documents;
import org.perezvon.testing.House;
import org.perezvon.testing.Installation;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;

/** One morning of an operator, in a real browser, from the login to the call-back. Leaves pictures of it. */
class OperatorInBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final String QUESTION = "Подала заявление на субсидию за квартиру 2 ноября через МФЦ в Ангарске, "
            + "решения до сих пор нет. Назначат ли её и придут ли деньги за ноябрь?";

    private static final String ANSWER = """
            Добрый день!

            Субсидия назначена 19 ноября, выплата будет с 1 ноября: заявление подано до 15-го числа.
            Деньги за ноябрь придут до 10 декабря на счёт, указанный в заявлении.

            Уведомление направлено по почте. Если до 10 декабря выплаты не будет, позвоните в отделение
            по Ангарскому району: номер заявления 4471 назовите сразу, так её найдут быстрее.""";

    @Test
    void an_operator_registers_a_call_and_calls_back_with_the_agencys_answer(@TempDir Path directory) {
        try (Browser browser = Browser.start();
                Installation installation = new Installation(directory)) {
            House house = installation.start();
            somebodyWasHereBefore(house);
            Page page = browser.window("http://localhost:" + installation.httpPort());

            logIn(page, installation.password("operator"));
            String number = register(page);
            Story story = house.story(number);

            MimeMessage letter = story.letter(1);
            assertThat(Mails.text(letter)).contains(QUESTION);
            assertThat(story.view().at("/caller/phone").asText()).isEqualTo("+73952123456");
            house.send(AgencyMail.reply(letter, story.responsible(1), ANSWER)
                    .with("Уведомление.docx", Documents.docx("Субсидия назначена решением № 4471 от 19 ноября.")));
            story.callBackTask();
            House.eventually(
                    "the file is looked at",
                    () -> story.replies(1),
                    replies -> !replies.at("/0/attachments/0/preview").asText().isEmpty());

            callBack(page, number);
            JsonNode told = story.closed();
            assertThat(told.get("outcome").asText()).isEqualTo("TOLD");
            assertThat(told.at("/callBacks/0/operator").asText()).isEqualTo("operator");
            assertThat(told.at("/callBacks/0/note").asText())
                    .isEqualTo("Записала номер заявления, будет ждать до 10 декабря.");
            assertThat(told.at("/callBacks/0/said").asText())
                    .isEqualTo("Субсидия назначена, деньги придут до 10 декабря.");
        }
    }

    private static void logIn(Page page, String password) {
        page.navigate("/");
        assertThat(page).hasTitle("Перезвон — вход");
        page.getByLabel("Имя для входа").fill("operator");
        page.getByLabel("Пароль").fill(password);
        picture(page, "login");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти"))
                .click();
        page.waitForURL(Pattern.compile(".*/camunda/app/tasklist/.*"));
    }

    /** @return the number told to the citizen */
    private static String register(Page page) {
        page.getByText("Зарегистрировать звонок").first().click();
        Locator form = page.locator("form[name=registerCall]");
        Locator phone = form.getByLabel("Телефон");
        Locator agency = form.getByLabel("Кому направить запрос");
        Locator send = form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Отправить запрос"));

        phone.fill("8 (3952) 12-34-56");
        form.getByLabel("Как обращаться").fill("Соболева Наталья Викторовна");
        form.getByLabel("Вопрос").pressSequentially("Подала заявление на субсид");
        assertThat(form.locator("[data-found] article").first()).containsText("Субсидия на оплату жилья");
        form.getByLabel("Вопрос").pressSequentially(QUESTION.substring("Подала заявление на субсид".length()));
        agency.fill("субсидии");
        form.getByRole(AriaRole.OPTION).first().click();
        assertThat(form.locator("[data-chosen] li")).containsText("Министерство социального развития");
        picture(page, "register-call");

        phone.fill("12");
        form.getByLabel("Убрать").click();
        send.click();
        assertThat(form.locator("[data-field=agencies] [role=alert]")).containsText("Выберите хотя бы один орган");
        agency.fill("субсидии");
        form.getByRole(AriaRole.OPTION).first().click();
        send.click();
        assertThat(form.locator("[data-field='caller.phone'] [role=alert]")).containsText("нельзя перезвонить");
        phone.fill("8 (3952) 12-34-56");
        send.click();

        Locator done = form.locator("[data-done]");
        assertThat(done).containsText("Назовите номер гражданину");
        Matcher number = Pattern.compile("\\d{4}-\\d{6}").matcher(done.innerText());
        assertThat(number.find()).as("the number is shown").isTrue();
        picture(page, "registered");
        done.getByText("Закрыть").click();
        assertThat(form).isHidden();
        return number.group();
    }

    /** What came with the answer, and the answer as the agency laid it out, in a frame that can do nothing. */
    private static void lookAtTheMail(Locator form) {
        Locator file = form.locator("[data-file=NOT_SCANNED]");
        assertThat(file.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Уведомление.docx")))
                .isVisible();
        assertThat(file).containsText("на вирусы не проверяется");
        file.getByText("Текст файла").click();
        assertThat(file).containsText("решением № 4471");
        form.getByText("Письмо с оформлением").click();
        assertThat(form.frameLocator("iframe").locator("body")).containsText("Субсидия назначена 19 ноября");
    }

    /** Whoever sees that a mail was misunderstood says so without leaving the task. */
    private static void sayThatItWasMisread(Locator form) {
        form.getByText("Неверно прочитано?").click();
        form.getByLabel("Что это за письмо на самом деле").selectOption("CLARIFICATION");
        form.getByLabel("Что не так").fill("Это вопрос к нам.");
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Сообщить").setExact(true))
                .click();
        assertThat(form.getByText("Спасибо, записано.")).isVisible();
    }

    private static void callBack(Page page, String number) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Перезвонить( \\(\\d+\\))?$")))
                .click();
        Locator card = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Перезвонить гражданину"))
                .filter(new Locator.FilterOptions().setHasText(number));
        assertThat(card).isVisible();
        assertThat(card).containsText("назад"); // «несколько секунд назад»: times are told in Russian, too
        picture(page, "task-list");

        card.getByText("Перезвонить гражданину").click();
        Locator form = page.locator("form[name=callBack]");
        assertThat(form).containsText("Субсидия назначена 19 ноября");
        assertThat(form.locator("a[href='tel:+73952123456']")).isVisible();
        lookAtTheMail(form);
        sayThatItWasMisread(form);
        form.getByText("Взять в работу").click();
        assertThat(form.getByLabel("Ответ передан")).isEnabled();
        assertThat(form.locator("[data-timeline] [data-kind=MAIL_ANSWER]")).containsText("Пришло письмо");
        Locator said = form.getByLabel("Составлено из ответов");
        assertThat(said).hasValue(Pattern.compile("[\\s\\S]*Субсидия назначена 19 ноября[\\s\\S]*"));
        picture(page, "call-back");

        said.fill("Субсидия назначена, деньги придут до 10 декабря.");
        form.getByLabel("Ответ передан").check();
        form.getByLabel("Заметка").fill("Записала номер заявления, будет ждать до 10 декабря.");
        form.getByText("Записать звонок").click();
        assertThat(form).isHidden();
    }

    /** A desk on which something lies already. */
    private static void somebodyWasHereBefore(House house) {
        Map<String, String> questions = Map.of(
                "minzdrav", "Врач выписал лекарство по льготе, в аптеке его нет вторую неделю. Где получить?",
                "minobr", "Переехали в Шелехов, сын в пятом классе. В какую школу его примут среди года?");
        questions.forEach((agency, text) -> {
            Map<String, Object> call = House.call(agency);
            call.put("text", text);
            house.register(call).agencyAnswers(1, "Добрый день! Позвоните по телефону горячей линии министерства.");
        });
        house.send(AgencyMail.unasked(
                "priemnaya@minjkh.example", "График отключений", "Добрый день! Направляем график отключений воды."));
    }

    /** Without the words that appear under a mouse. */
    private static void picture(Page page, String name) {
        page.mouse().move(1100, 895);
        assertThat(page.locator(".tooltip")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
