package org.perezvon.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Somebody at work in a browser: logs in once and opens one form after another. */
public final class Desk {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    private final Page page;

    private Desk(Page page) {
        this.page = page;
    }

    /** @param person one of {@link Staff} */
    public static Desk of(String person, Browser browser, int port) {
        Page page = browser.window("http://localhost:" + port);
        page.navigate("/");
        page.getByLabel("Имя для входа").fill(person);
        page.getByLabel("Пароль").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти"))
                .click();
        page.waitForURL(Pattern.compile(".*/camunda/app/.*"));
        return new Desk(page);
    }

    public Page page() {
        return page;
    }

    /** One of our own pages. */
    public Page at(String path) {
        page.navigate(path);
        return page;
    }

    /** The form of a task, taken. */
    public Locator take(JsonNode task, String form) {
        Locator shown = look(task, form);
        shown.getByText("Взять в работу").click();
        return shown;
    }

    /** The form of a task nobody has to take first, or that is this person's already. */
    public Locator look(JsonNode task, String form) {
        return opened("?task=" + task.get("id").asText(), form);
    }

    /** The dialog in which a process is started. */
    public Locator begin(String process, String form) {
        return opened("?processStart=" + process, form);
    }

    /** For whoever reads the build's artefacts. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private Locator opened(String place, String form) {
        page.navigate("about:blank"); // another place of the same page would be no visit
        page.navigate(TASKLIST + place);
        Locator shown = page.locator("form[name=" + form + "]");
        assertThat(shown).isVisible();
        return shown;
    }
}
