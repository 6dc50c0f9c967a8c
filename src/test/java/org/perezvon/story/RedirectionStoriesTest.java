package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.House;
import org.perezvon.testing.MailProgram;
import org.perezvon.testing.Mails;

/** Agencies that say «not ours», and whoever answers instead, among others or alone (I-6.3, I-10.1, I-10.2). */
class RedirectionStoriesTest extends CaseStories {

    private static final String NOT_OURS = "Данный вопрос не относится к компетенции министерства.";

    @Test
    void nobody_hurries_an_agency_any_more_when_another_is_asked_instead() {
        CaseFile file = asked(agencies.one());
        String other = agencies.one();
        at("2026-11-18T10:32");
        file.story().task(1, "userTask_hurryAgency");
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.writes(1, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?");
        file.story().task(1, "userTask_clarify");
        at("2026-11-18T11:00");
        file.writes(1, NOT_OURS, MailProgram.OUTLOOK);

        file.sendsElsewhere(1, other);

        assertThat(Mails.text(file.request(2)))
                .contains("запрос " + file.story().number() + "/1");
        file.isDue(2, "2026-11-19T11:00");
        assertThat(file.story().taskWaits(1, "userTask_hurryAgency")).isFalse();
        assertThat(file.story().taskWaits(1, "userTask_clarify")).isFalse();
        assertThat(file.story().callBackWaits()).isFalse();
        file.writes(2, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        file.stands(1, "REDIRECTED");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        assertThat(file.violationsEver(2)).isEmpty();
        file.hasGot(1, "REQUEST", "OVERDUE");
        file.hasGot(2, "REQUEST");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "VIOLATION_LATE_ANSWER",
                "LETTER_OVERDUE",
                "MAIL_CLARIFICATION",
                "MAIL_REFUSAL",
                "DECISION_ASK_OTHER",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void the_leading_agency_has_not_spoken_before_whoever_is_asked_in_its_place_has() {
        String lead = agencies.one();
        String other = agencies.one();
        Map<String, Object> call = House.call(agencies.one(), lead, agencies.one());
        call.put("callBack", Map.of("lead", lead));
        CaseFile file = CaseFile.received(house, call);

        file.writes(1, "Ответ второстепенного органа.");
        file.stands(1, "ANSWERED");
        file.writes(2, NOT_OURS);
        file.sendsElsewhere(2, other);
        file.request(4);
        file.writes(3, "Ответ третьего органа.");
        file.stands(3, "ANSWERED");
        assertThat(file.story().callBackWaits()).isFalse();
        file.writes(4, ANSWER, MailProgram.YANDEX);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.story().view().get("callBacks")).hasSize(1);
        for (int leg = 1; leg <= 4; leg++) {
            file.hasGot(leg, "REQUEST");
            assertThat(file.violationsEver(leg)).isEmpty();
        }
    }

    @Test
    void passed_on_twice_while_the_first_agency_answers_after_all() {
        CaseFile file = asked(agencies.one());
        String second = agencies.one();
        String third = agencies.one();
        file.writes(1, NOT_OURS);
        file.sendsElsewhere(1, second);
        file.request(2);
        at("2026-11-17T15:59:30");
        file.writes(2, NOT_OURS);
        at("2026-11-17T16:00:30");
        file.sendsElsewhere(2, third);
        file.request(3);
        file.isDue(3, "2026-11-18T16:00");

        file.writes(1, "Всё же отвечаем: пособие назначает отдел по месту жительства.");
        file.writes(3, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        file.stands(1, "REDIRECTED");
        file.stands(2, "REDIRECTED");
        file.stands(3, "ANSWERED");
        for (int leg = 1; leg <= 3; leg++) {
            file.hasGot(leg, "REQUEST");
            assertThat(file.violationsEver(leg)).isEmpty();
        }
        assertThat(file.story().view().get("callBacks")).hasSize(1);
    }

    @Test
    void whoever_is_asked_instead_has_named_nobody_and_our_own_minutes_are_over() {
        CaseFile file = asked(agencies.one());
        String other = agencies.withoutResponsible();
        at("2026-11-17T12:00");
        file.writes(1, NOT_OURS);
        file.sendsElsewhere(1, other);
        file.story().task(2, "userTask_nameResponsible");
        assertThat(file.violations(2)).isEmpty();

        at("2026-11-17T12:15:02");
        House.eventually("our own breach", () -> file.violations(2), found -> !found.isEmpty());
        at("2026-11-17T12:40");
        house.supervisor()
                .post(
                        "/api/agencies/" + other + "/responsible",
                        Map.of("name", "Петров Пётр Петрович", "email", "petrov@" + other + ".example"));
        file.triesAgain(2, "userTask_nameResponsible");
        file.request(2);
        file.isDue(2, "2026-11-18T12:40");
        file.writes(2, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        assertThat(file.violationsEver(2)).containsExactly("LATE_DISPATCH");
        file.hasGot(2, "REQUEST");
    }

    @Test
    void insisted_upon_when_the_term_is_over_and_then_answered() {
        CaseFile file = asked(agencies.one());
        at("2026-11-17T17:32");
        file.hasGot(1, "REQUEST", "REMINDER");
        at("2026-11-18T10:20");
        file.writes(1, NOT_OURS);
        file.stands(1, "REFUSED");
        at("2026-11-18T11:30");
        file.insists(1, "Пособия ведёте именно вы.");

        file.stands(1, "OVERDUE");
        file.hasGot(1, "REQUEST", "REMINDER", "INSISTED", "OVERDUE");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "LETTER_REMINDER",
                "MAIL_REFUSAL",
                "VIOLATION_LATE_ANSWER",
                "DECISION_INSIST",
                "LETTER_INSISTED",
                "LETTER_OVERDUE",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }
}
