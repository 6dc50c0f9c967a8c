package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** The citizen is told: by whom, when, how often, and what happens when that is not the end of it (I-10.2, I-11). */
@WholeHouse
class CallBackStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void a_tuesday_morning() {
        clock.moveTo(at("2026-11-17T10:30"));
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void with_the_first_answer_the_citizen_is_called_and_again_when_another_adds_something() {
        Story story = ask("ANY", agencies.one(), agencies.one(), agencies.one());

        story.agencyAnswers(2, "Ответ второго органа.");
        assertThat(toSay(story)).contains("Ответ второго органа.", "ответ ещё готовят");
        story.callBack(Map.of("outcome", "REACHED"));
        House.eventually("waits again", story::state, "WAITING"::equals);
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");

        story.agencyAnswers(1, "Ответ первого органа.");
        assertThat(toSay(story)).contains("Ответ первого органа.").doesNotContain("Ответ второго органа.");
        story.callBack(Map.of("outcome", "REACHED"));
        House.eventually("waits again", story::state, "WAITING"::equals);

        story.agencyAnswers(3, "Ответ третьего органа.");
        story.callBackTask();
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
        assertThat(story.view().get("callBacks")).hasSize(3);
    }

    @Test
    void the_leading_agencys_answer_is_told_at_once_and_nobody_elses() {
        String lead = agencies.one();
        Map<String, Object> call = House.call(agencies.one(), lead);
        call.put("callBack", Map.of("lead", lead));
        Story story = house.register(call);
        assertThat(story.view().at("/callBack/moment").asText()).isEqualTo("LEAD");

        story.agencyAnswers(1, "Ответ второстепенного органа.");
        story.inquiryInState(1, "ANSWERED");
        House.eventually(
                "weighed", () -> story.passed(story.number()), passed -> passed.contains("event_waitForOthers"));
        assertThat(story.callBackWaits()).isFalse();

        story.agencyAnswers(2, "Ответ главного органа.");
        assertThat(toSay(story)).contains("Ответ второстепенного органа.", "Ответ главного органа.");
    }

    @Test
    void an_open_call_shows_what_comes_meanwhile_and_nobody_calls_twice() {
        Story story = ask("ANY", agencies.one(), agencies.one());
        story.agencyAnswers(1, "Первый ответ.");
        story.callBackTask();

        story.agencyAnswers(2, "Второй ответ.");
        story.inquiryInState(2, "ANSWERED");

        assertThat(toSay(story)).contains("Первый ответ.", "Второй ответ.").doesNotContain("готовят");
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
        assertThat(story.view().get("callBacks")).hasSize(1);
    }

