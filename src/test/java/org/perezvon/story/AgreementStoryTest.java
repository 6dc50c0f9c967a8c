package org.perezvon.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.ExpiringAgreements;
import org.perezvon.testing.Browser;
import org.perezvon.testing.Desk;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agreement that ends is a supervisor's task until somebody sees to it or it is renewed (T-2). */
@WholeHouse
class AgreementStoryTest {

    private static final String TASK = "userTask_renewAgreement";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    ExpiringAgreements agreements;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private String agency;
    private LocalDate today;

    @BeforeEach
    void there_is_an_agency() {
        agency = agencies.one();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Irkutsk"));
    }

    @Test
    void an_agreement_that_ends_within_two_months_is_one_task_however_often_and_by_how_many_it_is_looked_for() {
        agreed("12-С", today.plusDays(61));
        assertThat(tasks()).isEmpty();

        agreed("12-С", today.plusDays(30));
        Stream.generate(() -> CompletableFuture.runAsync(agreements::look))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.get("name").asText()).endsWith(agency.replace("agency-", "№ "));
            assertThat(task.get("due").asText()).startsWith(today.plusDays(30).toString());
        });
    }

    @Test
    void a_renewed_agreement_takes_its_task_away_and_another_last_day_is_another_task() {
        agreed("12-С", today.plusDays(30));
        String first = tasks().get(0).get("id").asText();

        agreed("12-С", today.plusDays(20));
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.get("id").asText()).isNotEqualTo(first));

        agreed("13-С", today.plusYears(1));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void what_a_supervisor_sees_to_is_not_asked_again_and_stays_among_the_warnings() {
        agreed("12-С", today.plusDays(10));
        try (Browser browser = Browser.start()) {
            Locator form = Desk.of(Staff.SUPERVISOR, browser, port).take(tasks().get(0), "agreementExpiry");
            assertThat(form).containsText("Соглашение № 12-С от 01.02.2024");
            assertThat(form).containsText("расписание приёма");
            form.getByLabel("Кто продлевает").fill("Юристы, подпишут на неделе.");
            form.getByLabel("Кто продлевает").press("Control+Enter");
            assertThat(form).isHidden();
        }

        agreements.look();

        assertThat(tasks()).isEmpty();
        assertThat(house.supervisor().get("/api/directory/agreements").findValuesAsText("agency"))
                .contains(agency);
    }

    private void agreed(String number, LocalDate until) {
        Map<String, Object> agreement = new HashMap<>();
        agreement.put("number", number);
        agreement.put("concludedOn", "2024-02-01");
        agreement.put("validFrom", "2024-02-01");
        agreement.put("validUntil", until.toString());
        agreement.put("scope", "расписание приёма");
        house.administrator().post("/api/agencies/" + agency + "/agreements", agreement);
    }

    /** Open tasks about this agency, on the desk of whoever may take them. */
    private List<JsonNode> tasks() {
        String name = agency.replace("agency-", "№ ");
        JsonNode found =
                house.supervisor().get("/engine-rest/task?candidateGroup=supervisor&taskDefinitionKey=" + TASK);
        return StreamSupport.stream(found.spliterator(), false)
                .filter(task -> task.get("name").asText().endsWith(name))
                .toList();
    }
}
