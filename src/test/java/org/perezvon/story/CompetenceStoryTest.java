package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.Validity;
import org.perezvon.testing.House;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.perezvon.worktime.Body;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is proposed while an operator writes a question down, and why. */
@WholeHouse
class CompetenceStoryTest {

    @Autowired
    House house;

    @Autowired
    Directory directory;

    @Autowired
    KnowledgeBase knowledge;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "не работают дирижабли",
                "Когда починят причал для дирижаблей в Усть-Илимске?",
                "ДИРИЖАБЛЬ опоздал на два часа",
                "ещё вопрос про счёт за швартовку дирижабля"
            })
    void the_words_of_an_agency_are_understood_in_every_case(String typed) {
        agency("airships", "Агентство дирижаблей", "дирижабли", "швартовка", "счёт за швартовку");

        JsonNode first = proposed(typed).get(0);

        assertThat(first.at("/agency/code").asText()).isEqualTo("airships");
        assertThat(first.at("/reasons/0").asText()).startsWith("слова органа:").contains("дирижабл");
        assertThat(first.get("transfer").isNull()).isTrue();
    }

    @Test
    void the_owner_of_similar_knowledge_is_proposed_with_its_template() {
        agency("meteor", "Метеорная служба");
        knowledge.publish(
                Edition.template(
                        "meteor", "Ущерб от падения болида", "Подайте заявление.", "Закон о болидах", Validity.ALWAYS),
                "system",
                "");

        JsonNode proposal = of("meteor", proposed("упал болид, кто возместит ущерб"));

        assertThat(proposal.get("reasons").toString()).contains("Ущерб от падения болида");
    }

    @Test
    void what_was_chosen_for_similar_questions_is_proposed_and_no_question_is_told() {
        agency("geyser", "Служба гейзеров");
        for (String question : List.of(
                "Гейзер у Слюдянки затопил сарай ондатрами", "Сарай затопило, гейзер у Слюдянки принёс ондатр")) {
            Map<String, Object> call = new LinkedHashMap<>(House.call("geyser"));
            call.put("text", question);
            house.register(call);
        }

        JsonNode proposals = proposed("У Слюдянки снова гейзер, ондатры в сарае");

        assertThat(of("geyser", proposals).get("reasons").toString()).contains("для похожих вопросов выбирали: 2 из 2");
        assertThat(proposals.toString()).doesNotContain("ондатр");
    }

    @Test
    void nothing_is_proposed_for_what_speaks_for_nobody() {
        assertThat(proposed("квантовая хромодинамика глюонов")).isEmpty();
        assertThat(proposed("")).isEmpty();
        assertThat(proposed("и на во :' & | ! \\ \"")).isEmpty();
    }

    @Test
    void a_topic_is_taught_new_words_and_an_administrator_does_it() {
        agency("sanatorium", "Служба санаториев", "санаторий");
        Map<String, Object> topic =
                Map.of("title", "Санатории", "words", List.of("санаторий", "курортолог", "грязелечебница"));
        String words = "{\"title\": \"Санатории\", \"words\": [\"санаторий\"]}";
        Visitor operator = Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD);
        assertThat(operator.put("/api/directory/topics/resort", words).statusCode())
                .isEqualTo(403);

        house.administrator().put("/api/directory/topics/resort", topic);

        assertThat(of("sanatorium", proposed("Где в Иркутске грязелечебницы?"))
                        .get("reasons")
                        .toString())
                .contains("тема «Санатории»: грязелечебница");
    }

    @Test
    void a_table_with_a_row_that_is_no_rule_is_refused_in_russian() throws IOException {
        String table = Files.readString(Path.of("processes/competence.dmn"));

        HttpResponse<String> refused = Visitor.program(port, Staff.PROCESS_OWNER, Staff.PASSWORD)
                .deploy("competence.dmn", table.replaceFirst("<text>60</text>", "<text>600</text>"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Таблица компетенции, строка 1", "целое число от 0 до 100, а стоит «600»");
    }

    private JsonNode proposed(String text) {
        return house.operator().post("/api/competence", Map.of("text", text));
    }

    private static JsonNode of(String agency, JsonNode proposals) {
        for (JsonNode proposal : proposals) {
            if (proposal.at("/agency/code").asText().equals(agency)) {
                return proposal;
            }
        }
        throw new AssertionError(agency + " is not among " + proposals);
    }

    private void agency(String code, String name, String... topics) {
        directory.put(new Agency(
                code,
                name,
                name,
                Agency.Kind.REGIONAL,
                ZoneId.of("Asia/Irkutsk"),
                List.of("ru", "ru-IRK"),
                Body.irkutsk().hours(),
                "irkutsk",
                List.of(topics),
                Optional.of(new ResponsiblePerson(
                        "Иванова Анна", EmailAddress.of("ivanova@" + code + ".example"), Optional.empty()))));
    }
}
