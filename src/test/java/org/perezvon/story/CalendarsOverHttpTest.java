package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What programs and the page of calendars read of them over HTTP. */
@WholeHouse
class CalendarsOverHttpTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @LocalServerPort
    int port;

    @Test
    void an_agencys_year_shows_its_own_days_upon_its_region_and_country() {
        String agency = agencies.one();
        confirm(ownDay(agency, "2026-12-25", "day-off"));

        JsonNode year = house.administrator().get("/api/agencies/" + agency + "/calendar/2026");

        assertThat(day(year, "2026-12-25").get("state").asText()).isEqualTo("off");
        assertThat(day(year, "2026-12-25").get("why").asText()).contains("нерабочий день органа: приказ № 7");
        assertThat(day(year, "2026-05-09").get("state").asText()).isEqualTo("holiday");
        assertThat(year.at("/totals/workingDays").asInt()).isEqualTo(245);
    }

    @Test
    void what_a_proposal_changed_can_be_seen_after_its_decision_and_found_from_its_version() {
        String agency = agencies.one();
        long first = ownDay(agency, "2026-12-25", "day-off");
        confirm(first);
        long second = ownDay(agency, "2026-12-24", "short-day");
        confirm(second);

        assertThat(changed(first)).containsExactly("2026-12-25");
        assertThat(changed(second)).containsExactly("2026-12-24");
        JsonNode versions = house.administrator().get("/api/calendars/own:" + agency + "/2026/versions");
        assertThat(versions.findValuesAsText("proposal"))
                .containsExactly(String.valueOf(second), String.valueOf(first));
        assertThat(versions.at("/0/days").asInt()).isEqualTo(2);
    }

    @Test
    void the_terms_in_force_are_listed_with_their_clauses() {
        JsonNode terms = house.operator().get("/api/deadlines/terms");

        assertThat(terms.findValuesAsText("name")).contains("irkutsk-answer", "kazakhstan-answer");
        assertThat(terms.findValuesAsText("clause")).contains("п. 10 подп. 2 регламента (I-10.2)");
    }

    @Test
    void a_list_of_reconciliations_tells_how_many_differences_each_found() {
        JsonNode run = house.administrator().post("/api/reconciliations", Map.of());

        JsonNode listed =
                house.administrator().get("/api/reconciliations?limit=1").get(0);

        assertThat(listed.get("id")).isEqualTo(run.get("id"));
        assertThat(listed.get("checked")).isEqualTo(run.get("checked"));
        assertThat(listed.get("found").asInt()).isEqualTo(run.get("findings").size());
        assertThat(listed.get("findings")).isEmpty();
    }

    @Test
    void a_file_sent_as_a_form_is_refused_with_what_to_do() {
        HttpResponse<String> refused = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD)
                .form("/api/calendars/proposals?layer=ru", "date,kind,name");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.json(refused).at("/errors/0/message").asText())
                .contains("Content-Type: application/octet-stream");
    }

    @Test
    void nobody_but_an_administrator_opens_the_page() {
        for (String user : List.of(Staff.OPERATOR, Staff.SUPERVISOR, Staff.PROCESS_OWNER, Staff.NOBODY)) {
            Visitor visitor = Visitor.browser(port);
            visitor.login(user, Staff.PASSWORD);
            HttpResponse<String> page = visitor.open("/calendars");
            assertThat(page.statusCode()).as(user).isEqualTo(403);
            assertThat(page.body()).as(user).contains("Эта страница не для вашей роли");
            assertThat(visitor.get("/calendars/overview.js").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        Visitor anna = Visitor.browser(port);
        anna.login(Staff.ADMINISTRATOR, Staff.PASSWORD);
        assertThat(anna.open("/calendars").statusCode()).isEqualTo(200);
        assertThat(anna.open("/calendars/no-such-file.js").statusCode()).isEqualTo(404);
    }

    private long ownDay(String agency, String date, String kind) {
        return house.administrator()
                .post("/api/agencies/" + agency + "/days", Map.of("date", date, "kind", kind, "reason", "приказ № 7"))
                .get("proposal")
                .asLong();
    }

    private void confirm(long proposal) {
        house.administrator().post("/api/calendars/proposals/" + proposal + "/confirmation", Map.of());
    }

    private List<String> changed(long proposal) {
        return house.administrator()
                .get("/api/calendars/proposals/" + proposal)
                .at("/difference/days")
                .findValuesAsText("date");
    }

    private static JsonNode day(JsonNode year, String date) {
        return StreamSupport.stream(year.get("days").spliterator(), false)
                .filter(day -> day.get("date").asText().equals(date))
                .findFirst()
                .orElseThrow();
    }
}