    @Test
    void what_came_after_the_form_was_opened_is_told_in_another_call() {
        Story story = ask("ANY", agencies.one(), agencies.one());
        story.agencyAnswers(1, "Первый ответ.");
        story.callBackTask();
        List<Long> heard = new ArrayList<>();
        sheet(story).get("heard").forEach(id -> heard.add(id.asLong()));
        story.agencyAnswers(2, "Второй ответ.");
        story.inquiryInState(2, "ANSWERED");

        story.callBack(Map.of("outcome", "REACHED", "heard", heard));

        assertThat(toSay(story)).contains("Второй ответ.").doesNotContain("Первый ответ.");
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("callBacks")).hasSize(2);
    }

    @Test
    void who_asked_is_offered_the_call_first_and_everybody_a_quarter_of_an_hour_later() {
        Story story = answered();
        String task = story.callBackTask().get("id").asText();
        assertThat(candidates(task)).contains("olga", "supervisor").doesNotContain("operator");

        clock.forward(Duration.ofMinutes(16));

        House.eventually("offered to all", () -> candidates(task), links -> links.contains("operator"));
        assertThat(story.callBackTask().get("id").asText()).isEqualTo(task);
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
    }

    @Test
    void a_question_that_no_operator_registered_is_everybodys_call_at_once() {
        Map<String, Object> call = House.call(agencies.one());
        Story story = house.story(
                house.supervisor().post("/api/questions", call).get("number").asText());
        story.agencyAnswers(1, "Ответ.");

        String task = story.callBackTask().get("id").asText();
        House.eventually("offered to all", () -> candidates(task), links -> links.contains("operator"));
    }

    @Test
    void nobody_is_called_again_at_night_where_he_lives() {
        clock.moveTo(at("2026-11-17T11:00")); // 6:00 in Moscow
        Map<String, Object> call = House.call(agencies.one());
        call.put("callBack", Map.of("zone", "Europe/Moscow"));
        Story story = house.register(call);
        story.agencyAnswers(1, "Ответ.");
        story.callBackTask();
        assertThat(Instant.parse(sheet(story).get("callFrom").asText())).isEqualTo(at("2026-11-17T14:00"));

        story.callBack(Map.of("outcome", "NO_ANSWER"));

        assertThat(Instant.parse(story.view().at("/callBacks/0/nextAttemptAt").asText()))
                .isEqualTo(at("2026-11-17T14:00"));
        clock.moveTo(at("2026-11-17T14:00:30"));
        assertThat(story.callBackTask().get("due").asText()).startsWith("2026-11-17T07:0");
    }

    @Test
    void what_was_said_and_what_the_citizen_thinks_of_it_is_kept() {
        Story story = answered();

        story.callBack(Map.of(
                "outcome",
                "REACHED",
                "said",
                "Пособие назначат в понедельник.",
                "note",
                "Просила говорить громче",
                "opinion",
                Map.of("clear", 5, "polite", 4, "comment", "Быстро, спасибо")));

        JsonNode told = story.closed();
        assertThat(told.at("/callBacks/0/said").asText()).isEqualTo("Пособие назначат в понедельник.");
        JsonNode timeline = timeline(story);
        assertThat(kinds(timeline))
                .containsSubsequence(
                        "CALL",
                        "REGISTERED",
                        "LETTER_REQUEST",
                        "MAIL_ANSWER",
                        "CALL_BACK_DUE",
                        "CALL_BACK_REACHED",
                        "CLOSED_TOLD")
                .contains("TERM_SET");
        assertThat(timeline.toString())
                .contains("Пособие назначат в понедельник.", "olga", "250")
                .doesNotContain(House.CALLER, "914");
        assertThat(times(timeline)).isSorted();
    }

    @Test
    void a_mark_out_of_range_and_a_return_without_a_reason_are_refused_beside_their_fields() {
        Story story = answered();
        String task = story.callBackTask().get("id").asText();

        HttpResponse<String> refused = house.operator()
                .tryPost(
                        "/api/tasks/" + task + "/call-back",
                        Map.of(
                                "outcome",
                                "REACHED",
                                "opinion",
                                Map.of("clear", 6),
                                "returned",
                                List.of(Map.of("inquiryId", story.inquiryId(1)))));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.json(refused).findValuesAsText("field")).containsExactly("returned", "opinion.clear");
        assertThat(house.operator()
                        .tryPost("/api/tasks/" + task + "/call-back", Map.of("outcome", "RETURNED"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(story.callBackWaits()).isTrue();
    }

    @Test
    void another_question_of_the_same_citizen_needs_no_second_phone_number() {
        Story story = answered();
        Map<String, Object> call = House.call(agencies.one());
        call.remove("caller");
        call.remove("line");
        call.put("follows", story.number());
        call.put("text", "А какие документы нужны?");

        Story next = house.register(call);

        assertThat(next.view().at("/caller/name").asText()).isEqualTo(House.CALLER);
        assertThat(next.view().at("/caller/phone").asText()).isEqualTo("+79140001122");
        assertThat(next.view().get("follows").asText()).isEqualTo(story.number());
        assertThat(story.view().at("/followedBy/0").asText()).isEqualTo(next.number());
        call.put("follows", "2026-999999");
        assertThat(Api.json(house.operator().tryPost("/api/questions", call)).findValuesAsText("field"))
                .contains("follows");
    }

    @Test
    void a_wrong_number_is_not_called_again_whatever_comes() {
        Story story = ask("ANY", agencies.one(), agencies.one());
        story.agencyAnswers(1, "Первый ответ.");
        story.callBackTask();
        story.callBack(Map.of("outcome", "WRONG_NUMBER"));

        story.agencyAnswers(2, "Второй ответ.");

        assertThat(story.closed().get("outcome").asText()).isEqualTo("NOT_REACHED");
        assertThat(story.view().get("callBacks")).hasSize(1);
    }

    @Test
    void whoever_was_not_reached_is_called_anew_when_another_answer_comes() {
        Story story = ask("ANY", agencies.one(), agencies.one());
        story.agencyAnswers(1, "Первый ответ.");
        for (String outcome : List.of("NO_ANSWER", "BUSY", "NO_ANSWER")) {
            story.callBackTask();
            story.callBack(Map.of("outcome", outcome));
            clock.forward(Duration.ofMinutes(61));
        }
        House.eventually("waits again", story::state, "WAITING"::equals);
        assertThat(story.callBackWaits()).isFalse();

        story.agencyAnswers(2, "Второй ответ.");

        story.callBackTask();
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
    }

    @Test
    void a_citizen_who_needs_no_answer_any_more_is_not_called() {
        Story story = answered();
        story.callBackTask();

        house.operator().post("/api/questions/" + story.number() + "/withdrawal", Map.of("why", "уже решилось"));

        assertThat(story.closed().get("outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(story.view().at("/withdrawal/by").asText()).isEqualTo("olga");
        House.eventually("the task is gone", story::callBackWaits, waits -> !waits);
        House.eventually("ended", () -> story.passed(story.number()), passed -> passed.contains("event_withdrawn"));
        assertThat(kinds(timeline(story))).contains("WITHDRAWN", "CLOSED_WITHDRAWN");
        HttpResponse<String> again =
                house.operator().tryPost("/api/questions/" + story.number() + "/withdrawal", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Api.json(again).get("detail").asText()).contains("уже закончено");
    }

    @Test
    void an_answer_that_is_none_goes_back_and_its_clock_runs_on() {
        Story story = answered();
        String due = story.inquiry(1).get("due").asText();
        clock.forward(Duration.ofMinutes(90));

        story.callBack(Map.of(
                "outcome",
                "REACHED",
                "returned",
                List.of(Map.of("inquiryId", story.inquiryId(1), "why", "В ответе нет суммы пособия."))));

        JsonNode waiting = story.inquiryInState(1, "WAITING");
        assertThat(waiting.get("due").asText()).isEqualTo(due);
        assertThat(story.state()).isEqualTo("WAITING");
        MimeMessage back = House.eventually("the letter", () -> story.letters(1), letters -> letters.size() == 2)
                .get(1);
        assertThat(Mails.text(back)).contains("В ответе нет суммы пособия.");

        house.send(AgencyMail.reply(back, story.responsible(1), "Сумма пособия — 20 000 рублей."));
        assertThat(toSay(story)).contains("20 000 рублей").doesNotContain("Пособие назначат.");
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
        assertThat(story.passed(story.number())).contains("event_citizenTold");
        assertThat(kinds(timeline(story))).containsSubsequence("MAIL_ANSWER", "DECISION_RETURN", "MAIL_ANSWER");
    }

    @Test
    void an_answer_that_is_none_goes_back_without_a_call() {
        Story story = ask("ALL", agencies.one(), agencies.one());
        story.agencyAnswers(1, "Ваше письмо прочитано, всё хорошо у нас.");
        story.agencyAnswers(2, "Пособие назначат.");
        story.callBackTask();

        story.callBack(Map.of(
                "outcome",
                "RETURNED",
                "returned",
                List.of(Map.of("inquiryId", story.inquiryId(1), "why", "Ответьте, пожалуйста, на вопрос."))));
        story.inquiryInState(1, "WAITING");
        assertThat(story.callBackWaits()).isFalse();

        MimeMessage back = House.eventually("the letter", () -> story.letters(1), letters -> letters.size() == 2)
                .get(1);
        house.send(AgencyMail.reply(back, story.responsible(1), "Заявление принято."));
        assertThat(toSay(story))
                .contains("Заявление принято.", "Пособие назначат.")
                .doesNotContain("всё хорошо у нас");
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
    }

    @Test
    void a_withdrawn_question_ends_its_inquiries_and_the_agencies_are_told() {
        Story story = house.ask(agencies.one(), agencies.one());
        story.letter(1);
        story.letter(2);

        house.operator().post("/api/questions/" + story.number() + "/withdrawal", Map.of("why", "уже решилось"));

        story.inquiryInState(1, "WITHDRAWN");
        story.inquiryInState(2, "WITHDRAWN");
        House.eventually("a letter", () -> story.letters(1), letters -> letters.size() == 2);
        House.eventually("ended", () -> story.passed(story.number()), passed -> passed.contains("event_withdrawn"));
        House.eventually(
                "the processes have ended",
                () -> house.administrator().get("/engine-rest/process-instance?businessKey=" + story.number()),
                JsonNode::isEmpty);
        assertThat(story.view().get("outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(story.callBackWaits()).isFalse();
    }

    @Test
    void a_late_answer_is_told_if_a_person_finds_that_it_still_helps() {
        Story story = toldThatThereIsNoAnswer();

        house.send(AgencyMail.reply(story.letters(1).get(0), story.responsible(1), "Извините: пособие назначено."));
        JsonNode task = house.task(story.number(), "userTask_judgeLateAnswer");
        assertThat(story.callBackWaits()).isFalse();
        house.operator()
                .post("/api/tasks/" + task.get("id").asText() + "/late-answer", Map.of("useful", true, "note", "ждёт"));

        assertThat(toSay(story)).contains("пособие назначено").doesNotContain("ответа в срок");
        story.callBack(Map.of("outcome", "REACHED"));
        House.eventually(
                "ended", () -> story.passed(story.number()), passed -> passed.contains("event_lateAnswerDone"));
        assertThat(kinds(timeline(story)))
                .containsSubsequence(
                        "VIOLATION_LATE_ANSWER",
                        "CALL_BACK_REACHED",
                        "LATE_ANSWER",
                        "LATE_ANSWER_JUDGED",
                        "CALL_BACK_REACHED");
    }

    @Test
    void a_late_answer_that_helps_nobody_stays_on_file() {
        Story story = toldThatThereIsNoAnswer();
        house.send(AgencyMail.reply(story.letters(1).get(0), story.responsible(1), "Извините за опоздание."));
        JsonNode task = house.task(story.number(), "userTask_judgeLateAnswer");

        house.operator().post("/api/tasks/" + task.get("id").asText() + "/late-answer", Map.of("useful", false));

        assertThat(story.passed(story.number())).contains("event_keptInFile");
        assertThat(story.callBackWaits()).isFalse();
        assertThat(story.replies(1)).hasSize(1);
        HttpResponse<String> again = house.operator()
                .tryPost("/api/tasks/" + task.get("id").asText() + "/late-answer", Map.of("useful", true));
        assertThat(again.statusCode()).isEqualTo(404);
    }

    /** Eight agencies answer at the same moment: their ways meet at one question, and one call-back tells all. */
    @Test
    void answers_that_come_together_do_not_collide_and_make_one_call() {
        String[] eight = new String[8];
        for (int i = 0; i < eight.length; i++) {
            eight[i] = agencies.one();
        }
        Story story = ask("ANY", eight);
        List<AgencyMail> mails = new ArrayList<>();
        for (int leg = 1; leg <= eight.length; leg++) {
            mails.add(AgencyMail.reply(story.letter(leg), story.responsible(leg), "Ответ органа № " + leg + "."));
        }

        mails.parallelStream().forEach(house::send);

        for (int leg = 1; leg <= eight.length; leg++) {
            story.inquiryInState(leg, "ANSWERED");
        }
        House.eventually(
                "all ways have ended",
                () -> story.passed(story.number()).stream()
                        .filter("event_agencyDone"::equals)
                        .count(),
                count -> count == eight.length);
        story.callBackTask();
        story.callBack(Map.of("outcome", "REACHED"));
        assertThat(story.closed().get("outcome").asText()).isEqualTo("TOLD");
        House.eventually(
                "the process has ended",
                () -> house.administrator().get("/engine-rest/process-instance?businessKey=" + story.number()),
                JsonNode::isEmpty);
        assertThat(story.view().get("callBacks")).hasSize(1);
        assertThat(house.administrator()
                        .get("/engine-rest/incident/count")
                        .get("count")
                        .asInt())
                .isZero();
    }

    private Story ask(String moment, String... codes) {
        Map<String, Object> call = House.call(codes);
        call.put("callBack", Map.of("moment", moment));
        return house.register(call);
    }

    private Story answered() {
        Story story = house.ask(agencies.one());
        story.agencyAnswers(1, "Пособие назначат.");
        story.callBackTask();
        return story;
    }

    private Story toldThatThereIsNoAnswer() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        clock.moveTo(at("2026-11-25T11:00"));
        JsonNode task = story.task(1, "userTask_decideUnanswered");
        house.supervisor()
                .post("/api/tasks/" + task.get("id").asText() + "/inquiry-decision", Map.of("tryAgain", false));
        assertThat(toSay(story)).contains("ответа в срок, установленный регламентом, не было");
        story.callBack(Map.of("outcome", "REACHED"));
        story.closed();
        return story;
    }

    private JsonNode sheet(Story story) {
        return house.operator().get("/api/questions/" + story.number() + "/call-back");
    }

    /** The text to say, once somebody is to say it. */
    private String toSay(Story story) {
        story.callBackTask();
        return sheet(story).get("toSay").asText();
    }

    private List<String> candidates(String task) {
        List<String> candidates = new ArrayList<>();
        house.administrator()
                .get("/engine-rest/task/" + task + "/identity-links")
                .forEach(link -> candidates.add(
                        link.get("userId").isNull()
                                ? link.get("groupId").asText()
                                : link.get("userId").asText()));
        return candidates;
    }

    private JsonNode timeline(Story story) {
        return house.operator().get("/api/questions/" + story.number() + "/timeline");
    }

    private static List<String> kinds(JsonNode timeline) {
        return timeline.findValuesAsText("kind");
    }

    private static List<Instant> times(JsonNode timeline) {
        return timeline.findValuesAsText("at").stream().map(Instant::parse).toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
