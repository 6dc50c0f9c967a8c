package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A process owner edits the table of terms, in a row for a jurisdiction of its own: no other test looks at it. All
 * questions are received on Tuesday the 17th of November 2026 at 10:30.
 */
@WholeHouse
class TermTableStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    private static final String ROW = """
            <rule id="rule_successor">
              <inputEntry id="if_successor_jurisdiction"><text>"successor"</text></inputEntry>
              <inputEntry id="if_successor_kind"><text>"citizen-question"</text></inputEntry>
              <outputEntry id="then_successor_term"><text>"successor-answer"</text></outputEntry>
              <outputEntry id="then_successor_counting"><text>"конец дня"</text></outputEntry>
              <outputEntry id="then_successor_length"><text>%s</text></outputEntry>
              <outputEntry id="then_successor_cutOff"><text>"15:00"</text></outputEntry>
              <outputEntry id="then_successor_wall"><text>7</text></outputEntry>
              <outputEntry id="then_successor_wallClause"><text>"п. 12 нового регламента"</text></outputEntry>
              <outputEntry id="then_successor_reminder"><text>"1 ч"</text></outputEntry>
              <outputEntry id="then_successor_event"><text>"Запрос получен"</text></outputEntry>
              <outputEntry id="then_successor_duty"><text>"ответ ожидается"</text></outputEntry>
              <outputEntry id="then_successor_clause"><text>"п. 11 нового регламента"</text></outputEntry>
            </rule>
            """;

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(LocalDateTime.parse("2026-11-17T10:30").atZone(IRKUTSK).toInstant());
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void an_edited_table_is_for_new_inquiries_and_an_open_one_keeps_its_own_term() throws IOException {
        assertThat(deploy("2").statusCode()).isEqualTo(200);
        String agency = successorsAgency();
        Story open = received(agency);
        assertThat(local(open, "due")).isEqualTo("2026-11-19T18:00");
        assertThat(local(open, "maximum")).isEqualTo("2026-11-26T18:00");
        assertThat(open.inquiry(1).get("explanation").asText()).contains("два рабочих дня, п. 11 нового регламента");

        assertThat(deploy("3").statusCode()).isEqualTo(200);
        Story later = received(agency);
        assertThat(local(later, "due")).isEqualTo("2026-11-20T18:00");
        assertThat(local(open, "due")).isEqualTo("2026-11-19T18:00");

        dayOff(agency, "2026-11-18");
        House.eventually(
                "both a day later, each by its own term",
                () -> local(open, "due") + " " + local(later, "due"),
                "2026-11-20T18:00 2026-11-23T18:00"::equals);
    }

    @Test
    void a_table_with_a_row_that_is_no_term_is_refused_and_the_old_one_stays() throws IOException {
        assertThat(deploy("2").statusCode()).isEqualTo(200);
        String agency = successorsAgency();

        HttpResponse<String> refused = deploy("\"два\"");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Таблица сроков, строка 1")
                .contains("в столбце «Сколько» должно стоять целое число, а стоит «два»");
        assertThat(local(received(agency), "due")).isEqualTo("2026-11-19T18:00");
    }

    private HttpResponse<String> deploy(String length) throws IOException {
        String table = Files.readString(Path.of("processes/inquiry-terms.dmn"));
        int first = table.indexOf("<rule ");
        return Visitor.program(port, Staff.PROCESS_OWNER, Staff.PASSWORD)
                .deploy(
                        "inquiry-terms.dmn",
                        table.substring(0, first) + ROW.formatted(length) + table.substring(first));
    }

    /** An agency that has come under other rules. */
    private String successorsAgency() {
        String agency = agencies.one();
        JsonNode before = house.administrator().get("/api/agencies/" + agency);
        house.administrator()
                .put(
                        "/api/agencies/" + agency,
                        Map.of(
                                "name", before.get("name").asText(),
                                "shortName", before.get("shortName").asText(),
                                "kind", "REGIONAL",
                                "zone", "Asia/Irkutsk",
                                "calendars", List.of("ru", "ru-IRK"),
                                "opens", "09:00",
                                "closes", "18:00",
                                "jurisdiction", "successor",
                                "topics", List.of("пособия")));
        return agency;
    }

    private Story received(String agency) {
        Story story = house.ask(agency);
        story.inquiryInState(1, "WAITING");
        return story;
    }

    private void dayOff(String agency, String date) {
        long proposal = house.administrator()
                .post(
                        "/api/agencies/" + agency + "/days",
                        Map.of("date", date, "kind", "day-off", "reason", "приказ № 15"))
                .get("proposal")
                .asLong();
        house.administrator().post("/api/calendars/proposals/" + proposal + "/confirmation", Map.of());
    }

    private static String local(Story story, String moment) {
        return LocalDateTime.ofInstant(
                        Instant.parse(story.inquiry(1).get(moment).asText()), IRKUTSK)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
