package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Particulars;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.springframework.beans.factory.annotation.Autowired;

/** Citizens who need nothing more, at whatever moment they say so (I-11, I-12). */
class WithdrawalStoriesTest extends CaseStories {

    @Autowired
    Directory directory;

    @Test
    void while_the_call_is_being_transferred_nobody_is_left_with_a_task() {
        JsonNode begun = transferred();
        CaseFile file = CaseFile.of(house, house.story(begun.get("number").asText()));

        file.citizenNeedsNothingMore();

        file.ends("WITHDRAWN");
        assertThat(file.story().view().get("inquiries")).isEmpty();
        assertThat(house.tasks(file.story().number(), "userTask_transferCall")).isEmpty();
        assertThat(house.operator()
                        .tryPost(
                                "/api/tasks/" + begun.get("task").asText() + "/transfer-outcome",
                                Map.of("outcome", "CONNECTED"))
                        .statusCode())
                .isEqualTo(404);
        file.tells("CALL", "REGISTERED", "TRANSFER_BEGUN", "WITHDRAWN", "CLOSED_WITHDRAWN");
    }

    @Test
    void after_the_transfer_has_failed_the_agency_reads_that_it_need_not_answer() {
        JsonNode begun = transferred();
        CaseFile file = CaseFile.of(house, house.story(begun.get("number").asText()));
        at("2026-11-17T10:34");
        house.operator()
                .post("/api/tasks/" + begun.get("task").asText() + "/transfer-outcome", Map.of("outcome", "NO_ANSWER"));
        file.request(1);
        file.writes(1, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?");
        file.story().task(1, "userTask_clarify");

        file.citizenNeedsNothingMore();

        file.ends("WITHDRAWN");
        file.hasGot(1, "REQUEST", "WITHDRAWN");
        assertThat(file.violationsEver(1)).isEmpty();
        file.tells(
                "CALL",
                "REGISTERED",
                "TRANSFER_BEGUN",
                "TRANSFER_NO_ANSWER",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_CLARIFICATION",
                "DECISION_WITHDRAW",
                "WITHDRAWN",
                "CLOSED_WITHDRAWN",
                "LETTER_WITHDRAWN");
    }

    @Test
    void each_leg_stands_elsewhere_and_whoever_has_the_request_is_told_once() {
        String away = agencies.one();
        String unreachable = agencies.one();
        String other = agencies.one();
        MailServer.refuse(unreachable + ".example", "550 5.1.1 no such mailbox here");
        CaseFile file =
                CaseFile.of(house, house.ask(away, agencies.one(), agencies.one(), unreachable, agencies.one()));
        String deputy = "petrova@" + away + ".example";
        file.isAway(1, "Я в отпуске до 30 ноября 2026 года. Меня замещает Петрова Ольга, " + deputy);
        file.asksDeputy(1, "Петрова Ольга", deputy);
        file.letter(1, "DEPUTY");
        file.writes(2, "Данный вопрос не относится к компетенции министерства.");
        file.story().task(2, "userTask_decideRefusal");
        file.writes(3, "Данный вопрос не относится к компетенции министерства.");
        file.sendsElsewhere(3, other);
        file.request(6);
        file.story().task(4, "userTask_correctAddress");
        file.writes(5, ANSWER);
        file.stands(5, "ANSWERED");

        file.citizenNeedsNothingMore();

        MailServer.acceptAgain(unreachable + ".example");
        file.ends("WITHDRAWN");
        file.hasGot(1, "REQUEST", "WITHDRAWN");
        file.hasGot(deputy, "DEPUTY", "WITHDRAWN");
        file.hasGot(2, "REQUEST", "WITHDRAWN");
        file.hasGot(3, "REQUEST");
        file.hasGot(4);
        file.hasGot(5, "REQUEST");
        file.hasGot(6, "REQUEST", "WITHDRAWN");
        for (int leg = 1; leg <= 6; leg++) {
            assertThat(file.violationsEver(leg)).isEmpty();
        }
    }

    @Test
    void between_two_attempts_to_call_and_what_comes_later_bothers_nobody() {
        CaseFile file = asked(agencies.one());
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("NO_ANSWER");

        file.citizenNeedsNothingMore();

        file.ends("WITHDRAWN");
        at("2026-11-18T12:00");
        file.writes(1, "Уточняем: заявление подают через МФЦ.");
        assertThat(house.tasks(file.story().number(), "userTask_judgeLateAnswer"))
                .isEmpty();
        assertThat(file.story().callBackWaits()).isFalse();
        file.hasGot(1, "REQUEST");
        assertThat(file.violationsEver(1)).isEmpty();
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_NO_ANSWER",
                "WITHDRAWN",
                "CLOSED_WITHDRAWN",
                "MAIL_ANSWER");
    }

    @Test
    void before_the_request_has_left_it_does_not_leave_any_more() {
        String slow = agencies.one();
        MailServer.refuse(slow + ".example", "451 4.7.1 try again later");
        CaseFile file = CaseFile.of(house, house.ask(slow));
        House.eventually(
                "tried", () -> file.story().inquiry(1).at("/letters/0/attempts").asInt(), attempts -> attempts > 0);
        at("2026-11-17T10:45:02");
        House.eventually("our own breach", () -> file.violations(1), found -> !found.isEmpty());

        file.citizenNeedsNothingMore();

        file.ends("WITHDRAWN");
        MailServer.acceptAgain(slow + ".example");
        at("2026-11-17T12:00");
        file.hasGot("ivanova@" + slow + ".example");
        assertThat(file.violationsEver(1)).containsExactly("LATE_DISPATCH");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "VIOLATION_LATE_DISPATCH",
                "DECISION_WITHDRAW",
                "WITHDRAWN",
                "CLOSED_WITHDRAWN");
    }

    @Test
    void beyond_the_wall_the_delay_stays_on_record() {
        CaseFile file = asked(agencies.one(), agencies.one());
        at("2026-11-18T10:32");
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.hasGot(2, "REQUEST", "OVERDUE");
        at("2026-11-24T18:02");
        file.waitsOn(1, "2026-11-27T18:00");
        file.hasGot(1, "REQUEST", "OVERDUE", "WAITING_ON");
        file.story().task(2, "userTask_decideUnanswered");

        file.citizenNeedsNothingMore();

        file.ends("WITHDRAWN");
        file.hasGot(1, "REQUEST", "OVERDUE", "WAITING_ON", "WITHDRAWN");
        file.hasGot(2, "REQUEST", "OVERDUE", "WITHDRAWN");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        assertThat(file.violationsEver(2)).containsExactly("LATE_ANSWER");
    }

    /** A call about an agency that is at work and can be called. */
    private JsonNode transferred() {
        String agency = agencies.one();
        directory.put(directory
                .agency(agency)
                .orElseThrow()
                .with(new Particulars(
                        Optional.empty(), Optional.empty(), Optional.of("8 (3952) 24-05-86"), Optional.empty())));
        Map<String, Object> question = new LinkedHashMap<>(House.call());
        return house.operator().post("/api/call-transfers", Map.of("transferTo", agency, "question", question));
    }
}
