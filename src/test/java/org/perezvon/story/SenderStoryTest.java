package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may answer for an agency: what our mail server found out about the sender, and how far the agency is believed. */
@WholeHouse
class SenderStoryTest {

    private static final String ANSWER = "Пособие назначается со дня подачи заявления.";

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Test
    void a_proven_sender_is_believed_and_nobody_is_warned() {
        String agency = agencies.one();
        Story story = house.ask(agency);

        house.send(answer(story).stamped(found("dmarc=pass header.from=" + agency + ".example")));

        story.callBackTask();
        assertThat(story.replies(1).get(0).at("/sender/verdict").asText()).isEqualTo("PROVEN");
    }

    @Test
    void an_unproven_sender_is_believed_and_whoever_reads_it_is_warned() {
        Story story = house.ask(agencies.one());

        house.send(answer(story).stamped(found("spf=softfail smtp.mailfrom=x.example; dkim=none")));

        story.callBackTask();
        JsonNode sender = story.replies(1).get(0).get("sender");
        assertThat(sender.get("verdict").asText()).isEqualTo("UNPROVEN");
        assertThat(sender.get("words").asText())
                .isEqualTo("Подлинность отправителя не подтверждена — mx.ekc.example: dkim=none, spf=softfail");
    }

    @Test
    void a_forged_answer_lies_on_a_persons_desk_with_the_reason_and_the_clock_runs_on() {
        String agency = agencies.one();
        Story story = house.ask(agency);

        house.send(answer(story).stamped(found("dmarc=fail header.from=" + agency + ".example")));

        JsonNode mail = house.mailOnDesk(story.responsible(1));
        assertThat(mail.get("reason").asText()).contains("подделан");
        assertThat(mail.get("evidence").toString()).contains("dmarc=fail");
        assertThat(mail.at("/guesses/0/number").asText()).isEqualTo(story.number() + "/1");
        assertThat(story.replies(1)).isEmpty();
        assertThat(story.callBackWaits()).isFalse();
        assertThat(story.timers(1, "event_overdue")).hasSize(1);

        house.decide(mail, Map.of("decision", "attach", "inquiryId", story.inquiryId(1)));
        story.callBackTask();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication-Results: mx.ekc.example; none", "X-Nothing: said"})
    void where_proof_is_required_anything_less_is_for_a_person(String field) {
        String agency = agencies.one();
        Story story = house.ask(agency);
        believe(agency, "REQUIRE");

        house.send(answer(story).stamped(field));

        assertThat(house.mailOnDesk(story.responsible(1)).get("reason").asText())
                .contains("обязательна");
        assertThat(story.callBackWaits()).isFalse();
        house.send(AgencyMail.reply(story.letter(1), story.responsible(1), "Теперь с подписью.")
                .stamped(found("dkim=pass header.d=" + agency + ".example")));
        story.callBackTask();
    }

    @Test
    void whose_server_is_set_up_badly_may_be_believed_all_the_same() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        believe(agency, "IGNORE");

        house.send(answer(story).stamped(found("dmarc=fail header.from=" + agency + ".example")));

        story.callBackTask();
        assertThat(story.replies(1).get(0).at("/sender/verdict").asText()).isEqualTo("FORGED");
    }

    @Test
    void whom_the_agency_has_named_since_may_answer_from_anywhere() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        story.letter(1);
        house.supervisor()
                .post(
                        "/api/agencies/" + agency + "/responsible",
                        Map.of("name", "Петров Пётр Петрович", "email", "petrov-" + agency + "@yandex.ru"));

        house.send(answer(story).from("petrov-" + agency + "@yandex.ru"));

        story.callBackTask();
    }

    @Test
    void a_mail_of_several_writers_is_for_a_person() {
        String agency = agencies.one();
        Story story = house.ask(agency);

        house.send(answer(story).togetherWith("chuzhoy@spam.example"));

        assertThat(house.mailOnDesk("ivanova@" + agency + ".example")
                        .get("reason")
                        .asText())
                .contains("несколько");
        assertThat(story.callBackWaits()).isFalse();
    }

    private AgencyMail answer(Story story) {
        return AgencyMail.reply(story.letter(1), story.responsible(1), ANSWER);
    }

    private void believe(String agency, String policy) {
        house.administrator().put("/api/agencies/" + agency + "/sender-policy", Map.of("policy", policy));
    }

    private static String found(String results) {
        return "Authentication-Results: " + WholeHouse.CHECKING_SERVER + "; " + results;
    }
}
