package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perezvon.testing.House.CALLER;
import static org.perezvon.testing.House.QUESTION;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.Validity;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Story;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen's question from the first ring to the call-back. */
@WholeHouse
class StoryTest {

    private static final String ANSWER =
            "Пособие назначается со дня подачи заявления.\nСрок рассмотрения — 10 рабочих дней.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    KnowledgeBase knowledge;

    @LocalServerPort
    int port;

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void a_question_goes_to_the_agency_and_its_answer_to_the_citizen() {
        Story story = house.ask(agencies.one());
        assertThat(story.number()).matches("\\d{4}-\\d{6}");

        MimeMessage letter = story.letter(1);
        assertThat(Mails.subject(letter)).contains(story.number() + "/1");
        assertThat(Mails.text(letter)).contains(QUESTION).doesNotContain(CALLER, "914");
        assertThat(Mails.replyTo(letter)).matches("vopros\\+[a-z]-[a-z0-9]+-[a-z0-9]{13}@ekc\\.example");
        assertThat(story.state()).isEqualTo("WAITING");
        assertThat(story.callBackWaits()).isFalse();

        story.agencyAnswers(1, ANSWER);

        JsonNode task = story.callBackTask();
        assertThat(task.get("name").asText()).isEqualTo("Перезвонить гражданину");
        JsonNode asked = story.view();
        assertThat(asked.get("state").asText()).isEqualTo("CALL_BACK");
        assertThat(asked.at("/caller/phone").asText()).isEqualTo("+79140001122");
        assertThat(asked.at("/inquiries/0/state").asText()).isEqualTo("ANSWERED");
        assertThat(asked.at("/inquiries/0/replies")).hasSize(1);
        assertThat(asked.at("/inquiries/0/replies/0/text").asText()).isEqualTo(ANSWER);
        assertThat(asked.at("/inquiries/0/replies/0/quoted").asText()).contains(QUESTION);

        story.callBack(Map.of("outcome", "REACHED", "note", "всё поняла"));

        JsonNode told = story.closed();
        assertThat(told.get("outcome").asText()).isEqualTo("TOLD");
        assertThat(told.at("/callBacks/0/operator").asText()).isEqualTo("olga");
        assertThat(told.at("/callBacks/0/note").asText()).isEqualTo("всё поняла");
        assertThat(ended(story)).contains("event_citizenTold").doesNotContain("event_notReached");
        assertThat(story.letters(1)).hasSize(1);
    }

    @Test
    void nobody_calls_back_before_all_three_agencies_have_answered() {
        Story story = house.ask(agencies.one(), agencies.one(), agencies.one());
        for (int leg = 1; leg <= 3; leg++) {
            assertThat(Mails.subject(story.letter(leg))).contains(story.number() + "/" + leg);
        }

        story.agencyAnswers(2, "Ответ второго органа.");
        story.inquiryInState(2, "ANSWERED");
        assertThat(story.callBackWaits()).isFalse();
        story.agencyAnswers(3, "Ответ третьего органа.");
        story.inquiryInState(3, "ANSWERED");
        assertThat(story.callBackWaits()).isFalse();
        assertThat(story.state()).isEqualTo("WAITING");

        story.agencyAnswers(1, "Ответ первого органа.");

        story.callBackTask();
        assertThat(story.view().findValuesAsText("text"))
                .contains("Ответ первого органа.", "Ответ второго органа.", "Ответ третьего органа.");
    }

    @Test
    void an_answer_found_in_the_information_base_closes_the_question_at_once() {
        String agency = agencies.one();
        knowledge.publish(
                Edition.template(
                        agency,
                        "Капитал на третьего ребёнка из Ербогачёна",
                        "Заявление подают через МФЦ.",
                        "Закон 101-ОЗ",
                        Validity.ALWAYS),
                "system",
                "");
        JsonNode found = house.operator()
                .get("/api/knowledge?q=" + encoded("капиталом из ербогачёна"))
                .get(0);
        assertThat(found.get("answer").asText()).isEqualTo("Заявление подают через МФЦ.");
        Map<String, Object> call = House.call();
        call.put("answeredBy", found.get("id").asLong());

        Story story = house.register(call);

        JsonNode asked = story.view();
        assertThat(asked.get("state").asText()).isEqualTo("CLOSED");
        assertThat(asked.get("outcome").asText()).isEqualTo("ANSWERED_AT_ONCE");
        assertThat(asked.at("/answerGiven/answer").asText()).isEqualTo("Заявление подают через МФЦ.");
        assertThat(asked.get("inquiries")).isEmpty();
        assertThat(story.callBackWaits()).isFalse();
        assertThat(story.passed(story.number()))
                .contains("event_answeredAtOnce")
                .doesNotContain("call_agencyInquiry", "userTask_callBack");
        assertThat(house.post().mailbox("ivanova@" + agency + ".example")).isEmpty();
    }

