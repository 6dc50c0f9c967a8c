package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Particulars;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.perezvon.worktime.Body;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls about health go to whoever helps at once, in working hours (I-12). It is Tuesday the 17th of November 2026. */
@WholeHouse
class TransferStoryTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PAIN = "Второй день не могу вызвать терапевта из поликлиники, температура";

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    Directory directory;

    /** Names the ministry, or it would be one of many in this house. */
    private String pain = "";

    private String ministry = "";
    private String hospital = "";

    @BeforeEach
    void a_ministry_and_its_hospital_are_at_work() {
        at("10:30");
        int number = NUMBER.incrementAndGet();
        ministry = "minzdrav-" + number;
        hospital = "hospital-" + number;
        pain = PAIN + ". Звонил и в Минздрав № " + number;
        directory.put(agency(ministry, "Минздрав № " + number, Agency.Kind.REGIONAL)
                .with(new Particulars(
                        Optional.empty(), Optional.empty(), Optional.of("8 (3952) 24-05-86"), Optional.empty())));
        directory.put(agency(hospital, "Поликлиника № " + number, Agency.Kind.SUBORDINATE)
                .with(new Particulars(
                        Optional.of(ministry), Optional.empty(), Optional.of("8 (3952) 11-22-33"), Optional.empty())));
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void in_working_hours_the_operator_is_told_to_transfer_the_call_and_where() {
        JsonNode proposal = proposed(pain, ministry).orElseThrow();

        assertThat(proposal.at("/transfer/must").asBoolean()).isTrue();
        assertThat(proposal.at("/transfer/now").asBoolean()).isTrue();
        assertThat(proposal.at("/transfer/inWords").asText()).isEqualTo("Переведите звонок");
        assertThat(proposal.at("/transfer/clause").asText()).contains("I-12");
        assertThat(proposal.at("/transfer/places").findValuesAsText("phone"))
                .containsExactly("8 (3952) 24-05-86", "8 (3952) 11-22-33");
        assertThat(proposal.get("reasons").toString()).contains("поликлиника", "терапевт");
    }

    @Test
    void a_passing_word_transfers_no_call() {
        String roads = "roads-" + NUMBER.incrementAndGet();
        directory.put(new Agency(
                roads,
                "Дорожная служба № " + NUMBER.get(),
                "Дорожная служба № " + NUMBER.get(),
                Agency.Kind.MUNICIPAL,
                ZoneId.of("Asia/Irkutsk"),
                List.of("ru", "ru-IRK"),
                Body.irkutsk().hours(),
                "irkutsk",
                List.of("грейдер", "щебень", "обочина", "кювет", "асфальт"),
                Optional.empty()));
        String text = "Дорожная служба № " + NUMBER.get()
                + " бросила грейдер и щебень на обочине у кювета, асфальта нет, к больнице не проехать";

        JsonNode proposals = house.operator().post("/api/competence", Map.of("text", text));

        assertThat(proposals.at("/0/agency/code").asText()).isEqualTo(roads);
        assertThat(proposals).hasSizeGreaterThan(1).allMatch(proposal -> proposal.get("transfer")
                .isNull());
    }

    @Test
    void to_a_one_stop_shop_a_call_may_be_transferred_when_the_operator_wants_it() {
        String name = "Мои документы № " + NUMBER.incrementAndGet();
        directory.put(agency("mfc-" + NUMBER.get(), name, Agency.Kind.ONE_STOP_SHOP)
                .with(new Particulars(
                        Optional.empty(), Optional.empty(), Optional.of("8-800-1000-447"), Optional.empty())));

        JsonNode transfer = proposed("Приняли ли заявление в " + name + "?", "mfc-" + NUMBER.get())
                .orElseThrow()
                .get("transfer");

        assertThat(transfer.get("must").asBoolean()).isFalse();
        assertThat(transfer.get("inWords").asText()).isEqualTo("Можно перевести звонок");
        assertThat(transfer.get("clause").asText()).contains("T-3.2");
    }

    @Test
    void at_night_and_in_the_lunch_break_the_call_goes_the_ordinary_way() {
        for (String time : List.of("13:30", "18:00", "23:15", "08:59")) {
            at(time);
            JsonNode transfer = proposed(pain, ministry).orElseThrow().get("transfer");

            assertThat(transfer.get("now").asBoolean()).as(time).isFalse();
            assertThat(transfer.get("inWords").asText()).contains("обычный порядок");
        }
        HttpResponse<String> refused = house.operator().tryPost("/api/call-transfers", transfer(ministry));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.json(refused).at("/errors/0/message").asText()).contains("нерабочее время", "обычным порядком");
    }

    @Test
    void a_citizen_who_was_connected_needs_nothing_more() {
        JsonNode begun = house.operator().post("/api/call-transfers", transfer(ministry));
        Story story = house.story(begun.get("number").asText());
        assertThat(story.state()).isEqualTo("TRANSFER");
        assertThat(begun.get("phone").asText()).isEqualTo("8 (3952) 24-05-86");
        assertThat(begun.get("clause").asText()).contains("I-12");

        settle(begun, "CONNECTED");

        JsonNode closed = story.closed();
        assertThat(closed.get("outcome").asText()).isEqualTo("TRANSFERRED");
        assertThat(closed.get("inquiries")).isEmpty();
        JsonNode outcome = house.operator()
                .get("/api/questions/" + story.number() + "/transfer")
                .get("outcome");
        assertThat(outcome.get("outcome").asText()).isEqualTo("CONNECTED");
        assertThat(outcome.get("by").asText()).isEqualTo("olga");
        assertThat(story.passed(story.number()))
                .contains("task_recordTransfer", "event_citizenConnected")
                .doesNotContain("task_continueAsQuestion");
    }

    @Test
    void a_call_nobody_took_becomes_a_question_without_asking_the_citizen_again() {
        JsonNode begun = house.operator().post("/api/call-transfers", transfer(hospital));
        Story story = house.story(begun.get("number").asText());

        settle(begun, "NO_ANSWER");

        assertThat(story.letter(1)).isNotNull();
        assertThat(story.view().get("text").asText()).isEqualTo(pain);
        assertThat(story.inquiry(1).at("/agency/code").asText())
                .as("an institution is asked through its ministry")
                .isEqualTo(ministry);
        story.agencyAnswers(1, "Врач придёт сегодня до 18:00.");
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
        JsonNode timeline = house.operator().get("/api/questions/" + story.number() + "/timeline");
        assertThat(timeline.findValuesAsText("kind"))
                .containsSubsequence("REGISTERED", "TRANSFER_BEGUN", "TRANSFER_NO_ANSWER", "LETTER_REQUEST");
        assertThat(timeline.findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("Звонок переводят: Поликлиника № ") && text.contains("I-12"))
                .contains("Перевод звонка: не ответили");
        House.eventually(
                "the transfer ends, too",
                () -> house.administrator()
                        .get("/engine-rest/process-instance/count?processDefinitionKey=call-transfer&businessKey="
                                + story.number())
                        .get("count")
                        .asInt(),
                count -> count == 0);
    }

    @Test
    void whoever_forgets_to_note_the_outcome_keeps_no_citizen_waiting() {
        Map<String, Object> transfer = transfer(ministry);
        JsonNode begun = house.operator().post("/api/call-transfers", transfer);
        Story story = house.story(begun.get("number").asText());
        JsonNode timer = House.eventually(
                        "a timer", () -> story.timers("event_outcomeNotRecorded"), timers -> !timers.isEmpty())
                .get(0);
        assertThat(timer.get("dueDate").asText()).startsWith("2026-11-17T02:3");

        at("10:36");

        assertThat(story.letter(1)).isNotNull();
        JsonNode told = house.operator().get("/api/questions/" + story.number() + "/transfer");
        assertThat(told.at("/outcome/outcome").asText()).isEqualTo("UNKNOWN");
        assertThat(told.get("task").isNull()).isTrue();
        assertThat(told.get("otherwise").toString()).isEqualTo("[\"" + ministry + "\"]");
        HttpResponse<String> late = house.operator()
                .tryPost(
                        "/api/tasks/" + begun.get("task").asText() + "/transfer-outcome",
                        Map.of("outcome", "CONNECTED"));
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.body()).contains("вопрос пошёл обычным порядком");
    }

    @Test
    void the_same_transfer_sent_twice_is_one_question() {
        JsonNode first =
                house.operator().post("/api/call-transfers", transfer(ministry), "Idempotency-Key", "t-" + ministry);
        JsonNode second =
                house.operator().post("/api/call-transfers", transfer(ministry), "Idempotency-Key", "t-" + ministry);

        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(second.get("task")).isEqualTo(first.get("task"));
    }

    private void settle(JsonNode begun, String outcome) {
        house.operator()
                .post("/api/tasks/" + begun.get("task").asText() + "/transfer-outcome", Map.of("outcome", outcome));
    }

    private Optional<JsonNode> proposed(String text, String agency) {
        for (JsonNode proposal : house.operator().post("/api/competence", Map.of("text", text))) {
            if (proposal.at("/agency/code").asText().equals(agency)) {
                return Optional.of(proposal);
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> transfer(String to) {
        Map<String, Object> question = new LinkedHashMap<>(House.call());
        question.put("text", pain);
        return Map.of("transferTo", to, "question", question);
    }

    private void at(String time) {
        clock.moveTo(LocalDateTime.parse("2026-11-17T" + time)
                .atZone(ZoneId.of("Asia/Irkutsk"))
                .toInstant());
    }

    private static Agency agency(String code, String name, Agency.Kind kind) {
        return new Agency(
                code,
                name,
                name,
                kind,
                ZoneId.of("Asia/Irkutsk"),
                List.of("ru", "ru-IRK"),
                Body.irkutsk().hours(),
                "irkutsk",
                List.of("поликлиника", "больница", "врач"),
                Optional.of(new ResponsiblePerson(
                        "Черных Олег Викторович", EmailAddress.of("chernykh@" + code + ".example"), Optional.empty())));
    }
}
