package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailProgram;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters to agencies and whatever comes back. */
@WholeHouse
class AgencyMailStoryTest {

    private static final String ANSWER = """
            Пособие назначается со дня подачи заявления.
            Срок рассмотрения: 10 рабочих дней.

            Документы: паспорт и свидетельство о рождении ребёнка.""";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "GMAIL, utf-8", "GMAIL, windows-1251", "GMAIL, koi8-r",
        "YANDEX, utf-8", "YANDEX, windows-1251", "YANDEX, koi8-r",
        "OUTLOOK, utf-8", "OUTLOOK, windows-1251", "OUTLOOK, koi8-r",
        "OLD_FASHIONED, utf-8", "OLD_FASHIONED, windows-1251", "OLD_FASHIONED, koi8-r",
    })
    void an_operator_reads_what_the_agency_wrote_and_nothing_of_what_it_quoted(MailProgram program, String charset) {
        Story story = house.ask(agencies.one());

        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER, program, Charset.forName(charset)));

        story.callBackTask();
        assertThat(story.replies(1)).hasSize(1);
        assertThat(story.replies(1).get(0).get("text").asText()).isEqualTo(ANSWER);
        assertThat(story.replies(1).get(0).get("kind").asText()).isEqualTo("ANSWER");
    }

    @Test
    void the_same_answer_sent_three_times_is_one_answer_and_one_call_back() {
        Story story = house.ask(agencies.one());
        AgencyMail answer = AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER);

        house.send(answer);
        house.send(answer);
        house.send(answer.sentAgain());

        House.eventually("sent again, counted", () -> story.replies(1), replies -> replies.findValuesAsText("repeats")
                .contains("1"));
        story.callBackTask();
        assertThat(story.replies(1)).hasSize(1);
    }

    @RepeatedTest(3)
    void answers_that_come_while_others_are_being_fetched_do_not_wait_for_the_next_look() {
        Story story = house.ask(Stream.generate(agencies::one).limit(8).toArray(String[]::new));
        List<AgencyMail> answers = IntStream.rangeClosed(1, 8)
                .mapToObj(leg -> AgencyMail.reply(story.letter(leg), story.responsible(leg), "Ответ " + leg))
                .toList();

        answers.forEach(house::send);

        story.callBackTask();
        assertThat(story.view().findValuesAsText("text")).contains("Ответ 1", "Ответ 8");
    }

    @Test
    void a_second_answer_is_read_beside_the_first() {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);
        house.send(AgencyMail.reply(letter, story.responsible(1), "Заявление подают через МФЦ."));
        story.callBackTask();

        house.send(AgencyMail.reply(letter, story.responsible(1), "Уточняем: МФЦ на улице Ленина закрыт."));

        House.eventually("two replies", () -> story.replies(1), replies -> replies.size() == 2);
        story.callBackTask();
    }

    @Test
    void an_answer_after_the_call_back_is_kept_and_wakes_nobody() {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);
        house.send(AgencyMail.reply(letter, story.responsible(1), ANSWER));
        story.callBack(Map.of("outcome", "REACHED"));
        story.closed();

        house.send(AgencyMail.reply(letter, story.responsible(1), "Ещё одно уточнение."));

        House.eventually("two replies", () -> story.replies(1), replies -> replies.size() == 2);
        assertThat(story.state()).isEqualTo("CLOSED");
        assertThat(story.callBackWaits()).isFalse();
    }

    @Test
    void an_answer_to_our_plain_address_finds_its_question_by_the_mark_in_the_subject() {
        Story story = house.ask(agencies.one());

        house.send(
                AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER).withoutTraces());

        story.callBackTask();
        assertThat(story.replies(1)).hasSize(1);
    }

    @Test
    void a_colleague_of_the_responsible_person_may_answer_too() {
        String agency = agencies.one();
        Story story = house.ask(agency);

        house.send(
                AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER).from("kollega@" + agency + ".example"));

        story.callBackTask();
    }

    @Test
    void what_a_stranger_writes_to_a_valid_address_counts_only_when_a_person_says_so() {
        Story story = house.ask(agencies.one());
        String stranger = "neizvestny-" + story.number() + "@mail.ru";

        house.send(
                AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER).from(stranger));

        JsonNode mail = house.mailOnDesk(stranger);
        assertThat(mail.get("text").asText()).isEqualTo(ANSWER);
        assertThat(mail.get("reason").asText()).contains("отправитель");
        assertThat(mail.at("/guesses/0/number").asText()).isEqualTo(story.number() + "/1");
        assertThat(story.replies(1)).isEmpty();
        assertThat(story.callBackWaits()).isFalse();

        house.decide(mail, Map.of("decision", "attach", "inquiryId", story.inquiryId(1)));

        story.callBackTask();
        assertThat(story.replies(1).get(0).get("text").asText()).isEqualTo(ANSWER);
        assertThat(story.replies(1).get(0).get("kind").asText()).isEqualTo("ANSWER");
    }

    @Test
    void a_letter_about_none_of_our_questions_is_put_aside_by_a_person() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        String sender = "reklama-" + story.number() + "@shop.example";
        house.send(AgencyMail.unasked(sender, "Скидки на канцелярию", "Бумага по цене прошлого года."));

        JsonNode mail = house.mailOnDesk(sender);
        assertThat(mail.get("guesses")).isEmpty();
        house.decide(mail, Map.of("decision", "aside", "note", "реклама"));

        String key = "mail-" + mail.get("id").asText();
        assertThat(house.tasks(key, "userTask_triage")).isEmpty();
        assertThat(story.passed(key)).contains("event_mailPutAside").doesNotContain("event_mailAttached");
        assertThat(story.state()).isEqualTo("WAITING");
    }

    @Test
    void a_request_for_more_time_without_a_reason_that_was_the_answer_ends_the_waiting_when_a_person_says_so() {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);

        house.send(
                AgencyMail.reply(letter, story.responsible(1), "Просим продлить срок подготовки ответа до пятницы."));

        JsonNode mail = house.mailOnDesk(story.responsible(1));
        assertThat(mail.get("kind").asText()).isEqualTo("EXTENSION");
        assertThat(mail.at("/guesses/0/number").asText()).isEqualTo(story.number() + "/1");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
        assertThat(story.timers(1, "event_overdue")).hasSize(1);
        assertThat(story.callBackWaits()).isFalse();

        house.decide(mail, Map.of("decision", "attach", "inquiryId", story.inquiryId(1)));

        story.callBackTask();
        assertThat(story.replies(1)).hasSize(1);
        assertThat(story.replies(1).get(0).get("kind").asText()).isEqualTo("ANSWER");
    }

    @Test
    void who_asks_for_more_time_without_a_reason_is_asked_for_it_and_a_person_sees_the_mail_all_the_same() {
        Story story = house.ask(agencies.one());

        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), "Просим продлить срок до пятницы."));

        assertThat(house.mailOnDesk(story.responsible(1)).get("kind").asText()).isEqualTo("EXTENSION");
        List<MimeMessage> letters = House.eventually(
                "a letter that asks for the reason", () -> story.letters(1), found -> found.size() == 2);
        MimeMessage asks = letters.stream()
                .filter(letter -> Mails.text(letter).contains("не хватает одного: причины"))
                .findFirst()
                .orElseThrow();
        assertThat(Mails.header(asks, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(Mails.subject(asks)).startsWith("Re: ");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void who_names_a_reason_is_not_asked_for_it() {
        Story story = house.ask(agencies.one());

        house.send(AgencyMail.reply(
                story.letter(1), story.responsible(1), "Просим продлить срок до пятницы: ждём данные из архива."));

        House.eventually(
                "more time",
                () -> story.inquiry(1).get("letters").findValuesAsText("purpose"),
                List.of("REQUEST", "EXTENDED")::equals);
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void a_mail_filed_under_one_inquiry_can_be_given_to_another() {
        Story first = house.ask(agencies.one());
        Story second = house.ask(agencies.one());
        second.letter(1);
        house.send(AgencyMail.reply(
                first.letter(1), first.responsible(1), "Просим продлить срок подготовки ответа до пятницы."));
        JsonNode mail = house.mailOnDesk(first.responsible(1));

        house.decide(mail, Map.of("decision", "attach", "inquiryId", second.inquiryId(1)));

        second.callBackTask();
        assertThat(second.replies(1)).hasSize(1);
        assertThat(first.callBackWaits()).isFalse();
        assertThat(first.replies(1)).isEmpty();
    }

    @Test
    void an_absent_persons_mailbox_does_not_stop_the_clock() {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);
        String due = story.timers(1, "event_overdue").get(0).get("dueDate").asText();

        house.send(AgencyMail.outOfOffice(letter, story.responsible(1)));

        House.eventually("the automatic reply", () -> story.replies(1), replies -> replies.size() == 1);
        assertThat(story.replies(1).get(0).get("kind").asText()).isEqualTo("AUTO_REPLY");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
        assertThat(story.timers(1, "event_overdue").get(0).get("dueDate").asText())
                .isEqualTo(due);
        assertThat(story.callBackWaits()).isFalse();
        house.send(AgencyMail.reply(letter, story.responsible(1), ANSWER));
        story.callBackTask();
    }

    @Test
    void a_letter_that_comes_back_goes_to_the_address_a_supervisor_finds() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        MimeMessage letter = story.letter(1);
        String wrong = story.responsible(1);

        house.send(AgencyMail.bounce(letter, wrong));

        JsonNode task = story.task(1, "userTask_correctAddress");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("UNDELIVERABLE");
        assertThat(story.timers(1, "event_overdue")).isEmpty();
        assertThat(story.callBackWaits()).isFalse();
        String right = nameAnother(agency);
        house.supervisor().post(decision(task), Map.of("tryAgain", true));

        MimeMessage second = story.letter(1);
        assertThat(story.responsible(1)).isEqualTo(right);
        assertThat(Mails.messageId(second)).isNotEqualTo(Mails.messageId(letter));
        assertThat(house.post().mailbox(right)).hasSize(1);
        assertThat(house.post().mailbox(wrong)).hasSize(1);
        assertThat(story.timers(1, "event_overdue")).hasSize(1);
        house.send(AgencyMail.reply(second, right, ANSWER));
        story.callBackTask();
        assertThat(story.passed(story.inquiryId(1))).contains("event_bounced", "event_answered");
    }

    @Test
    void a_letter_the_agencys_server_refuses_is_a_supervisors_task_at_once() {
        String agency = agencies.one();
        MailServer.refuse(agency + ".example", "550 5.1.1 no such mailbox here");
        Story story = house.ask(agency);

        JsonNode task = story.task(1, "userTask_correctAddress");
        JsonNode refused = story.inquiry(1).at("/letters/0");
        assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.get("lastError").asText()).contains("550");
        MailServer.acceptAgain(agency + ".example");
        String right = nameAnother(agency);
        house.supervisor().post(decision(task), Map.of("tryAgain", true));

        house.send(AgencyMail.reply(story.letter(1), right, ANSWER));
        story.callBackTask();
        assertThat(story.passed(story.inquiryId(1))).contains("event_notAccepted", "event_answered");
    }

    @Test
    void a_supervisor_may_give_up_an_address_and_the_citizen_is_still_called() {
        Story story = house.ask(agencies.one());
        house.send(AgencyMail.bounce(story.letter(1), story.responsible(1)));

        house.supervisor().post(decision(story.task(1, "userTask_correctAddress")), Map.of("tryAgain", false));

        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("UNANSWERED");
        assertThat(story.passed(story.inquiryId(1))).contains("event_closedUnanswered");
    }

    private String nameAnother(String agency) {
        String email = "petrov@" + agency + ".example";
        house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/responsible",
                        Map.of("name", "Петров Пётр Петрович", "email", email));
        return email;
    }

    private static String decision(JsonNode task) {
        return "/api/tasks/" + task.get("id").asText() + "/inquiry-decision";
    }
}