    @Test
    void a_citizen_who_does_not_answer_is_called_again_in_an_hour_until_reached() {
        clock.moveTo(Instant.parse("2026-11-17T03:00:00Z")); // 11:00 in Irkutsk
        Story story = answered();

        story.callBack(Map.of("outcome", "NO_ANSWER"));

        assertThat(story.callBackWaits()).isFalse();
        Instant next =
                Instant.parse(story.view().at("/callBacks/0/nextAttemptAt").asText());
        assertThat(next)
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(59)),
                        clock.instant().plus(Duration.ofHours(1)));
        assertThat(story.timers("event_nextAttempt")).hasSize(1);

        clock.moveTo(next.plusSeconds(1));
        story.callBackTask();
        assertThat(story.timers("event_nextAttempt")).isEmpty();
        assertThat(story.state()).isEqualTo("CALL_BACK");
        story.callBack(Map.of("outcome", "REACHED"));

        JsonNode told = story.closed();
        assertThat(told.get("outcome").asText()).isEqualTo("TOLD");
        assertThat(told.get("callBacks")).hasSize(2);
    }

    @Test
    void three_calls_in_vain_close_the_question_as_not_reached() {
        clock.moveTo(Instant.parse("2026-11-17T03:00:00Z")); // 11:00 in Irkutsk
        Story story = answered();

        for (String outcome : List.of("NO_ANSWER", "BUSY")) {
            story.callBack(Map.of("outcome", outcome));
            clock.forward(Duration.ofMinutes(61));
        }
        story.callBack(Map.of("outcome", "NO_ANSWER"));

        assertThat(story.closed().get("outcome").asText()).isEqualTo("NOT_REACHED");
        assertThat(story.callBackWaits()).isFalse();
        assertThat(ended(story)).contains("event_notReached").doesNotContain("event_citizenTold");
    }

    @Test
    void a_citizen_who_asks_for_another_time_is_called_at_that_time() {
        Story story = answered();
        Instant wished = clock.instant().plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
        String task = story.callBackTask().get("id").asText();
        HttpResponse<String> refused =
                house.operator().tryPost("/api/tasks/" + task + "/call-back", Map.of("outcome", "CALL_LATER"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.json(refused).at("/errors/0/field").asText()).isEqualTo("nextAttemptAt");

        story.callBack(Map.of("outcome", "CALL_LATER", "nextAttemptAt", wished.toString()));

        JsonNode timer = story.timers("event_nextAttempt").get(0);
        assertThat(engineTime(timer.get("dueDate"))).isEqualTo(wished);
        clock.moveTo(wished.minusSeconds(60));
        assertThat(story.callBackWaits()).isFalse();
        clock.moveTo(wished.plusSeconds(1));
        story.callBackTask();
    }

    @Test
    void a_call_back_completed_in_the_engine_itself_counts_as_well() {
        Story story = answered();
        String task = story.callBackTask().get("id").asText();

        house.operator()
                .tryPost(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of("variables", Map.of("callBackOutcome", Map.of("value", "REACHED", "type", "String"))));

        JsonNode told = story.closed();
        assertThat(told.get("outcome").asText()).isEqualTo("TOLD");
        assertThat(told.at("/callBacks/0/outcome").asText()).isEqualTo("REACHED");
        assertThat(told.at("/callBacks/0/operator").asText()).isEqualTo("olga");
    }

    @Test
    void nobody_can_turn_a_task_to_another_citizens_question() {
        Story mine = answered();
        Story another = answered();
        String task = mine.callBackTask().get("id").asText();
        Map<String, Object> number = Map.of("value", another.number(), "type", "String");
        Map<String, Object> id = Map.of("value", 999, "type", "Long");

        HttpResponse<String> turned = house.operator()
                .tryPost(
                        "/engine-rest/task/" + task + "/variables",
                        Map.of("modifications", Map.of("questionNumber", number, "questionId", id)));
        // Whoever finishes a task may send variables along; which question it is about is none of them.
        house.operator()
                .tryPost(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "callBackOutcome", Map.of("value", "REACHED", "type", "String"),
                                        "questionNumber", number,
                                        "questionId", id)));

        assertThat(turned.statusCode()).isEqualTo(403);
        assertThat(mine.closed().get("outcome").asText()).isEqualTo("TOLD");
        assertThat(another.view().get("state").asText()).isEqualTo("CALL_BACK");
    }

    @Test
    void a_call_back_is_recorded_once() {
        Story story = answered();
        String path = "/api/tasks/" + story.callBackTask().get("id").asText() + "/call-back";
        house.operator().post(path, Map.of("outcome", "REACHED"));

        HttpResponse<String> again = house.operator().tryPost(path, Map.of("outcome", "REACHED"));

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(Api.json(again).get("detail").asText()).contains("уже перезвонили");
        assertThat(story.view().get("callBacks")).hasSize(1);
    }

    @Test
    void an_agency_that_has_named_nobody_costs_a_supervisors_minute_and_not_the_question() {
        String agency = agencies.withoutResponsible();
        Story story = house.ask(agency);
        JsonNode task = story.task(1, "userTask_nameResponsible");
        assertThat(task.get("name").asText()).isEqualTo("Назначить ответственное лицо");
        String decision = "/api/tasks/" + task.get("id").asText() + "/inquiry-decision";
        assertThat(house.operator().tryPost(decision, Map.of("tryAgain", true)).statusCode())
                .isEqualTo(403);

        house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/responsible",
                        Map.of("name", "Петров Пётр Петрович", "email", "petrov@" + agency + ".example"));
        house.supervisor().post(decision, Map.of("tryAgain", true));

        assertThat(Mails.text(story.letter(1))).contains("Петров Пётр Петрович");
        story.agencyAnswers(1, "Ответ.");
        story.callBackTask();
    }

    @Test
    void what_was_entered_wrongly_is_refused_field_by_field_in_russian() {
        Map<String, Object> call = new HashMap<>();
        call.put("line", "112");
        call.put("calledAt", Instant.now().plus(Duration.ofDays(1)).toString());
        call.put("caller", Map.of("phone", "12"));
        call.put("text", "  ");
        call.put("agencies", List.of("no-such-agency"));

        HttpResponse<String> refused = house.operator().tryPost("/api/questions", call);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Api.json(refused);
        Map<String, String> errors = new HashMap<>();
        problem.get("errors")
                .forEach(error -> errors.put(
                        error.get("field").asText(), error.get("message").asText()));
        assertThat(errors).containsOnlyKeys("line", "calledAt", "caller.phone", "text", "agencies");
        assertThat(errors.values()).allMatch(message -> message.matches(".*[а-яё]{3}.*"));
        assertThat(errors).containsEntry("text", "Запишите вопрос гражданина");
        assertThat(problem.get("detail").asText()).contains("Запишите вопрос гражданина");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"calledAt\": \"вчера\"}", "\"звонок\""})
    void what_is_no_registration_at_all_is_refused_without_being_quoted(String body) {
        HttpResponse<String> refused =
                Visitor.program(port, "olga", Staff.PASSWORD).post("/api/questions", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.json(refused).get("detail").asText()).contains("JSON").doesNotContain("вчера");
    }

    @Test
    void a_registration_sent_again_happens_once() {
        Map<String, Object> call = House.call(agencies.one());
        String key = UUID.randomUUID().toString();

        Story story = house.register(call, "Idempotency-Key", key);
        Story again = house.register(call, "Idempotency-Key", key);

        assertThat(again.number()).isEqualTo(story.number());
        story.letter(1);
        assertThat(house.post().mailbox(story.responsible(1))).hasSize(1);
        assertThat(house.register(call, "Idempotency-Key", UUID.randomUUID().toString())
                        .number())
                .isNotEqualTo(story.number());
    }

    @Test
    void a_registration_sent_eight_times_at_once_happens_once() {
        Map<String, Object> call = House.call(agencies.one());
        String key = UUID.randomUUID().toString();

        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(
                    () -> house.register(call, "Idempotency-Key", key).number()));
        }

        assertThat(sent.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void nobody_reads_a_question_without_logging_in() {
        String path = "/api/questions/" + house.ask(agencies.one()).number();

        assertThat(Visitor.browser(port).get(path).statusCode()).isEqualTo(401);
        assertThat(Visitor.program(port, "nobody-here", "wrong-password")
                        .get(path)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Visitor.browser(port).get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    /** Where a question has been whose processes have come to their ends. */
    private List<String> ended(Story story) {
        House.eventually(
                "the processes have ended",
                () -> house.administrator().get("/engine-rest/process-instance?businessKey=" + story.number()),
                JsonNode::isEmpty);
        return story.passed(story.number());
    }

    private Story answered() {
        Story story = house.ask(agencies.one());
        story.agencyAnswers(1, ANSWER);
        story.callBackTask();
        return story;
    }

    private static Instant engineTime(JsonNode text) {
        return OffsetDateTime.parse(text.asText(), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                .toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
