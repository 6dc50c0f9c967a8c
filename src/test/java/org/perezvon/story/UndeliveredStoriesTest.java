package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;

/** Letters that come back, people who are away and whoever stands in for them (I-3.1, I-6.3). */
class UndeliveredStoriesTest extends CaseStories {

    private static final String NOT_NOW = "451 4.7.1 try again later";

    private String slow = "";

    @AfterEach
    void every_server_takes_letters_again() {
        MailServer.acceptAgain(slow);
    }

    @Test
    void an_answer_from_the_first_address_ends_what_is_still_on_its_way_to_the_second() {
        String agency = agencies.one();
        CaseFile file = asked(agency);
        MimeMessage letter = file.request(1);
        String first = file.story().responsible(1);
        slowDeputy(agency);
        file.givesBack(letter, first);
        file.stands(1, "SENDING");

        file.arrives(1, AgencyMail.reply(letter, first, ANSWER));

        file.story().callBackTask();
        file.stands(1, "ANSWERED");
        file.calls("REACHED");
        file.ends("TOLD");
        MailServer.acceptAgain(slow);
        assertThat(file.violationsEver(1)).isEmpty();
        file.hasGot(first, "REQUEST");
        assertThat(house.post().mailbox("petrov@" + slow)).isEmpty();
        assertThat(file.story().inquiry(1).at("/letters/1/state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_the_first_address_asks_meanwhile_is_heard_when_the_second_has_the_request() {
        String agency = agencies.one();
        CaseFile file = asked(agency);
        MimeMessage letter = file.request(1);
        String first = file.story().responsible(1);
        slowDeputy(agency);
        at("2026-11-17T11:00");
        file.givesBack(letter, first);
        file.stands(1, "SENDING");

        file.arrives(
                1,
                AgencyMail.reply(
                        letter, first, "Просим продлить срок ответа до 20 ноября 2026 года, так как ждём архив."));
        assertThat(file.story().inquiry(1).get("state").asText()).isEqualTo("SENDING");
        MailServer.acceptAgain(slow);
        clock.forward(Duration.ofMinutes(10));

        file.isDue(1, "2026-11-20T18:00");
        file.hasGot("petrov@" + slow, "REQUEST", "EXTENDED");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");
        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        file.hasGot(first, "REQUEST");
    }

    @Test
    void a_deputy_whose_server_refuses_the_request_is_looked_for_once_more() {
        String agency = agencies.one();
        CaseFile file = asked(agency);
        slow = "no-such-" + agency + ".example";
        MailServer.refuse(slow, "550 5.1.1 no such mailbox here");
        file.isAway(1, "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, petrova@" + slow);
        file.asksDeputy(1, "Петрова Ольга", "petrova@" + slow);
        isRefused(file, 1);
        file.asksDeputy(1, "Петрова Ольга", "petrova@" + slow);
        isRefused(file, 2);

        String right = "petrova@" + agency + ".example";
        file.asksDeputy(1, "Петрова Ольга", right);

        MimeMessage letter = file.letter(1, "DEPUTY");
        assertThat(Mails.text(letter)).contains("замещаете его вы");
        file.isDue(1, "2026-11-18T10:30");
        file.arrives(1, AgencyMail.reply(letter, right, "Просим уточнить, о каком ребёнке идёт речь: о втором?"));
        file.clarifies(1, "Речь о первом ребёнке.");
        file.hasGot(right, "DEPUTY", "CLARIFICATION");
        file.arrives(1, AgencyMail.reply(letter, right, ANSWER));
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        file.hasGot(1, "REQUEST");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_AUTO_REPLY",
                "DECISION_ASK_DEPUTY",
                "LETTER_DEPUTY",
                "DECISION_ASK_DEPUTY",
                "LETTER_DEPUTY",
                "DECISION_ASK_DEPUTY",
                "LETTER_DEPUTY",
                "MAIL_CLARIFICATION",
                "DECISION_CLARIFY",
                "LETTER_CLARIFICATION",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void a_deputys_letter_that_comes_back_twice_is_one_task_and_the_absent_person_answers_late() {
        String agency = agencies.one();
        CaseFile file = asked(agency);
        String wrong = "petrova@" + agency + ".example";
        file.isAway(1, "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, " + wrong);
        file.asksDeputy(1, "Петрова Ольга", wrong);
        MimeMessage letter = file.letter(1, "DEPUTY");
        file.givesBack(letter, wrong);
        file.story().task(1, "userTask_confirmDeputy");
        house.send(AgencyMail.bounce(letter, wrong).sentAgain());
        file.does(1, "userTask_confirmDeputy", "deputy", Map.of("confirmed", false));
        at("2026-11-18T10:32");
        file.stands(1, "OVERDUE");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.hasGot(wrong, "DEPUTY");
    }

    @Test
    void a_reminder_that_comes_back_stops_no_clock_but_somebody_looks_at_it() {
        CaseFile file = asked(agencies.one());
        String person = file.story().responsible(1);
        at("2026-11-17T17:32");
        file.hasGot(1, "REQUEST", "REMINDER");
        file.givesBack(file.letter(1, "REMINDER"), person);
        JsonNode mail = house.mailOnDesk("mailer-daemon@" + person.substring(person.indexOf('@') + 1));
        assertThat(mail.toString()).contains("наше письмо о нём вернулось");
        at("2026-11-18T10:32");
        file.stands(1, "OVERDUE");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE");
        file.givesBack(file.letter(1, "OVERDUE"), person);
        house.decide(mail, Map.of("decision", "aside"));
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        file.stands(1, "ANSWERED");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        assertThat(file.violations(1)).containsExactly("LATE_ANSWER");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE");
    }

    @Test
    void neither_the_person_nor_the_deputy_can_be_reached_and_a_supervisor_finds_the_address_too_late() {
        String agency = agencies.one();
        CaseFile file = asked(agency);
        slow = "second-" + agency + ".example";
        deputies(agency, "petrov@" + slow);
        String first = file.story().responsible(1);
        at("2026-11-17T11:00");
        file.givesBack(file.request(1), first);
        House.eventually(
                "the deputy",
                () -> file.story().inquiry(1),
                leg -> leg.at("/responsible/email").asText().equals("petrov@" + slow)
                        && leg.get("state").asText().equals("WAITING"));
        at("2026-11-17T12:00");
        file.givesBack(file.request(1), "petrov@" + slow);
        file.story().task(1, "userTask_correctAddress");
        at("2026-11-17T12:30");
        String right = "novikova@" + agency + ".example";
        house.supervisor()
                .post("/api/agencies/" + agency + "/responsible", Map.of("name", "Новикова Анна", "email", right));
        file.triesAgain(1, "userTask_correctAddress");
        file.request(1);
        file.isDue(1, "2026-11-18T12:30");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_DISPATCH");
        file.hasGot(first, "REQUEST");
        file.hasGot("petrov@" + slow, "REQUEST");
        file.hasGot(right, "REQUEST");
    }

    private static void isRefused(CaseFile file, int letter) {
        House.eventually(
                "refused",
                () -> file.story()
                        .inquiry(1)
                        .at("/letters/" + letter + "/state")
                        .asText(),
                "REFUSED"::equals);
    }

    private void slowDeputy(String agency) {
        slow = "second-" + agency + ".example";
        MailServer.refuse(slow, NOT_NOW);
        deputies(agency, "petrov@" + slow);
    }

    private void deputies(String agency, String email) {
        house.administrator()
                .put(
                        "/api/agencies/" + agency + "/deputies",
                        Map.of("deputies", List.of(Map.of("name", "Петров Пётр", "email", email))));
    }
}
