package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.DeskMail;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.RoundTrips;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that do not find their way by themselves: where they lie, who is told, and that none lies in two places. */
@WholeHouse
class MailDeskStoryTest {

    private static final String TRIAGE = "userTask_triage";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    Inbox inbox;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate together;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void the_desk_is_cleared() {
        inbox.desk(0, 100).forEach(mail -> {
            JsonNode tasks = house.tasks("mail-" + mail.id(), TRIAGE);
            tasks.forEach(task -> house.operator()
                    .post("/api/tasks/" + task.get("id").asText() + "/mail-decision", Map.of("decision", "aside")));
        });
    }

    @Test
    void a_mail_that_is_tried_again_leaves_the_desk_and_lies_there_once_when_it_comes_back() {
        String sender = "kto-to-1@shop.example";
        house.send(AgencyMail.unasked(sender, "Скидки", "Бумага дёшево."));
        JsonNode mail = house.mailOnDesk(sender);
        long id = mail.get("id").asLong();
        String first = house.task("mail-" + id, TRIAGE).get("id").asText();
        assertThat(inbox.desk(id - 1, 1)).singleElement().satisfies(shown -> {
            assertThat(shown.from()).isEqualTo(sender);
            assertThat(shown.state()).isEqualTo(DeskMail.State.WAITS_FOR_PERSON);
        });

        assertThat(inbox.tryAgain(List.of(id))).isEqualTo(1);

        JsonNode second = House.eventually(
                "a new task",
                () -> house.tasks("mail-" + id, TRIAGE),
                tasks -> !tasks.isEmpty() && !tasks.get(0).get("id").asText().equals(first));
        assertThat(second).hasSize(1);
        assertThatThrownBy(() ->
                        house.operator().post("/api/tasks/" + first + "/mail-decision", Map.of("decision", "aside")))
                .isInstanceOf(AssertionError.class);
        house.decide(mail, Map.of("decision", "aside"));
        assertThat(inbox.desk(id - 1, 1)).noneMatch(shown -> shown.id() == id);
        assertThat(inbox.tryAgain(id)).as("a person has decided").isFalse();
        assertThat(house.tasks("mail-" + id, TRIAGE)).isEmpty();
    }

    @Test
    void all_that_lie_on_the_desk_can_be_tried_again_at_once() {
        house.send(AgencyMail.unasked("kto-to-2@shop.example", "Скидки", "Бумага дёшево."));
        house.send(AgencyMail.unasked("kto-to-3@shop.example", "Скидки", "Картон дёшево."));
        long two = house.mailOnDesk("kto-to-2@shop.example").get("id").asLong();
        long three = house.mailOnDesk("kto-to-3@shop.example").get("id").asLong();
        List<String> before = List.of(task(two), task(three));

        assertThat(inbox.tryAllAgain()).isGreaterThanOrEqualTo(2);

        assertThat(House.eventually("both lie there anew", () -> List.of(task(two), task(three)), now -> now.stream()
                        .noneMatch(before::contains)))
                .hasSize(2);
    }

    @Test
    void our_own_letter_that_somebody_bounces_back_to_us_is_no_answer() throws MessagingException, IOException {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        letter.writeTo(bytes);

        house.send(new AgencyMail(MailServer.CENTRE, Mails.replyTo(letter), bytes.toByteArray()));

        JsonNode mail = house.mailOnDesk(MailServer.CENTRE);
        assertThat(mail.get("reason").asText()).startsWith("Вернулось наше собственное письмо");
        assertThat(mail.at("/guesses/0/number").asText()).isEqualTo(story.number() + "/1");
        assertThat(story.replies(1)).isEmpty();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void a_letter_from_us_to_us_is_heard_of_in_the_mail_room_only() {
        long before = selfTests();
        String reference = RoundTrips.PREFIX + "-" + System.nanoTime();
        together.executeWithoutResult(status -> outbox.put(new Letter(
                reference,
                "SELF_TEST",
                "Единый контакт-центр",
                EmailAddress.of(MailServer.CENTRE),
                "Проверка",
                "Туда и обратно.")));

        House.eventually("it has come back", () -> selfTests(), count -> count > before);

        assertThat(inbox.desk(0, 100)).noneMatch(mail -> mail.from().equals(MailServer.CENTRE));
    }

    @Test
    void a_servers_word_that_delivery_takes_longer_is_nobodys_task() {
        Story story = house.ask(agencies.one());
        MimeMessage letter = story.letter(1);
        String host =
                "mx." + story.responsible(1).substring(story.responsible(1).indexOf('@') + 1);

        house.send(new AgencyMail("mailer-daemon@" + host, Mails.replyTo(letter), """
                From: mailer-daemon@%1$s
                To: %2$s
                Subject: Delayed Mail (still being retried)
                Message-ID: <delay-%3$s@%1$s>
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; %1$s

                Final-Recipient: rfc822; %4$s
                Action: delayed
                Status: 4.4.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %5$s

                --b--
                """.formatted(
                        host, Mails.replyTo(letter), story.number(), story.responsible(1), Mails.messageId(letter))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        // What is sent after it to the same inquiry is taken after it.
        house.send(AgencyMail.reply(letter, story.responsible(1), "Через десять дней."));

        story.callBackTask();
        assertThat(inbox.desk(0, 100)).noneMatch(mail -> mail.from().startsWith("mailer-daemon@" + host));
        assertThat(story.replies(1).findValuesAsText("kind")).contains("ANSWER");
    }

    private long selfTests() {
        return jdbc.sql(
                        "select count(*) from perezvon.raw_mail where state = 'ROUTED' and evidence like '%проверочное письмо%'")
                .query(Long.class)
                .single();
    }

    private String task(long mail) {
        JsonNode tasks = house.tasks("mail-" + mail, TRIAGE);
        return tasks.isEmpty() ? "" : tasks.get(0).get("id").asText();
    }
}
