package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

/** A case is found, read and ended where no task leads to it. Nobody learns there who called. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesInBrowserTest {

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
    void an_operator_comes_to_work() {
        browser = Browser.start();
        desk = Desk.of(Staff.OPERATOR, browser, port);
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
    void a_case_without_a_task_is_found_by_the_end_of_its_number_and_ended_because_it_is_no_longer_needed() {
        Story story = house.ask(agencies.one(), agencies.one());
        story.letter(1);
        story.letter(2);
        story.agencyAnswers(1, "Пособие назначат в декабре.");
        House.eventually("answered", () -> story.inquiry(1).get("state").asText(), "ANSWERED"::equals);
        Page page = desk.at("/questions");
        page.getByLabel("Номер").fill(story.number().replaceFirst(".*-0*", ""));
        Locator row = page.locator("tr[data-case='" + story.number() + "']");
        assertThat(row).containsText("ждём ответа");
        desk.picture("questions");
        page.getByLabel("Номер").press("Enter");

        assertThat(page.locator("h1")).containsText("Обращение " + story.number());
        assertThat(page.locator("[data-inquiry]")).hasCount(2);
        assertThat(page.locator("[data-inquiry='" + story.number() + "/1']"))
                .containsText("Пособие назначат в декабре");
        assertThat(page.locator("[data-inquiry='" + story.number() + "/2'] .pz-deadline"))
                .containsText("Почему такой срок?");
        assertThat(page.locator("[data-kind=LETTER_REQUEST]").first()).isVisible();
        desk.picture("question");
        assertThat(page.content()).doesNotContain("Сидорова").doesNotContain("000-11-22");

        page.getByText("Больше не нужно").click();
        page.getByLabel("Почему ответ не нужен").fill("Разобрались сами");
        page.getByText("Отозвать вопрос").click();
        assertThat(page.locator("h1")).containsText("вопрос отозван");
        assertThat(story.closed().get("outcome").asText()).isEqualTo("WITHDRAWN");
        House.eventually("a letter to the other agency", () -> story.letters(2), letters -> letters.stream()
                .anyMatch(letter -> Mails.text(letter).contains("готовить ответ не нужно")));
    }

    @Test
    void what_is_late_or_stuck_is_told_apart_from_what_goes_on() {
        clock.moveTo(LocalDateTime.parse("2026-11-17T10:30")
                .atZone(ZoneId.of("Asia/Irkutsk"))
                .toInstant());
        String agency = agencies.one();
        Story late = house.ask(agency);
        late.letter(1);
        Story nobodyThere = house.ask(agency, agencies.withoutResponsible());
        nobodyThere.task(2, "userTask_nameResponsible");
        nobodyThere.agencyAnswers(1, "Ответ.");
        House.eventually("answered", () -> nobodyThere.inquiry(1).get("state").asText(), "ANSWERED"::equals);
        assertThat(found("late=true&agency=" + agency)).isEmpty();
        assertThat(found("stuck=true&agency=" + agency)).isEmpty();

        clock.forward(Duration.ofMinutes(20));
        assertThat(found("stuck=true&agency=" + agency)).containsExactly(nobodyThere.number());
        clock.forward(Duration.ofDays(1));
        assertThat(found("late=true&agency=" + agency)).containsExactly(late.number());
        assertThat(found("state=CLOSED&agency=" + agency)).isEmpty();
        assertThat(found("state=WAITING&agency=" + agency)).containsExactly(nobodyThere.number(), late.number());
    }

    @Test
    void cases_come_page_by_page_and_tell_nothing_of_the_caller() {
        String agency = agencies.one();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(0, house.ask(agency).number());
        }

        JsonNode first = house.operator().get("/api/cases?limit=2&agency=" + agency);
        JsonNode second = house.operator()
                .get("/api/cases?limit=2&agency=" + agency + "&behind="
                        + first.get("next").asText());

        assertThat(first.get("cases").findValuesAsText("number")).isEqualTo(all.subList(0, 2));
        assertThat(second.get("cases").findValuesAsText("number")).isEqualTo(all.subList(2, 3));
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(first.toString() + house.operator().get("/api/cases/" + all.get(0)))
                .doesNotContain("Сидорова")
                .doesNotContain("9140001122");
        assertThat(found("q=" + all.get(1) + "/1")).containsExactly(all.get(1));
        assertThat(found("q=nothing")).isEmpty();
    }

    @Test
    void an_editor_is_told_that_cases_are_not_for_him() {
        Desk editor = Desk.of(Staff.EDITOR, browser, port);

        Response response = Objects.requireNonNull(editor.page().navigate("/questions"));

        assertThat(response.status()).isEqualTo(403);
    }

    private List<String> found(String query) {
        return house.operator().get("/api/cases?" + query).get("cases").findValuesAsText("number");
    }
}
