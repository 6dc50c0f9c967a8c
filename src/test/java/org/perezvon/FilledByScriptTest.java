package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.engine.Accounts;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an installation does not know yet, a script brings over HTTP: agencies and answers. */
@WholeHouse
class FilledByScriptTest {

    private static final String AGENCY = """
            {"name": "Министерство жилищной политики и энергетики", "shortName": "Минжилполитики", "kind": "REGIONAL",
             "zone": "Asia/Irkutsk", "calendars": ["ru", "ru-IRK"], "opens": "09:00", "closes": "18:00",
             "topics": ["отопление"],
             "responsible": {"name": "Иванова Мария Петровна", "email": "ivanova@zkh.example", "phone": "8 (3952) 12-34-56"}}
            """;

    private static final String ANSWER = """
            {"agency": "zkh-answers", "title": "Когда дадут отопление", "answer": "%s", "source": "Правила № 354",
             "validUntil": null}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void people_work_here() {
        Staff.hire(accounts);
    }

    @Test
    void an_administrator_enters_an_agency_and_corrects_it() {
        Visitor anna = as(Staff.ADMINISTRATOR);

        HttpResponse<String> entered = anna.put("/api/agencies/zkh", AGENCY);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.body())
                .contains("\"code\":\"zkh\"", "\"zone\":\"Asia/Irkutsk\"", "\"opens\":\"09:00", "ivanova@zkh.example");

        String corrected = AGENCY.replace("18:00", "17:00").replaceAll("(?s),\\s*\"responsible.*", "}");
        assertThat(anna.put("/api/agencies/zkh", corrected).body()).contains("\"closes\":\"17:00");
        assertThat(anna.get("/api/agencies").body())
                .contains("\"closes\":\"17:00", "ivanova@zkh.example", "8 (3952) 12-34-56")
                .containsOnlyOnce("\"code\":\"zkh\"");
    }

    @Test
    void an_administrator_enters_lunch_and_a_short_friday_and_everybody_reads_them() {
        String told = AGENCY.replace(
                "\"closes\": \"18:00\",",
                "\"closes\": \"18:00\", \"lunch\": {\"from\": \"13:00\", \"to\": \"14:00\"},"
                        + " \"days\": {\"FRIDAY\": {\"opens\": \"09:00\", \"closes\": \"17:00\"}},");

        as(Staff.ADMINISTRATOR).put("/api/agencies/zkh-lunch", told);

        assertThat(as(Staff.EDITOR).get("/api/agencies/zkh-lunch").body())
                .contains(
                        "\"opens\":\"09:00:00\",\"closes\":\"18:00:00\"",
                        "\"lunch\":{\"from\":\"13:00:00\",\"to\":\"14:00:00\"}",
                        "\"days\":{\"FRIDAY\":{\"opens\":\"09:00:00\",\"closes\":\"17:00:00\"}}",
                        "\"hours\":\"пн–чт 9:00–18:00, пт 9:00–17:00, обед 13:00–14:00\"",
                        "\"jurisdiction\":\"irkutsk\"");

        as(Staff.ADMINISTRATOR).put("/api/agencies/zkh-lunch", AGENCY);
        assertThat(as(Staff.OPERATOR).get("/api/agencies/zkh-lunch").body())
                .as("what is left out is no more")
                .contains("\"lunch\":null,\"days\":{}", "\"hours\":\"пн–пт 9:00–18:00\"");
    }

    @Test
    void an_agency_that_nobody_has_entered_is_not_found() {
        HttpResponse<String> missing = as(Staff.OPERATOR).get("/api/agencies/nobody");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Нет органа власти с кодом «nobody»");
    }

    @Test
    void what_is_wrong_with_an_agency_is_said_beside_each_field() {
        HttpResponse<String> refused = as(Staff.ADMINISTRATOR)
                .put(
                        "/api/agencies/zkh2",
                        AGENCY.replace("Asia/Irkutsk", "Irkutsk").replace("@", " "));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"zone\"", "Нет часового пояса", "\"field\":\"responsible.email\"");
        assertThat(as(Staff.ADMINISTRATOR).get("/api/agencies").body()).doesNotContain("zkh2");
    }

    @Test
    void only_an_administrator_enters_agencies() {
        assertThat(as(Staff.SUPERVISOR).put("/api/agencies/zkh3", AGENCY).statusCode())
                .isEqualTo(403);
        assertThat(as(Staff.EDITOR).put("/api/agencies/zkh3", AGENCY).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_editor_publishes_an_answer_and_then_a_better_one() {
        as(Staff.ADMINISTRATOR).put("/api/agencies/zkh-answers", AGENCY);
        Visitor elena = as(Staff.EDITOR);

        HttpResponse<String> published = elena.post("/api/knowledge", ANSWER.formatted("С 15 сентября."));
        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.body()).contains("\"version\":1", "\"name\":\"Минжилполитики\"");
        assertThat(elena.post("/api/knowledge", ANSWER.formatted("С 15 сентября."))
                        .body())
                .as("the same once more")
                .contains("\"version\":1");
        assertThat(elena.post("/api/knowledge", ANSWER.formatted("С 10 сентября."))
                        .body())
                .contains("\"version\":2");

        assertThat(as(Staff.OPERATOR)
                        .get("/api/knowledge?q=" + "%D0%BE%D1%82%D0%BE%D0%BF%D0%BB")
                        .body())
                .contains("С 10 сентября.")
                .doesNotContain("С 15 сентября.");
    }

    @Test
    void what_is_wrong_with_an_answer_is_said_beside_each_field() {
        HttpResponse<String> refused = as(Staff.EDITOR)
                .post("/api/knowledge", "{\"agency\": \"nobody\", \"title\": \"\", \"validUntil\": \"2020-02-30\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "\"field\":\"agency\"",
                        "Нет органа власти с кодом «nobody»",
                        "\"field\":\"title\"",
                        "\"field\":\"answer\"",
                        "\"field\":\"source\"",
                        "\"field\":\"validUntil\"");
    }

    @Test
    void an_operator_publishes_nothing() {
        assertThat(as(Staff.OPERATOR)
                        .post("/api/knowledge", ANSWER.formatted("Как-нибудь."))
                        .statusCode())
                .isEqualTo(403);
    }

    private Visitor as(String user) {
        return Visitor.program(port, user, Staff.PASSWORD);
    }
}
