package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The directory's file tells and takes agreements and absences, too (T-2, I-3.1). */
@WholeHouse
class DirectoryAnnexStoryTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @LocalServerPort
    int port;

    @Test
    void agreements_and_absences_come_back_unchanged_and_are_changed_by_their_lines() {
        String agency = agencies.one();
        String ivanova = "ivanova@" + agency + ".example";
        house.administrator()
                .post(
                        "/api/agencies/" + agency + "/absences",
                        Map.of("email", ivanova, "from", "2030-01-01", "until", "2030-01-14"));
        String file = new String(house.administrator().bytes("/api/directory/file"), StandardCharsets.UTF_8);
        assertThat(file).contains(ivanova + " с 01.01.2030 00:00 до 15.01.2030 00:00");
        assertThat(take(file, false).get("effects")).isEmpty();

        String changed = "код;соглашения;отсутствия\n" + agency
                + ";\"№ 12-С от 01.02.2026, с 01.02.2026 по 31.12.2040: расписание\";\"" + ivanova
                + " с 01.01.2030 00:00 до 20.01.2030 00:00, замещает Петров Пётр <petrov@gov.example>\"\n";
        JsonNode tried = take(changed, true);
        assertThat(tried.at("/effects/0/what").asText())
                .contains("соглашения: было «», стало «№ 12-С", "до 15.01.2030 00:00", "до 20.01.2030 00:00");
        assertThat(card(agency).get("agreements")).isEmpty();

        assertThat(take(changed, false).get("taken").asBoolean()).isTrue();
        assertThat(card(agency).at("/agreements/0/number").asText()).isEqualTo("12-С");
        assertThat(card(agency).get("absences")).hasSize(1);
        assertThat(card(agency).at("/absences/0/deputy/email").asText()).isEqualTo("petrov@gov.example");
        assertThat(take(changed, false).get("effects")).isEmpty();

        JsonNode refused = take("код;соглашения;отсутствия\n" + agency + ";№ 12-С;завтра\n", false);
        assertThat(refused.get("taken").asBoolean()).isFalse();
        assertThat(refused.get("faults").findValuesAsText("column")).containsExactly("соглашения", "отсутствия");

        take("код;отсутствия\n" + agency + ";\n", false);
        assertThat(card(agency).get("absences")).isEmpty();
        assertThat(card(agency).get("agreements")).hasSize(1);
    }

    private JsonNode card(String agency) {
        return house.administrator().get("/api/agencies/" + agency + "/card");
    }

    private JsonNode take(String file, boolean dryRun) {
        HttpResponse<String> answer = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD)
                .post("/api/directory/file?dryRun=" + dryRun, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }
}
