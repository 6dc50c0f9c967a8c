package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Broken promises are on record with everything that proves them (I-5). */
@WholeHouse
class ViolationStoryTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void time_runs_as_usual() {
        clock.release();
    }

    @Test
    void a_late_answer_is_in_the_register_with_its_deadline_its_letters_and_its_derivation() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        MimeMessage letter = story.letter(1);
        clock.forward(Duration.ofDays(10));

        JsonNode line = House.eventually(
                        "the violation",
                        () -> house.supervisor().get("/api/violations?kind=LATE_ANSWER&agency=" + agency),
                        page -> page.get("violations").size() == 1)
                .at("/violations/0");

        assertThat(line.get("number").asText()).isEqualTo(story.number() + "/1");
        assertThat(line.get("kindInWords").asText()).isEqualTo("ответ не дан в срок (I-5, I-10.2)");
        assertThat(line.get("ours").asBoolean()).isFalse();
        assertThat(line.get("at")).isEqualTo(story.inquiry(1).get("due"));
        assertThat(line.get("evidence")).isEqualTo(story.inquiry(1).get("derivation"));
        JsonNode proof = house.supervisor()
                .get("/api/violations/" + line.get("id").asText())
                .get("inquiry");
        assertThat(proof.at("/letters/0/serverReply").asText()).startsWith("250");
        assertThat(proof.at("/letters/0/messageId").asText()).isNotEmpty();

        house.send(AgencyMail.reply(letter, story.responsible(1), "Отвечаем с опозданием."));
        House.eventually(
                "when it was answered after all",
                () -> house.supervisor().get("/api/violations?agency=" + agency),
                page -> StreamSupport.stream(page.get("violations").spliterator(), false)
                        .anyMatch(each -> !each.get("answeredAt").isNull()));
    }

    @Test
    void the_register_is_read_page_by_page_and_as_a_table() {
        String agency = agencies.one();
        for (int i = 0; i < 3; i++) {
            house.ask(agency).letter(1);
        }
        clock.forward(Duration.ofDays(10));
        String asked = "/api/violations?kind=LATE_ANSWER&agency=" + agency;
        House.eventually(
                "three violations",
                () -> house.supervisor().get(asked),
                page -> page.get("violations").size() == 3);

        JsonNode first = house.supervisor().get(asked + "&limit=2");
        JsonNode second = house.supervisor()
                .get(asked + "&limit=2&behind=" + first.get("next").asText());

        assertThat(first.get("violations")).hasSize(2);
        assertThat(second.get("violations")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(first.toString())
                .doesNotContain(second.at("/violations/0/number").asText());
        String table = new String(
                Visitor.program(port, Staff.SUPERVISOR, Staff.PASSWORD)
                        .bytes("/api/violations/export.csv?kind=LATE_ANSWER&agency=" + agency)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(table)
                .startsWith("\uFEFFКогда;Чьё;Орган;Запрос;Нарушение")
                .contains(second.at("/violations/0/number").asText());
    }
}
