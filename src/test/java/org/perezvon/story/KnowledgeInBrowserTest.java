package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Desk;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Editors keep the information base on one page; operators find in it while a citizen speaks. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeInBrowserTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @LocalServerPort
    int port;

    private Browser browser;
    private Desk editor;

    @BeforeAll
    void an_editor_comes_to_work() {
        browser = Browser.start();
        editor = Desk.of(Staff.EDITOR, browser, port);
    }

    @AfterAll
    void and_goes_home() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void an_item_is_written_found_changed_compared_and_taken_out() {
        String agency = agencies.one();
        Page page = editor.at("/knowledge#edit");
        page.getByLabel("Заголовок").fill("Прокат снегоступов пенсионерам");
        page.getByLabel("Текст", new Page.GetByLabelOptions().setExact(true))
                .fill("Снегоступы выдают **бесплатно**:\n\n- по пенсионному удостоверению\n- на один день <script>");
        Locator preview = page.getByLabel("Как будет выглядеть");
        assertThat(preview.locator("li")).hasCount(2);
        assertThat(preview.locator("strong")).hasText("бесплатно");
        assertThat(preview).containsText("<script>");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Опубликовать"))
                .click();
        assertThat(page.getByText("Укажите источник: акт, приказ, письмо органа"))
                .isVisible();
        page.getByLabel("Владелец").fill(agency);
        page.getByLabel("Владелец").press("Enter");
        page.getByLabel("Источник").fill("приказ № 7");
        page.getByLabel("Источник").press("Control+Enter");
        assertThat(page.locator("h1")).hasText("Прокат снегоступов пенсионерам");
        editor.picture("knowledge-item");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Изменить"))
                .click();
        assertThat(page.locator("h1")).hasText("Изменить: Прокат снегоступов пенсионерам");
        page.getByLabel("Текст", new Page.GetByLabelOptions().setExact(true)).fill("Снегоступы выдают на два дня.");
        page.getByLabel("Почему").fill("письмо от 20.11.2026");
        page.getByLabel("Почему").press("Control+Enter");
        assertThat(page.getByLabel("Версии")).containsText("письмо от 20.11.2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Что изменилось"))
                .click();
        assertThat(page.locator(".difference ins").first()).isVisible();
        assertThat(page.locator(".difference del").first()).isVisible();

        editor.at("/knowledge");
        page.reload();
        page.getByLabel("Найти").fill("cytujcnegs ,f,eirt");
        Locator found = page.locator("article").first();
        assertThat(found).containsText("Прокат снегоступов пенсионерам");
        assertThat(found.locator("mark").first()).hasText("Снегоступы");
        editor.picture("knowledge-search");
        page.getByLabel("Найти").press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Прокат снегоступов пенсионерам");

        page.locator("summary").click();
        page.getByLabel("Почему").fill("прокат закрыт");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Убрать из базы"))
                .click();
        assertThat(page.locator(".badge.retired")).hasText("убрана из базы");
    }

    @Test
    void a_word_of_one_meaning_is_added_and_understood() {
        String agency = agencies.one();
        house.administrator()
                .post(
                        "/api/knowledge",
                        java.util.Map.of(
                                "agency", agency,
                                "title", "Маломерный флот: регистрация катеров",
                                "answer", "Катер регистрируют в инспекции.",
                                "source", "приказ"));
        Page page = editor.at("/knowledge#synonyms");
        page.getByLabel("Слова одного смысла").fill("плоскодонка; маломерный флот");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Добавить"))
                .click();
        assertThat(page.getByText("плоскодонка · маломерный флот")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Найти").setExact(true))
                .click();
        page.getByLabel("Найти").fill("оформить плоскодонку");
        assertThat(page.locator("article").first()).containsText("Маломерный флот");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Все записи"))
                .click();
        page.getByLabel("Владелец").selectOption(agency);
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void an_operator_sees_that_somebody_has_asked_the_same_and_waits() {
        var call = House.call(agencies.one());
        call.put("text", "Когда откроют ледовую переправу через Лену у Жигалова?");
        Story story = house.register(call);
        Desk operator = Desk.of(Staff.OPERATOR, browser, port);
        operator.begin("citizen-question", "registerCall");
        Page page = operator.page();
        page.locator("textarea[name=text]").fill("у жигалова переправу ледовую через лену откроют когда");
        assertThat(page.locator(".pz-alike")).containsText(story.number());
    }
}
