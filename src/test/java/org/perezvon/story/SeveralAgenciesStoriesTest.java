package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailProgram;
import org.perezvon.testing.Story;

/** Several agencies and one citizen, who is called when there is something to say (I-7.1, I-10.1, I-10.2, I-11). */
class SeveralAgenciesStoriesTest extends CaseStories {

    @Test
    void told_piece_by_piece_one_answer_sent_back_and_one_agency_silent_to_the_end() {
        Map<String, Object> call = House.call(agencies.one(), agencies.one(), agencies.one());
        call.put("callBack", Map.of("moment", "ANY"));
        CaseFile file = CaseFile.received(house, call);
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");
        House.eventually("waits again", file.story()::state, "WAITING"::equals);

        at("2026-11-17T15:00");
        file.writes(2, "Ваше обращение рассмотрено.", MailProgram.OUTLOOK);
        file.story().callBackTask();
        file.returns(2, "В письме нет ответа на вопрос.");
        file.stands(2, "WAITING");
        file.hasGot(2, "REQUEST", "ANSWER_RETURNED");
        file.isDue(2, "2026-11-18T10:30");
        at("2026-11-18T10:32");
        file.hasGot(2, "REQUEST", "ANSWER_RETURNED", "OVERDUE");
        file.hasGot(3, "REQUEST", "OVERDUE");
        file.writes(2, "Пособие выплатят в понедельник.");
        file.story().callBackTask();
        file.calls("BUSY");
        at("2026-11-18T10:53");
        file.story().callBackTask();
        file.calls("REACHED");
        House.eventually("waits again", file.story()::state, "WAITING"::equals);
        at("2026-11-24T18:02");
        file.givesUp(3, "userTask_decideUnanswered");
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        assertThat(file.violationsEver(2)).containsExactly("LATE_ANSWER");
        assertThat(file.violationsEver(3)).containsExactly("LATE_ANSWER", "NO_ANSWER");
        assertThat(file.story().view().get("callBacks")).hasSize(5);
        file.hasGot(1, "REQUEST");
        file.hasGot(2, "REQUEST", "ANSWER_RETURNED", "OVERDUE");
        file.hasGot(3, "REQUEST", "OVERDUE");
    }

    @Test
    void one_extended_one_given_up_one_moved_to_a_second_address_and_all_told_in_one_call() {
        String third = agencies.one();
        CaseFile file = asked(agencies.one(), agencies.one(), third);
        house.administrator()
                .put(
                        "/api/agencies/" + third + "/deputies",
                        Map.of(
                                "deputies",
                                List.of(Map.of("name", "Петров Пётр", "email", "petrov@" + third + ".example"))));
        String gone = file.story().responsible(2);
        String full = file.story().responsible(3);
        file.writes(1, "Просим продлить срок ответа до 20 ноября 2026 года, так как ждём данные из архива.");
        file.isDue(1, "2026-11-20T18:00");
        file.givesBack(file.request(2), gone);
        file.givesUp(2, "userTask_correctAddress");
        file.stands(2, "UNANSWERED");
        at("2026-11-17T16:00:30");
        MimeMessage first = file.request(3);
        file.givesBack(first, full);
        House.eventually(
                "the deputy",
                () -> file.story().inquiry(3),
                leg -> leg.at("/responsible/email").asText().startsWith("petrov@")
                        && leg.get("state").asText().equals("WAITING"));
        file.isDue(3, "2026-11-18T16:00");
        file.givesBack(first, full);
        file.writes(3, "Пособие выплатят в понедельник.");
        file.stands(3, "ANSWERED");
        assertThat(file.story().callBackWaits()).isFalse();
        at("2026-11-20T16:01");
        file.hasGot(1, "REQUEST", "EXTENDED", "REMINDER");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        JsonNode sheet = house.operator().get("/api/questions/" + file.story().number() + "/call-back");
        assertThat(sheet.toString()).contains(ANSWER, "Пособие выплатят в понедельник.");
        file.calls("REACHED");

        file.ends("TOLD");
        file.hasGot(1, "REQUEST", "EXTENDED", "REMINDER");
        file.hasGot(gone, "REQUEST");
        file.hasGot(full, "REQUEST");
        file.hasGot(3, "REQUEST");
        for (int leg = 1; leg <= 3; leg++) {
            assertThat(file.violationsEver(leg)).isEmpty();
        }
    }

