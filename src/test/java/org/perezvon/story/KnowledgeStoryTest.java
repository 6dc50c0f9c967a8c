package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** Items and their versions over HTTP; what a citizen was told stays what it was (I-8). */
@WholeHouse
class KnowledgeStoryTest {

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    private static Map<String, Object> item(String agency, String title, String answer) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("agency", agency);
        item.put("title", title);
        item.put("answer", answer);
        item.put("source", "приказ № 1");
        return item;
    }

    private JsonNode published(Map<String, Object> item) {
        return house.administrator().post("/api/knowledge", item);
    }

    @Test
    void what_was_said_stays_what_it_was_when_the_item_changes() {
        JsonNode first = published(item(agencies.one(), "Катание на верблюдах", "Верблюды ходят до ноября."));
        Map<String, Object> call = House.call();
        call.put("answeredBy", first.get("id").asLong());
        Story story = house.register(call);
        String place = "/api/knowledge/items/" + first.get("item").asLong();

        house.administrator()
                .put(
                        place,
                        item(first.at("/agency/code").asText(), "Катание на верблюдах", "Верблюды ходят круглый год."));

        JsonNode told = house.operator().get("/api/questions/" + story.number()).get("answerGiven");
        assertThat(told.get("answer").asText()).isEqualTo("Верблюды ходят до ноября.");
        assertThat(told.get("version").asInt()).isEqualTo(1);
        assertThat(house.operator().get(place).get("answer").asText()).isEqualTo("Верблюды ходят круглый год.");
        assertThat(house.operator().get(place).get("uses").asInt()).isEqualTo(1);
        assertThat(house.operator().get(place + "/versions").findValuesAsText("version"))
                .containsExactly("2", "1");
        assertThat(house.operator().get(place + "/difference?from=1&to=2").findValuesAsText("kind"))
                .contains("SAME", "GONE", "NEW");
    }

    @Test
    void a_call_script_has_steps_and_nothing_else_has() {
        Map<String, Object> script = item(agencies.one(), "Сценарий: звонок о пропавшем верблюде", "Спокойно.");
        script.put("kind", "SCRIPT");
        script.put("steps", List.of("Где видели\nСпросите место.", "Что дальше\nПередайте в службу."));
        assertThat(published(script).get("steps")).hasSize(2);
        script.put("kind", "TEMPLATE");
        HttpResponse<String> refused = house.administrator().tryPost("/api/knowledge", script);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Шаги бывают только у сценария разговора");
    }

    @Test
    void a_file_belongs_to_the_versions_that_had_it() {
        JsonNode first = published(item(agencies.one(), "Бланк заявления на верблюда", "Бланк приложен."));
        String place = "/api/knowledge/items/" + first.get("item").asLong();
        JsonNode files = house.administrator().post(place + "/files?name=" + encoded("бланк.txt"), "верблюд");
        assertThat(files.findValuesAsText("name")).containsExactly("бланк.txt");
        long second = house.operator().get(place).get("id").asLong();
        assertThat(second).isNotEqualTo(first.get("id").asLong());
        String file = "/api/knowledge/versions/" + second + "/files/1";
        House.eventually("looked at", () -> house.operator().tryGet(file).statusCode(), code -> code == 200);
        assertThat(new String(house.operator().bytes(file), java.nio.charset.StandardCharsets.UTF_8))
                .contains("верблюд");
        assertThat(house.operator()
                        .get("/api/knowledge/versions/" + first.get("id").asLong() + "/files"))
                .isEmpty();

        house.administrator()
                .put(place, item(first.at("/agency/code").asText(), "Бланк заявления на верблюда", "Бланк новый."));

        long third = house.operator().get(place).get("id").asLong();
        assertThat(house.operator().get("/api/knowledge/versions/" + third + "/files"))
                .hasSize(1);
        assertThat(house.administrator()
                        .tryPost(place + "/files?name=" + encoded(" / "), "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.operator().tryPost(place + "/files?name=x", "x").statusCode())
                .isEqualTo(403);
        assertThat(house.operator()
                        .tryGet("/api/knowledge/versions/" + third + "/files/9")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void operators_read_and_do_not_publish() {
        assertThat(house.operator()
                        .tryPost("/api/knowledge", item(agencies.one(), "Яки", "Яки пасутся."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.operator()
                        .tryPost("/api/knowledge/synonyms", Map.of("terms", List.of("як", "яки")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everything_on_a_shelf_is_seen_page_by_page() {
        String agency = agencies.one();
        for (int i = 0; i < 52; i++) {
            published(item(agency, "Полка, запись " + i, "Текст " + i));
        }
        JsonNode first = house.operator().get("/api/knowledge/items?agency=" + agency);
        assertThat(first.get("items")).hasSize(50);
        JsonNode second = house.operator()
                .get("/api/knowledge/items?agency=" + agency + "&behind="
                        + first.get("next").asLong());
        assertThat(second.get("items").findValuesAsText("title")).containsExactly("Полка, запись 1", "Полка, запись 0");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(house.operator()
                        .get("/api/knowledge/items?agency=" + agency + "&state=EXPIRED")
                        .get("items"))
                .isEmpty();
    }

    @Test
    void an_item_that_is_not_there_and_a_reason_that_is_missing_are_told_in_russian() {
        HttpResponse<String> missing = house.operator().tryGet("/api/knowledge/items/999999999");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Api.json(missing).get("detail").asText()).contains("Нет записи № 999999999");
        assertThat(house.administrator()
                        .tryPost("/api/knowledge/synonyms", Map.of("terms", List.of("одно")))
                        .body())
                .contains("от двух до");
    }

    @Test
    void a_question_like_an_open_one_is_recognised_and_one_that_is_over_is_not() {
        Map<String, Object> call = House.call(agencies.one());
        call.put("text", "Верблюд ушёл из зоопарка в Листвянке, кто его поймает?");
        Story story = house.register(call);
        String asked = "/api/cases/alike?q=" + encoded("кто поймает верблюда в листвянке");
        assertThat(house.operator().get(asked).findValuesAsText("number")).containsExactly(story.number());
        assertThat(house.operator().get("/api/cases/alike?q=" + encoded("верблюд")))
                .isEmpty();
        house.operator().post("/api/questions/" + story.number() + "/withdrawal", Map.of("why", "нашёлся"));
        House.eventually("closed", () -> house.operator().get(asked), JsonNode::isEmpty);
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }
}
