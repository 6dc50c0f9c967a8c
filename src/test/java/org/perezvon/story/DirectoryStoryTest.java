package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who answers for an agency, as administrators and supervisors keep it, and what that means for inquiries (I-3.1, T-2). */
@WholeHouse
class DirectoryStoryTest {

    private static final String PETROV = "petrov@deputy.example";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @LocalServerPort
    int port;

    @Test
    void a_letter_goes_to_the_deputy_while_the_responsible_person_is_away() {
        String agency = agencies.one();
        JsonNode card = house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/absences",
                        Map.of(
                                "email",
                                "ivanova@" + agency + ".example",
                                "until",
                                LocalDate.now().plusDays(5).toString(),
                                "deputy",
                                Map.of("name", "Петров Пётр Петрович", "email", PETROV)));
        assertThat(card.at("/recipients/0/role").asText()).isEqualTo("ABSENCE_DEPUTY");

        Story story = house.ask(agency);

        assertThat(story.responsible(1)).isEqualTo(PETROV);
        assertThat(story.letter(1)).isNotNull();
    }

    @Test
    void when_everybody_is_away_a_person_is_asked_at_once_and_nothing_is_queued() {
        String agency = agencies.one();
        house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/absences",
                        Map.of(
                                "email",
                                "ivanova@" + agency + ".example",
                                "until",
                                LocalDate.now().plusDays(5).toString()));

        Story story = house.ask(agency);

        assertThat(story.taskWaits(1, "userTask_nameResponsible")).isTrue();
        assertThat(story.inquiry(1).get("letters")).isEmpty();
    }

    @Test
    void another_responsible_person_leaves_an_open_inquiry_where_it_is() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        String asked = story.responsible(1);
        story.letter(1);

        house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/responsible",
                        Map.of("name", "Новикова Анна", "email", "novikova@" + agency + ".example"));

        assertThat(story.responsible(1)).isEqualTo(asked);
        story.agencyAnswers(1, "Ответ прежнего лица.");
        story.callBackTask();
    }

    @Test
    void the_card_tells_periods_deputies_agreements_and_who_changed_what() {
        String agency = agencies.one();
        String at = "/api/agencies/" + agency;
        house.supervisor()
                .post(
                        at + "/appointments",
                        Map.of("name", "Новикова Анна", "email", "novikova@next.example", "from", "2030-01-09"));
        Api administrator = house.administrator();
        administrator.put(
                at + "/deputies",
                Map.of("deputies", List.of(Map.of("name", "Зверев Павел", "email", "zverev@deputy.example"))));
        Visitor visitor = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD);
        assertThat(visitor.put(at + "/deputies", "{\"deputies\": [{\"name\": \"Зверев\", \"email\": \"почта\"}, {}]}")
                        .body())
                .contains("deputies[1].name", "Укажите фамилию");
        administrator.post(
                at + "/agreements",
                Map.of(
                        "number",
                        "17-С",
                        "concludedOn",
                        "2020-01-10",
                        "validFrom",
                        "2020-01-10",
                        "validUntil",
                        "2021-01-09",
                        "scope",
                        "Справочная информация"));

        JsonNode card = administrator.get(at + "/card");

        assertThat(card.get("recipients").findValuesAsText("email"))
                .containsExactly("ivanova@" + agency + ".example", "zverev@deputy.example");
        assertThat(card.get("appointments").findValuesAsText("name"))
                .containsExactly("Новикова Анна", "Иванова Анна Петровна");
        assertThat(card.at("/appointments/1/until").asText()).isEqualTo("2030-01-08T16:00:00Z");
        assertThat(card.get("changes").findValuesAsText("person")).contains("anna", "sergei");
        assertThat(warned(agency)).isEqualTo("17-С true");
        assertThat(visitor.figures().body())
                .containsPattern("perezvon_directory_agreements\\{state=\"expired\"\\} [1-9]")
                .contains("perezvon_directory_unanswerable");

        Map<String, String> successor = new HashMap<>(Map.of(
                "number",
                "18-С",
                "concludedOn",
                "2021-01-10",
                "validFrom",
                "2021-01-10",
                "scope",
                "Справочная информация"));
        administrator.post(at + "/agreements", successor);
        assertThat(warned(agency)).as("it has a successor").isEmpty();
        assertThat(house.operator().tryPost(at + "/agreements", successor).statusCode())
                .isEqualTo(403);
        successor.put("validUntil", "2020-12-31");
        assertThat(house.administrator().tryPost(at + "/agreements", successor).body())
                .contains("Соглашение кончается раньше");
        HttpResponse<String> refused =
                house.supervisor().tryPost(at + "/absences", Map.of("email", "ivanova", "until", "2030-01-09"));
        assertThat(Api.json(refused).at("/errors/0/field").asText()).isEqualTo("email");
    }

    @Test
    void the_file_of_the_directory_comes_back_unchanged_and_changes_what_was_changed_in_it() {
        String agency = agencies.one();
        String file = new String(house.administrator().bytes("/api/directory/file"), StandardCharsets.UTF_8);
        JsonNode same = take(file, false);
        assertThat(same.get("faults")).isEmpty();
        assertThat(same.get("effects")).isEmpty();
        assertThat(same.get("unchanged").asInt()).isGreaterThan(0);

        String phone = "код;телефон;второй адрес;заместители;темы;проверка отправителя\r\n" + agency
                + ";'+7 395 200-00-11;priemnaya@gov.example;Зверев Павел <zverev@deputy.example>;отопление;REQUIRE\r\n";
        JsonNode tried = take(phone, true);
        assertThat(tried.get("taken").asBoolean()).isFalse();
        assertThat(tried.at("/effects/0/what").asText())
                .contains("телефон: было «», стало «+7 395 200-00-11»", "темы: было «пособия», стало «отопление»")
                .doesNotContain("название");
        assertThat(card(agency).at("/agency/phone").isNull()).isTrue();

        assertThat(take(phone, false).get("taken").asBoolean()).isTrue();
        JsonNode card = card(agency);
        assertThat(card.at("/agency/phone").asText()).isEqualTo("+7 395 200-00-11");
        assertThat(card.at("/deputies/0/email").asText()).isEqualTo("zverev@deputy.example");
        assertThat(card.get("recipients").findValuesAsText("email"))
                .containsExactly("ivanova@" + agency + ".example", "priemnaya@gov.example", "zverev@deputy.example");
        assertThat(house.administrator()
                        .get("/api/agencies/" + agency + "/sender-policy")
                        .get("policy")
                        .asText())
                .isEqualTo("REQUIRE");
    }

    @Test
    void a_file_with_a_fault_is_taken_not_at_all_and_every_fault_is_told_by_its_line() {
        String agency = agencies.one();
        String file = "код;название;почта руководителя;обед\n"
                + agency + ";Другое название;;\n"
                + agency + ";Ещё раз;;\n"
                + "Плохой код;;нет;час\n";

        JsonNode report = take(file, false);

        assertThat(report.get("taken").asBoolean()).isFalse();
        List<String> places = new ArrayList<>();
        report.get("faults")
                .forEach(fault -> places.add(
                        fault.get("line").asInt() + " " + fault.get("column").asText()));
        assertThat(places)
                .contains("3 код", "4 код", "4 название", "4 почта руководителя", "4 обед", "4 вид", "4 часовой пояс");
        assertThat(report.get("faults").findValuesAsText("message"))
                .allMatch(message -> message.matches("(?s).*[а-яё].*"));
        assertThat(card(agency).at("/agency/name").asText()).doesNotContain("Другое");
    }

    private JsonNode card(String agency) {
        return house.administrator().get("/api/agencies/" + agency + "/card");
    }

    private String warned(String agency) {
        for (JsonNode warning : house.supervisor().get("/api/directory/agreements")) {
            if (warning.get("agency").asText().equals(agency)) {
                return warning.at("/agreement/number").asText() + " "
                        + warning.get("expired").asText();
            }
        }
        return "";
    }

    private JsonNode take(String file, boolean dryRun) {
        HttpResponse<String> answer = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD)
                .post("/api/directory/file?dryRun=" + dryRun, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }
}