    @Test
    void whoever_a_refusal_names_and_is_asked_already_gets_no_second_request() {
        String competent = agencies.one();
        CaseFile file = asked(agencies.one(), competent);
        at("2026-11-18T10:32");
        file.story().task(1, "userTask_hurryAgency");
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.hasGot(2, "REQUEST", "OVERDUE");
        file.writes(1, "Данный вопрос не относится к компетенции министерства.");

        file.sendsElsewhere(1, competent);

        file.stands(1, "REDIRECTED");
        assertThat(file.story().taskWaits(1, "userTask_hurryAgency")).isFalse();
        file.writes(2, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");
        file.ends("TOLD");
        assertThat(file.story().view().get("inquiries")).hasSize(2);
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.hasGot(2, "REQUEST", "OVERDUE");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        assertThat(file.violationsEver(2)).containsExactly("LATE_ANSWER");
        assertThat(house.operator()
                        .get("/api/questions/" + file.story().number() + "/timeline")
                        .toString())
                .contains("ответа ждём от другого органа, он уже спрошен");
    }

    @Test
    void hard_to_reach_and_with_another_question_that_has_a_case_of_its_own() {
        CaseFile file = asked(agencies.one());
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("NO_ANSWER");
        at("2026-11-17T11:32");
        file.story().callBackTask();
        file.callsAgainAt("2026-11-18T19:30");
        at("2026-11-18T19:31");
        file.story().callBackTask();
        Map<String, Object> call = House.call(agencies.one());
        call.remove("caller");
        call.remove("line");
        call.put("follows", file.story().number());
        call.put("text", "А какие документы нужны?");
        Story next = house.register(call);
        file.calls("REACHED");
        CaseFile following = CaseFile.of(house, next);
        following.request(1);
        following.isDue(1, "2026-11-19T16:00");
        following.writes(1, "Паспорт и свидетельство о рождении.");
        next.callBackTask();
        following.calls("REFUSED");

        file.ends("TOLD");
        following.ends("NOT_REACHED");
        following.hasGot(1, "REQUEST");
        assertThat(following.violationsEver(1)).isEmpty();
        following.tells(
                "CALL",
                "REGISTERED",
                "FOLLOWS",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REFUSED",
                "CLOSED_NOT_REACHED");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_NO_ANSWER",
                "CALL_BACK_CALL_LATER",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void what_the_centre_itself_wants_to_know_is_asked_extended_late_and_read_at_last() {
        JsonNode asked = house.operator()
                .post(
                        "/api/information-requests",
                        Map.of("agency", agencies.one(), "text", "Просим прислать новый график приёма."));
        String path = "/api/information-requests/" + asked.get("id").asText();
        JsonNode waiting = House.eventually("received", () -> house.operator().get(path), view -> view.get("state")
                .asText()
                .equals("WAITING"));
        String agency = waiting.at("/responsible/email").asText();
        MimeMessage letter = house.post().mailbox(agency).get(0);
        house.send(AgencyMail.reply(
                letter, agency, "Просим продлить срок ответа до 19 ноября 2026 года, так как график утверждают."));
        House.eventually(
                "extended",
                () -> CaseFile.local(house.operator().get(path).get("due").asText()),
                "2026-11-19T18:00"::equals);
        at("2026-11-19T16:01");
        letters(path, "INFORMATION", "EXTENDED", "REMINDER");
        at("2026-11-19T18:02");
        House.eventually("late", () -> house.operator().get(path).get("state").asText(), "OVERDUE"::equals);
        at("2026-11-20T09:10");
        letters(path, "INFORMATION", "EXTENDED", "REMINDER", "OVERDUE");
        house.send(AgencyMail.reply(letter, agency, "График: понедельник — пятница, с 9 до 18."));
        JsonNode task = house.task(asked.get("questionNumber").asText(), "userTask_readInformation");
        house.operator().post("/api/tasks/" + task.get("id").asText() + "/information-read", Map.of());

        JsonNode timeline =
                house.operator().get("/api/inquiries/" + asked.get("id").asText() + "/timeline");
        assertThat(timeline.findValuesAsText("kind"))
                .containsExactly(
                        "INQUIRY_NEEDED",
                        "LETTER_INFORMATION",
                        "TERM_SET",
                        "MAIL_EXTENSION",
                        "DECISION_EXTEND",
                        "TERM_MOVED_EXTENSION",
                        "LETTER_EXTENDED",
                        "LETTER_REMINDER",
                        "VIOLATION_LATE_ANSWER",
                        "LETTER_OVERDUE",
                        "MAIL_ANSWER");
        assertThat(house.post().mailbox(agency)).hasSize(4);
    }

    private void letters(String path, String... purposes) {
        House.eventually(
                "letters",
                () -> {
                    JsonNode letters = house.operator().get(path).get("letters");
                    boolean left = letters.findValuesAsText("state").stream().allMatch("ACCEPTED"::equals);
                    return left ? letters.findValuesAsText("purpose") : List.<String>of();
                },
                List.of(purposes)::equals);
    }
}
