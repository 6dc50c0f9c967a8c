package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.FoundItem;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.KnowledgeVersion;
import org.perezvon.knowledge.Validity;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The information base is kept true by people who only ever answer e-mail (I-4.1, I-4.2, I-5). It is Tuesday the 17th of
 * November 2026, 10:30 in Irkutsk.
 */
@WholeHouse
class KnowledgeMailStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final EmailAddress BASE = EmailAddress.of("vopros+baza@ekc.example");
    private static final String OLD = "Пособие назначают за 10 рабочих дней.";
    private static final String NEW = "Пособие назначают за 15 рабочих дней, деньги приходят на карту.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String agency = "";
    private String ivanova = "";
    private String title = "";

    @BeforeEach
    void an_agency_with_an_item() {
        at("2026-11-17T10:30");
        agency = agencies.one();
        ivanova = "ivanova@" + agency + ".example";
        title = "Как получить пособие на ребёнка "
                + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void a_letter_to_the_knowledge_address_becomes_the_next_version_and_its_sender_hears_what_is_in_force() {
        KnowledgeVersion before = published(OLD, Optional.empty());

        house.send(AgencyMail.unasked(ivanova, "Обновление шаблона: " + title, "Здравствуйте!\n\n" + NEW)
                .to(BASE)
                .with("prikaz.txt", "Приказ № 12".getBytes(StandardCharsets.UTF_8)));

        JsonNode task = reviewTask();
        JsonNode draft = draft(task);
        assertThat(draft.get("title").asText()).isEqualTo(title);
        assertThat(draft.get("answer").asText()).isEqualTo(NEW);
        assertThat(draft.at("/agency/code").asText()).isEqualTo(agency);
        assertThat(draft.at("/current/item").asLong()).isEqualTo(before.itemId());
        assertThat(draft.get("difference").toString()).contains("{\"kind\":\"GONE\",\"text\":\"10\"}");
        assertThat(draft.at("/mails/0/files/0/name").asText()).isEqualTo("prikaz.txt");
        assertThat(task.get("due").asText()).startsWith("2026-11-18T02:30");

        decide(task, publishing(draft));

        KnowledgeVersion now = knowledge.item(before.itemId()).orElseThrow().current();
        assertThat(now.number()).isEqualTo(2);
        assertThat(now.edition().text()).isEqualTo(NEW);
        MimeMessage confirmation = letter("Обновление шаблона");
        assertThat(Mails.text(confirmation))
                .contains(title, NEW, "Версия 2", "одной датой")
                .doesNotContain("О СРОКЕ");
        assertThat(jdbc.sql("select name from perezvon.knowledge_file where version_id = :version")
                        .param("version", now.id())
                        .query(String.class)
                        .list())
                .containsExactly("prikaz.txt");

        house.send(AgencyMail.reply(confirmation, ivanova, "10.11.2026"));

        House.eventually("the day of the change is known", () -> violations("LATE_UPDATE"), found -> found == 1);
        assertThat(openDrafts()).isZero();
    }

    @Test
    void news_that_come_later_than_one_working_day_after_the_change_are_a_violation() {
        house.send(AgencyMail.unasked(ivanova, title, NEW + "\nДата изменения: 12.11.2026\nИсточник: приказ № 12")
                .to(BASE));

        JsonNode task = reviewTask();
        JsonNode draft = draft(task);
        assertThat(draft.at("/term/late").asBoolean()).isTrue();
        assertThat(draft.get("source").asText()).isEqualTo("приказ № 12");

        decide(task, publishing(draft));

        assertThat(violations("LATE_UPDATE")).isEqualTo(1);
        assertThat(Mails.text(letter(title))).contains("О СРОКЕ", "I-4.2").doesNotContain("одной датой");
    }

    @Test
    void news_of_yesterday_are_in_time() {
        house.send(AgencyMail.unasked(ivanova, title, NEW + "\nДата изменения: 16.11.2026")
                .to(BASE));

        JsonNode task = reviewTask();
        JsonNode draft = draft(task);
        decide(task, publishing(draft));

        assertThat(draft.at("/term/late").asBoolean()).isFalse();
        assertThat(violations("LATE_UPDATE")).isZero();
    }

    @Test
    void an_editor_asks_and_the_answer_comes_back_to_the_draft() {
        house.send(AgencyMail.unasked(ivanova, title, NEW).to(BASE));
        JsonNode task = reviewTask();
        long draft = draft(task).get("id").asLong();
        decide(task, Map.of("decision", "ask", "why", "С какого дня это так?"));
        MimeMessage question = letter(title);
        assertThat(Mails.text(question)).contains("С какого дня это так?");

        house.send(AgencyMail.reply(question, ivanova, "С 16.11.2026"));

        JsonNode again = house.task("draft-" + draft, "userTask_reviewDraft");
        assertThat(draft(again).get("changedOn").asText()).isEqualTo("2026-11-16");
        assertThat(draft(again).get("mails")).hasSize(2);

        decide(again, Map.of("decision", "reject", "why", "Это уже опубликовано."));

        assertThat(items()).isEmpty();
        assertThat(House.eventually("both letters", () -> letters(title), found -> found.size() == 2))
                .last()
                .satisfies(letter -> assertThat(Mails.text(letter)).contains("Это уже опубликовано."));
    }

    @Test
    void when_nobody_explains_the_editor_decides_alone() {
        house.send(AgencyMail.unasked(ivanova, title, NEW).to(BASE));
        JsonNode task = reviewTask();
        JsonNode draft = draft(task);
        decide(task, Map.of("decision", "ask", "why", "Точно?"));

        at("2026-11-24T10:31");

        decide(house.task("draft-" + draft.get("id").asLong(), "userTask_reviewDraft"), publishing(draft));
        assertThat(items()).singleElement().satisfies(found -> assertThat(
                        found.current().edition().agencyCode())
                .isEqualTo(agency));
    }

    @Test
    void a_letter_from_a_stranger_becomes_a_draft_only_when_a_person_says_so() {
        String stranger = "petrov@" + agency + ".example";
        house.send(AgencyMail.unasked(stranger, title, NEW).to(BASE));

        house.decide(house.mailOnDesk(stranger), Map.of("decision", "knowledge"));

        JsonNode draft = draft(reviewTask());
        assertThat(draft.get("agency").isNull()).isTrue();
        assertThat(draft.get("answer").asText()).isEqualTo(NEW);
    }

    @Test
    void a_responsible_persons_letter_that_reads_like_news_needs_no_address() {
        house.send(AgencyMail.unasked(
                ivanova,
                title,
                "Направляем актуализированную информацию для размещения в информационной базе.\n" + NEW));

        assertThat(draft(reviewTask()).get("answer").asText()).contains(NEW);
    }

    @Test
    void an_answer_is_kept_when_its_agency_agrees() {
        long draft = keep(NEW);
        MimeMessage asked = letter(title);
        assertThat(Mails.text(asked)).contains(title, NEW, "«согласовано»");
        assertThat(house.tasks("draft-" + draft, "userTask_reviewDraft")).isEmpty();

        house.send(AgencyMail.reply(asked, ivanova, "Согласовано до 31.12.2027"));

        JsonNode task = house.task("draft-" + draft, "userTask_reviewDraft");
        assertThat(draft(task).get("approval").asText()).isEqualTo("согласовано");
        assertThat(draft(task).get("validUntil").asText()).isEqualTo("2027-12-31");
        decide(task, publishing(draft(task)));
        assertThat(items().get(0).current().edition().agencyCode()).isEqualTo(agency);
    }

    @Test
    void a_corrected_text_takes_the_place_of_the_answer_that_was_to_be_kept() {
        long draft = keep(OLD);

        house.send(AgencyMail.reply(
                letter(title), ivanova, NEW + " Заявление подают через портал или в МФЦ, справок не нужно."));

        JsonNode corrected = draft(house.task("draft-" + draft, "userTask_reviewDraft"));
        assertThat(corrected.get("answer").asText()).startsWith(NEW);
        assertThat(corrected.get("approval").asText()).isEqualTo("прислан исправленный текст");
    }

    @Test
    void an_agency_that_says_nothing_is_reminded_and_then_the_editor_decides_alone() {
        long draft = keep(NEW);

        at("2026-11-18T11:00");
        House.eventually("a reminder", () -> letters(title), found -> found.size() == 2);
        assertThat(house.tasks("draft-" + draft, "userTask_reviewDraft")).isEmpty();
        at("2026-11-19T10:31");

        assertThat(draft(house.task("draft-" + draft, "userTask_reviewDraft"))
                        .get("approval")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_answer_is_kept_once_and_never_with_a_citizens_phone() {
        String inquiry = UUID.randomUUID().toString();
        Map<String, Object> kept = kept(inquiry, NEW);

        JsonNode first = house.operator().post("/api/knowledge/drafts", kept);
        JsonNode second = house.operator().post("/api/knowledge/drafts", kept);
        HttpResponse<String> refused = house.operator()
                .tryPost("/api/knowledge/drafts", kept(UUID.randomUUID().toString(), "Позвоните 8 (914) 000-11-22"));

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("keep.answer", "152-ФЗ");
    }

    @Test
    void a_word_of_confirmation_prolongs_what_would_expire() {
        KnowledgeVersion item = published(OLD, Optional.of(LocalDate.of(2026, 11, 27)));
        nightFalls();

        house.send(AgencyMail.reply(letter("подтвердите сведения"), ivanova, "Подтверждаем до 31.12.2027"));

        House.eventually(
                "prolonged",
                () -> knowledge.item(item.itemId()).orElseThrow().current(),
                current -> current.edition().validity().until().equals(Optional.of(LocalDate.of(2027, 12, 31))));
        assertThat(Mails.text(letter("Re: Информационная база"))).contains("31 декабря 2027 года", title);
        assertThat(house.tasks("round-" + round(item), "userTask_decideStale")).isEmpty();
    }

    @Test
    void what_nobody_confirms_is_reminded_of_then_a_violation_and_an_editors_task() {
        KnowledgeVersion item = published(OLD, Optional.of(LocalDate.of(2026, 11, 27)));
        nightFalls();
        letter("подтвердите сведения");
        long round = round(item);

        at("2026-11-24T09:05");
        letter("Напоминание: подтвердите");
        assertThat(violations("NOT_CONFIRMED")).isZero();
        at("2026-11-28T00:01");

        JsonNode task = house.task("round-" + round, "userTask_decideStale");
        assertThat(violations("NOT_CONFIRMED")).isEqualTo(1);
        house.administrator()
                .post(
                        "/api/tasks/" + task.get("id").asText() + "/stale-decision",
                        Map.of("items", List.of(Map.of("item", item.itemId(), "why", "Не подтверждено"))));
        assertThat(knowledge.item(item.itemId()).orElseThrow().retired()).isPresent();
    }

    @Test
    void a_corrected_text_in_reply_to_the_question_becomes_a_draft_of_that_item() {
        KnowledgeVersion item = published(OLD, Optional.of(LocalDate.of(2026, 11, 27)));
        nightFalls();

        house.send(AgencyMail.reply(letter("подтвердите сведения"), ivanova, NEW));

        JsonNode draft = draft(reviewTask());
        assertThat(draft.at("/current/item").asLong()).isEqualTo(item.itemId());
        assertThat(draft.get("answer").asText()).isEqualTo(NEW);
    }

    @Test
    void a_file_is_tried_first_and_taken_wholly_or_not_at_all() {
        String good = "Орган;Заголовок;Ответ;Источник\n" + agency + ";" + title + ";" + NEW + ";Приказ № 1\n";
        String bad = good + "никто;;Ответ без заголовка;\n";

        JsonNode tried = take(good, true, 200);
        JsonNode refused = take(bad, false, 422);
        assertThat(items()).isEmpty();
        JsonNode taken = take(good, false, 200);

        assertThat(tried.at("/effects/0/what").asText()).isEqualTo("новая запись");
        assertThat(tried.get("taken").asBoolean()).isFalse();
        assertThat(refused.get("faults").findValuesAsText("line")).containsOnly("3");
        assertThat(refused.get("faults").findValuesAsText("column")).contains("Орган", "Заголовок", "Источник");
        assertThat(taken.get("taken").asBoolean()).isTrue();
        assertThat(items()).hasSize(1);
        assertThat(take(good, true, 200).get("unchanged").asInt()).isEqualTo(1);
    }

    private JsonNode take(String file, boolean dryRun, int status) {
        HttpResponse<String> answer = Visitor.program(port, Staff.EDITOR, Staff.PASSWORD)
                .post("/api/knowledge/imports?dryRun=" + dryRun, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Api.json(answer);
    }

    @Test
    void violations_about_the_base_stand_in_the_one_register() {
        house.send(AgencyMail.unasked(ivanova, title, NEW + "\nДата изменения: 12.11.2026")
                .to(BASE));
        JsonNode task = reviewTask();
        decide(task, publishing(draft(task)));

        JsonNode line =
                house.supervisor().get("/api/violations?agency=" + agency).at("/violations/0");

        assertThat(line.get("kind").asText()).isEqualTo("LATE_UPDATE");
        assertThat(line.get("number").asText()).startsWith("сведения для базы №");
        assertThat(line.get("evidence").toString()).contains("I-4.2");
        assertThat(house.supervisor()
                        .get("/api/violations/" + line.get("id").asLong())
                        .at("/violation/agency")
                        .asText())
                .isEqualTo(agency);
    }

    @Test
    void a_question_sent_although_the_base_had_the_answer_is_told_to_editors() {
        title = "Выплата за третьего ребёнка жителям посёлка " + agency;
        KnowledgeVersion item =
                published("Выплата положена семьям посёлка при рождении третьего ребёнка.", Optional.empty());
        Map<String, Object> call = House.call(agency);
        call.put("text", "Положена ли выплата за третьего ребёнка, если я живу в посёлке " + agency + "?");

        String number = house.register(call).number();

        JsonNode report = house.supervisor().get("/api/knowledge/gaps");
        assertThat(report.get("avoidable").toString()).contains(number).contains("\"item\":" + item.itemId());
        assertThat(new String(house.supervisor().bytes("/api/knowledge/gaps/export.csv"), StandardCharsets.UTF_8))
                .contains("Запрос отправлен, хотя запись была", number);
    }

    @Test
    void what_was_looked_for_in_vain_is_kept_without_names_and_numbers() {
        at("2031-03-04T10:00");
        for (String typed : List.of("дирижабль", "дирижабль сидоровой", "дирижабль сидоровой 89140001122", "другое")) {
            house.operator().get("/api/knowledge?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        }

        // What the same operator looked for in another story may be noted down by now, too.
        assertThat(jdbc.sql(
                                "select array_to_string(words, ' ') from perezvon.knowledge_miss where missed_on = '2031-03-04'")
                        .query(String.class)
                        .list())
                .containsOnlyOnce("дирижабль")
                .noneMatch(words -> words.contains("сидоров") || words.matches(".*\\d.*"));
    }

    private KnowledgeVersion published(String text, Optional<LocalDate> until) {
        return knowledge.publish(
                Edition.template(agency, title, text, "Приказ № 1", Validity.until(until)), "elena", "");
    }

    /** What the base holds of this agency. */
    private List<FoundItem> items() {
        return knowledge.search(title, 50).stream()
                .filter(found -> found.current().edition().agencyCode().equals(agency))
                .toList();
    }

    private long keep(String answer) {
        return house.operator()
                .post("/api/knowledge/drafts", kept(UUID.randomUUID().toString(), answer))
                .get("id")
                .asLong();
    }

    private Map<String, Object> kept(String inquiry, String answer) {
        return Map.of(
                "question", "2026-000123", "inquiry", inquiry, "agency", agency, "title", title, "answer", answer);
    }

    /** The timer of the night is fired by hand: other tests live by the same clock. */
    private void nightFalls() {
        JsonNode jobs = house.administrator().get("/engine-rest/job?processDefinitionKey=knowledge-expiry");
        house.administrator().post("/engine-rest/job/" + jobs.get(0).get("id").asText() + "/execute", Map.of());
    }

    private long round(KnowledgeVersion version) {
        return jdbc.sql("select round_id from perezvon.knowledge_round_item where version_id = :version")
                .param("version", version.id())
                .query(Long.class)
                .single();
    }

    /** The task about the one draft of this agency or title. */
    private JsonNode reviewTask() {
        long id = House.eventually(
                        "a draft «" + title + "»",
                        () -> jdbc.sql("select max(id) from perezvon.knowledge_draft where title = :title")
                                .param("title", title)
                                .query(Long.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        return house.task("draft-" + id, "userTask_reviewDraft");
    }

    private JsonNode draft(JsonNode task) {
        JsonNode id = house.administrator()
                .get("/engine-rest/task/" + task.get("id").asText() + "/variables/draftId")
                .get("value");
        return house.administrator().get("/api/knowledge/drafts/" + id.asText());
    }

    private Map<String, Object> publishing(JsonNode draft) {
        Map<String, Object> edition = new HashMap<>();
        edition.put("agency", agency);
        edition.put("title", draft.get("title").asText());
        edition.put("answer", draft.get("answer").asText());
        edition.put("source", "Приказ № 12");
        Map<String, Object> decision = new HashMap<>(Map.of("decision", "publish", "edition", edition));
        if (draft.hasNonNull("current")) {
            decision.put("replaces", draft.at("/current/item").asLong());
        }
        if (draft.hasNonNull("changedOn")) {
            decision.put("changedOn", draft.get("changedOn").asText());
        }
        return decision;
    }

    private void decide(JsonNode task, Map<String, Object> decision) {
        house.administrator().post("/api/tasks/" + task.get("id").asText() + "/draft-decision", decision);
    }

    private MimeMessage letter(String inSubject) {
        return House.eventually("a letter «" + inSubject + "»", () -> letters(inSubject), found -> !found.isEmpty())
                .get(0);
    }

    private List<MimeMessage> letters(String inSubject) {
        return house.post().mailbox(ivanova).stream()
                .filter(letter -> Mails.subject(letter).contains(inSubject))
                .toList();
    }

    private int violations(String kind) {
        return jdbc.sql(
                        "select count(*) from perezvon.knowledge_violation where agency_code = :agency and kind = :kind")
                .param("agency", agency)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private int openDrafts() {
        return jdbc.sql("""
                        select count(*) from perezvon.knowledge_draft
                        where agency_code = :agency and state not in ('PUBLISHED', 'REJECTED')
                        """).param("agency", agency).query(Integer.class).single();
    }

    private void at(String local) {
        clock.moveTo(LocalDateTime.parse(local).atZone(IRKUTSK).toInstant());
    }
}
