package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Particulars;
import org.perezvon.inquiry.Inquiries;
import org.perezvon.inquiry.InquiryId;
import org.perezvon.inquiry.LateAnswer;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that happens to an inquiry before it is answered (I-3.1, I-5, I-7.1, I-10). A request received on Tuesday the
 * 17th of November 2026 at 10:30 is due on Wednesday at 10:30 and at the latest on Tuesday the 24th at 18:00.
 */
@WholeHouse
class InquiryLifeStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final String ANSWER = "Пособие назначается со дня подачи заявления.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Directory directory;

    @Autowired
    ConfigurableApplicationContext context;

    private final List<LateAnswer> lateAnswers = new CopyOnWriteArrayList<>();

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(at("2026-11-17T10:30"));
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void who_gives_reasons_gets_more_time_and_reads_until_when_below_their_own_letter() {
        Story story = received();
        AgencyMail asks =
                reply(story, "Просим продлить срок ответа до 20 ноября 2026 года, так как ждём данные из архива.");

        house.send(asks);

        due(story, "2026-11-20T18:00");
        MimeMessage letter = letter(story, "EXTENDED");
        assertThat(Mails.header(letter, "In-Reply-To")).isEqualTo(asks.messageId());
        assertThat(Mails.header(letter, "References")).contains(asks.messageId());
        assertThat(Mails.subject(letter)).startsWith("Re: ");
        assertThat(Mails.text(letter))
                .contains("20 ноября 2026 года, 18:00 (пятница)")
                .doesNotContain("Вы просили");
        JsonNode change = story.inquiry(1).at("/termChanges/0");
        assertThat(change.get("cause").asText()).isEqualTo("EXTENSION");
        assertThat(change.get("derivationAfter").toString()).contains("Срок продлён письмом с указанием причин");
        assertThat(local(change.get("dueBefore"))).isEqualTo("2026-11-18T10:30");
        clock.moveTo(at("2026-11-18T10:32"));
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-20T18:00");
        assertThat(violations(story)).isEmpty();

        assertThat(house.operator()
                        .get("/api/inquiries/" + story.inquiryId(1) + "/timeline")
                        .findValuesAsText("kind"))
                .contains(
                        "LETTER_REQUEST",
                        "TERM_SET",
                        "MAIL_EXTENSION",
                        "DECISION_EXTEND",
                        "TERM_MOVED_EXTENSION",
                        "LETTER_EXTENDED");

        house.send(reply(
                story, "Просим ещё раз продлить срок до 23 ноября 2026 года, поскольку архив ответил не полностью."));
        due(story, "2026-11-23T18:00");
        assertThat(local(story.inquiry(1).get("maximum"))).isEqualTo("2026-11-24T18:00");
    }

    @Test
    void a_day_beyond_five_working_days_becomes_the_last_one_and_the_letter_says_so() {
        Story story = received();

        house.send(reply(story, "Просим продлить срок ответа до 1 декабря 2026 года, так как ждём данные из архива."));

        due(story, "2026-11-24T18:00");
        assertThat(Mails.text(letter(story, "EXTENDED"))).contains("Вы просили время до 1 декабря 2026 года");
    }

    @Test
    void a_term_prolonged_to_the_very_end_is_violated_when_the_end_comes() {
        Story story = received();
        house.send(reply(story, "Просим продлить срок ответа до 1 декабря 2026 года, так как ждём данные из архива."));
        due(story, "2026-11-24T18:00");

        clock.moveTo(at("2026-11-24T18:01"));

        story.task(1, "userTask_decideUnanswered");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
    }

    @Test
    void who_asks_when_the_term_is_over_is_refused_with_the_clause_and_stays_late() {
        Story story = received();
        clock.moveTo(at("2026-11-18T10:32"));
        story.inquiryInState(1, "OVERDUE");

        house.send(reply(story, "Просим продлить срок ответа до 20 ноября 2026 года, так как ждём данные из архива."));

        assertThat(Mails.text(letter(story, "EXTENSION_REFUSED"))).contains("уже истёк", "подпункт 3 пункта 10");
        assertThat(local(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T10:30");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
        story.task(1, "userTask_hurryAgency");
        assertThat(story.timers(1, "event_fiveDayWall")).hasSize(1);
    }

    @Test
    void a_person_may_say_that_a_strangers_mail_asks_for_time_and_why() {
        Story story = received();
        String stranger = "arhiv-" + story.number() + "@mail.ru";
        house.send(reply(story, "Ответ будет позже.").from(stranger));

        house.decide(
                house.mailOnDesk(stranger),
                Map.of(
                        "decision", "attach",
                        "inquiryId", story.inquiryId(1),
                        "kind", "EXTENSION",
                        "note", "Сведения запрошены в архиве",
                        "until", "2026-11-19"));

        due(story, "2026-11-19T18:00");
        assertThat(story.callBackWaits()).isFalse();
    }

    @Test
    void who_asked_in_time_is_not_late_because_we_read_it_late() {
        Story story = received();
        String stranger = "arhiv-" + story.number() + "@mail.ru";
        clock.moveTo(at("2026-11-18T10:20"));
        house.send(reply(story, "Ответ будет позже.").from(stranger));
        JsonNode mail = house.mailOnDesk(stranger);
        clock.moveTo(at("2026-11-18T10:40"));
        story.task(1, "userTask_hurryAgency");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");

        house.decide(
                mail,
                Map.of(
                        "decision", "attach",
                        "inquiryId", story.inquiryId(1),
                        "kind", "EXTENSION",
                        "note", "Сведения запрошены в архиве",
                        "until", "2026-11-19"));

        due(story, "2026-11-19T18:00");
        story.inquiryInState(1, "WAITING");
        assertThat(violations(story)).isEmpty();
        assertThat(story.taskWaits(1, "userTask_hurryAgency")).isFalse();
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-19T18:00");
    }

    @Test
    void an_answer_that_came_in_time_and_was_read_late_is_no_violation() {
        Story story = received();
        String stranger = "otvet-" + story.number() + "@mail.ru";
        clock.moveTo(at("2026-11-18T10:20"));
        house.send(reply(story, ANSWER).from(stranger));
        JsonNode mail = house.mailOnDesk(stranger);
        clock.moveTo(at("2026-11-18T10:40"));
        story.inquiryInState(1, "OVERDUE");

        house.decide(mail, Map.of("decision", "attach", "inquiryId", story.inquiryId(1)));

        story.callBackTask();
        assertThat(violations(story)).isEmpty();
    }

    @Test
    void the_head_of_the_agency_is_told_of_the_delay() {
        String agency = agencies.one();
        String head = "glava@" + agency + ".example";
        directory.put(directory
                .agency(agency)
                .orElseThrow()
                .with(new Particulars(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Particulars.Head("Главный Пётр Ильич", EmailAddress.of(head))))));
        Story story = house.ask(agency);
        story.letter(1);

        clock.moveTo(at("2026-11-18T10:32"));

        MimeMessage letter = House.eventually(
                        "the head's letter", () -> house.post().mailbox(head), mails -> !mails.isEmpty())
                .get(0);
        assertThat(Mails.text(letter)).contains("Главный Пётр Ильич", "в пункте 5 регламента");
        house.send(AgencyMail.reply(letter, head, ANSWER));
        story.callBackTask();
    }

    @Test
    void answers_that_meet_the_end_of_the_term_end_the_waiting_once() {
        Story story = house.ask(Stream.generate(agencies::one).limit(6).toArray(String[]::new));
        List<AgencyMail> answers = IntStream.rangeClosed(1, 6)
                .mapToObj(leg -> AgencyMail.reply(story.letter(leg), story.responsible(leg), "Ответ " + leg))
                .toList();

        Instant latest = story.view().get("inquiries").findValuesAsText("due").stream()
                .map(Instant::parse)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        clock.moveTo(latest.plusSeconds(2));
        answers.forEach(house::send);

        story.callBackTask();
        assertThat(jdbc.sql("select v.kind from perezvon.violation v join perezvon.inquiry i on i.id = v.inquiry_id"
                                + " where i.question_number = :number")
                        .param("number", story.number())
                        .query(String.class)
                        .list())
                .as("late by two seconds, whoever was first")
                .hasSize(6)
                .containsOnly("LATE_ANSWER");
        for (JsonNode inquiry : story.view().get("inquiries")) {
            assertThat(inquiry.get("state").asText()).isEqualTo("ANSWERED");
            assertThat(house.tasks(inquiry.get("id").asText(), "userTask_hurryAgency"))
                    .isEmpty();
        }
        assertThat(house.administrator()
                        .get("/engine-rest/incident/count")
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void an_absent_persons_program_that_answers_every_letter_makes_one_task() {
        Story story = received();
        String words = "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, petrova@mail.ru";
        MimeMessage letter = story.letters(1).get(0);
        house.send(AgencyMail.outOfOffice(letter, story.responsible(1), words));
        story.task(1, "userTask_confirmDeputy");

        house.send(AgencyMail.outOfOffice(letter, story.responsible(1), words).sentAgain());

        House.eventually("counted", () -> story.replies(1), replies -> replies.findValuesAsText("repeats")
                .contains("1"));
        story.task(1, "userTask_confirmDeputy");
    }

    @Test
    void what_the_agency_asks_is_answered_in_the_same_conversation_while_the_clock_runs() {
        Story story = received();
        AgencyMail asks = reply(story, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?");
        house.send(asks);
        JsonNode task = story.task(1, "userTask_clarify");

        post(task, "clarification", Map.of("mailId", mailOf(task), "text", "Речь о первом ребёнке."));

        MimeMessage letter = letter(story, "CLARIFICATION");
        assertThat(Mails.text(letter)).contains("Речь о первом ребёнке.");
        assertThat(Mails.header(letter, "In-Reply-To")).isEqualTo(asks.messageId());
        assertThat(local(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T10:30");
        assertThat(story.inquiry(1).at("/decisions/0/decision").asText()).isEqualTo("CLARIFY");
        story.agencyAnswers(1, ANSWER);
        story.callBackTask();
    }

    @Test
    void an_operator_may_see_that_the_question_was_the_answer() {
        Story story = received();
        house.send(reply(story, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?"));
        JsonNode task = story.task(1, "userTask_clarify");

        post(task, "answer", Map.of("mailId", mailOf(task)));

        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("ANSWERED");
        assertThat(story.replies(1).get(0).get("kind").asText()).isEqualTo("ANSWER");
    }

    @Test
    void a_refusal_that_names_another_body_becomes_its_inquiry_with_a_clock_of_its_own() {
        Story story = received();
        String other = agencies.one();
        String name = house.operator().get("/api/agencies/" + other).get("name").asText();
        clock.moveTo(at("2026-11-17T12:00"));
        house.send(reply(story, "Вопрос не относится к нашей компетенции. Ваш запрос направлен в " + name + "."));
        JsonNode task = story.task(1, "userTask_decideRefusal");
        story.inquiryInState(1, "REFUSED");

        post(task, "refusal", Map.of("mailId", mailOf(task), "decision", "other", "agency", other));

        MimeMessage letter = story.letter(2);
        assertThat(Mails.text(letter)).contains("запрос " + story.number() + "/1");
        assertThat(story.inquiry(2).get("insteadOf").asText()).isEqualTo(story.number() + "/1");
        assertThat(local(story.inquiry(2).get("due"))).isEqualTo("2026-11-18T12:00");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("REDIRECTED");
        assertThat(story.callBackWaits()).isFalse();
        story.agencyAnswers(2, ANSWER);
        story.callBackTask();
        assertThat(violations(story)).isEmpty();
        assertThat(jdbc.sql("select count(*) from perezvon.violation where inquiry_id = :id")
                        .param("id", UUID.fromString(story.inquiryId(2)))
                        .query(Integer.class)
                        .single())
                .as("our fifteen minutes run from the decision")
                .isZero();
    }

    @Test
    void the_body_a_refusal_names_is_proposed_to_the_operator() {
        Story story = received();
        String minsoc = "minsoc-" + story.number();
        house.administrator()
                .put(
                        "/api/agencies/" + minsoc,
                        Map.of(
                                "name", "Министерство цифрового развития и связи Иркутской области",
                                "shortName", "Минцифры " + story.number(),
                                "kind", "REGIONAL",
                                "zone", "Asia/Irkutsk",
                                "calendars", List.of("ru", "ru-IRK"),
                                "opens", "09:00",
                                "closes", "18:00",
                                "topics", List.of("связь")));

        JsonNode proposed = house.operator()
                .get(
                        "/api/inquiries/" + story.inquiryId(1)
                                + "/other-agencies?named=%D0%BC%D0%B8%D0%BD%D0%B8%D1%81%D1%82%D0%B5%D1%80%D1%81%D1%82%D0%B2%D1%83"
                                + "%20%D1%86%D0%B8%D1%84%D1%80%D0%BE%D0%B2%D0%BE%D0%B3%D0%BE%20%D1%80%D0%B0%D0%B7%D0%B2%D0%B8%D1%82%D0%B8%D1%8F");

        assertThat(proposed.get(0).get("code").asText()).isEqualTo(minsoc);
    }

    @Test
    void a_refusal_may_be_insisted_upon_on_the_same_clock_and_be_closed_with_an_explanation() {
        Story story = received();
        house.send(reply(story, "Данный вопрос не относится к компетенции министерства."));
        JsonNode task = story.task(1, "userTask_decideRefusal");
        post(
                task,
                "refusal",
                Map.of("mailId", mailOf(task), "decision", "insist", "note", "Пособия ведёте именно вы."));

        assertThat(Mails.text(letter(story, "INSISTED"))).contains("Пособия ведёте именно вы.");
        story.inquiryInState(1, "WAITING");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");

        house.send(reply(story, "Повторяем: вопрос не относится к компетенции министерства."));
        JsonNode again = story.task(1, "userTask_decideRefusal");
        post(
                again,
                "refusal",
                Map.of("mailId", mailOf(again), "decision", "close", "note", "Орган отказался отвечать."));

        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("UNANSWERED");
        assertThat(violations(story)).containsExactly("NO_ANSWER");
    }

    @Test
    void an_absent_persons_deputy_gets_the_request_too_when_a_person_confirms() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        MimeMessage letter = story.letter(1);
        String deputy = "petrova@" + agency + ".example";
        house.send(AgencyMail.outOfOffice(
                letter,
                story.responsible(1),
                "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, " + deputy));
        JsonNode task = story.task(1, "userTask_confirmDeputy");
        JsonNode meaning = house.operator().get("/api/mails/" + mailOf(task)).get("meaning");
        assertThat(meaning.get("deputyEmail").asText()).isEqualTo(deputy);

        post(
                task,
                "deputy",
                Map.of(
                        "mailId",
                        mailOf(task),
                        "confirmed",
                        true,
                        "name",
                        "Петрова Ольга",
                        "email",
                        deputy,
                        "until",
                        "2026-11-30T09:00:00+08:00"));

        MimeMessage second = House.eventually(
                        "the deputy's letter", () -> house.post().mailbox(deputy), mails -> !mails.isEmpty())
                .get(0);
        assertThat(Mails.text(second)).contains("замещаете его вы");
        assertThat(local(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T10:30");
        house.send(AgencyMail.reply(second, deputy, ANSWER));
        story.callBackTask();
        assertThat(house.ask(agency).letter(1)).isNotNull();
        assertThat(house.post().mailbox(deputy))
                .as("the next inquiry goes to the deputy")
                .hasSize(2);
    }

    @Test
    void a_letter_nobody_takes_goes_from_address_to_address_and_the_clock_starts_where_it_is_taken() {
        String agency = agencies.one();
        String deputy = "petrov@second-" + agency + ".example";
        house.administrator()
                .put(
                        "/api/agencies/" + agency + "/deputies",
                        Map.of("deputies", List.of(Map.of("name", "Петров Пётр", "email", deputy))));
        Story story = house.ask(agency);
        MimeMessage letter = story.letter(1);
        String first = story.responsible(1);
        clock.moveTo(at("2026-11-17T11:00"));

        house.send(AgencyMail.bounce(letter, first));

        House.eventually(
                "the deputy",
                () -> story.inquiry(1),
                inquiry -> inquiry.at("/responsible/email").asText().equals(deputy)
                        && inquiry.get("state").asText().equals("WAITING"));
        assertThat(local(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T11:00");
        assertThat(story.taskWaits(1, "userTask_correctAddress")).isFalse();
        assertThat(violations(story)).as("it had left in time").isEmpty();
        house.send(AgencyMail.bounce(letter, first).sentAgain());
        story.agencyAnswers(1, ANSWER);
        story.callBackTask();
    }

    @Test
    void an_answer_that_comes_while_the_supervisor_looks_for_an_address_ends_the_task() {
        Story story = received();
        MimeMessage letter = story.letter(1);
        house.send(AgencyMail.bounce(letter, story.responsible(1)));
        story.task(1, "userTask_correctAddress");

        house.send(AgencyMail.reply(letter, story.responsible(1), ANSWER));

        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("ANSWERED");
        assertThat(story.taskWaits(1, "userTask_correctAddress")).isFalse();
    }

    @Test
    void a_supervisor_waits_beyond_five_days_and_the_late_answer_still_reaches_the_citizen() {
        Story story = received();
        clock.moveTo(at("2026-11-24T18:02"));
        JsonNode task = story.task(1, "userTask_decideUnanswered");
        house.supervisor()
                .post(
                        "/api/tasks/" + task.get("id").asText() + "/inquiry-decision",
                        Map.of(
                                "tryAgain",
                                true,
                                "waitUntil",
                                "2026-11-27T18:00:00+08:00",
                                "note",
                                "Обещали в пятницу"));
        assertThat(Mails.text(letter(story, "WAITING_ON"))).contains("27 ноября 2026 года, 18:00 (пятница)");

        clock.moveTo(at("2026-11-27T18:01"));
        JsonNode again = story.task(1, "userTask_decideUnanswered");
        house.send(AgencyMail.reply(story.letters(1).get(0), story.responsible(1), ANSWER));

        story.callBackTask();
        assertThat(again).isNotNull();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("ANSWERED");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
    }

    @Test
    void an_answer_after_the_end_is_kept_and_told_once() {
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> fact && fact.getPayload() instanceof LateAnswer late) {
                lateAnswers.add(late);
            }
        });
        Story story = received();
        MimeMessage letter = story.letter(1);
        house.send(AgencyMail.reply(letter, story.responsible(1), ANSWER));
        story.callBackTask();

        AgencyMail late = AgencyMail.reply(letter, story.responsible(1), "Уточняем: заявление подают через МФЦ.");
        house.send(late);
        House.eventually("two replies", () -> story.replies(1), replies -> replies.size() == 2);
        house.send(late.sentAgain());
        House.eventually("sent again, counted", () -> story.replies(1), replies -> replies.findValuesAsText("repeats")
                .contains("1"));

        assertThat(lateAnswers)
                .filteredOn(fact -> fact.questionNumber().value().equals(story.number()))
                .hasSize(1);
    }

    @Test
    void what_the_citizen_no_longer_needs_is_withdrawn_from_every_agency_that_has_it() {
        String refusing = agencies.one();
        MailServer.refuse(refusing + ".example", "550 5.1.1 no such mailbox here");
        Story story = house.ask(agencies.one(), refusing);
        story.letter(1);
        story.task(2, "userTask_correctAddress");

        inquiries.withdraw(RegistrationNumber.parse(story.number()), "olga", "Гражданин передумал");

        story.inquiryInState(1, "WITHDRAWN");
        story.inquiryInState(2, "WITHDRAWN");
        assertThat(Mails.text(letter(story, "WITHDRAWN"))).contains("Отвечать на это письмо и готовить ответ не нужно");
        assertThat(story.inquiry(2).get("letters").findValuesAsText("purpose")).containsExactly("REQUEST");
        assertThat(story.passed(story.inquiryId(1))).contains("event_requestWithdrawn");
        assertThat(violations(story)).isEmpty();
        assertThat(story.inquiry(1).at("/decisions/0/note").asText()).isEqualTo("Гражданин передумал");
        MailServer.acceptAgain(refusing + ".example");
    }

    @Test
    void an_answer_that_is_none_goes_back_and_the_same_clock_runs_on() {
        Story story = received();
        AgencyMail evasive = reply(story, "Ваше обращение рассмотрено.");
        house.send(evasive);
        story.callBackTask();

        inquiries.returnAnswer(InquiryId.parse(story.inquiryId(1)), "olga", "В письме нет ответа на вопрос.");
        house.administrator()
                .post(
                        "/engine-rest/process-definition/key/agency-inquiry/start",
                        Map.of("businessKey", story.inquiryId(1)));

        story.inquiryInState(1, "WAITING");
        MimeMessage letter = letter(story, "ANSWER_RETURNED");
        assertThat(Mails.text(letter)).contains("В письме нет ответа на вопрос.");
        assertThat(Mails.header(letter, "In-Reply-To")).isEqualTo(evasive.messageId());
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");
        assertThat(story.inquiry(1).get("letters").findValuesAsText("purpose"))
                .containsExactly("REQUEST", "ANSWER_RETURNED");
        house.send(reply(story, ANSWER));
        story.inquiryInState(1, "ANSWERED");
        assertThat(story.replies(1)).hasSize(2);
    }

    @Test
    void the_number_under_which_the_agency_has_registered_the_request_stands_in_the_case() {
        Story story = received();

        house.send(reply(story, "Ваш запрос зарегистрирован, вх. № 59-37-1234/26 от 17.11.2026."));

        House.eventually(
                "the number", () -> story.inquiry(1).get("incomingNumber").asText(), "59-37-1234/26"::equals);
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void the_centre_asks_for_information_and_whoever_asked_reads_the_answer() {
        JsonNode inquiry = house.operator()
                .post(
                        "/api/information-requests",
                        Map.of("agency", agencies.one(), "text", "Просим прислать новый график приёма."));
        String id = inquiry.get("id").asText();
        JsonNode waiting = House.eventually(
                "received",
                () -> house.operator().get("/api/information-requests/" + id),
                view -> view.get("state").asText().equals("WAITING"));
        String agency = waiting.at("/responsible/email").asText();
        MimeMessage letter = house.post().mailbox(agency).get(0);
        assertThat(Mails.text(letter))
                .contains("Просим прислать новый график приёма.")
                .doesNotContain("гражданин позвонил");
        assertThat(local(waiting.get("due"))).isEqualTo("2026-11-18T10:30");

        house.send(AgencyMail.reply(letter, agency, "График: понедельник — пятница, с 9 до 18."));

        JsonNode task = house.task(inquiry.get("questionNumber").asText(), "userTask_readInformation");
        assertThat(task.get("assignee").asText()).isEqualTo("olga");
        house.operator().post("/api/tasks/" + task.get("id").asText() + "/information-read", Map.of());
        assertThat(house.tasks(inquiry.get("questionNumber").asText(), "userTask_readInformation"))
                .isEmpty();
    }

    private Story received() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        return story;
    }

    private AgencyMail reply(Story story, String text) {
        return AgencyMail.reply(story.letters(1).get(0), story.responsible(1), text);
    }

    /** The newest letter of this purpose in the agency's mailbox. */
    private MimeMessage letter(Story story, String purpose) {
        String messageId = House.eventually(
                "letter " + purpose,
                () -> {
                    String found = "";
                    for (JsonNode letter : story.inquiry(1).get("letters")) {
                        boolean arrived = letter.get("state").asText().equals("ACCEPTED");
                        if (arrived && letter.get("purpose").asText().equals(purpose)) {
                            found = letter.get("messageId").asText();
                        }
                    }
                    return found;
                },
                found -> !found.isEmpty());
        return story.letters(1).stream()
                .filter(letter -> Mails.messageId(letter).equals(messageId))
                .findFirst()
                .orElseThrow();
    }

    private void post(JsonNode task, String decision, Map<String, Object> body) {
        house.operator().post("/api/tasks/" + task.get("id").asText() + "/" + decision, body);
    }

    private long mailOf(JsonNode task) {
        return house.administrator()
                .get("/engine-rest/task/" + task.get("id").asText() + "/variables/mailId")
                .get("value")
                .asLong();
    }

    private void due(Story story, String due) {
        House.eventually("due " + due, () -> local(story.inquiry(1).get("due")), due::equals);
    }

    private List<String> violations(Story story) {
        return jdbc.sql(
                        "select kind from perezvon.violation where inquiry_id = :id and withdrawn_at is null order by id")
                .param("id", UUID.fromString(story.inquiryId(1)))
                .query(String.class)
                .list();
    }

    private String timer(Story story, String event) {
        JsonNode timers = story.timers(1, event);
        assertThat(timers).as(event).hasSize(1);
        return local(timers.get(0).get("dueDate"));
    }

    /** Local time in Irkutsk, to the minute. */
    private static String local(JsonNode moment) {
        String text = moment.asText().replaceFirst("\\+0000$", "Z");
        return LocalDateTime.ofInstant(Instant.parse(text), IRKUTSK)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
