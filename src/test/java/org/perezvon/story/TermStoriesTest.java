package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.House;
import org.perezvon.testing.MailProgram;
import org.perezvon.testing.Mails;

/** Agencies that need time, ask back, are late or never answer (I-5, I-10.2, I-10.3). */
class TermStoriesTest extends CaseStories {

    private static final String IN_ARCHIVE =
            "Просим продлить срок ответа до 20 ноября 2026 года, так как ждём данные из архива.";

    @Test
    void first_without_a_reason_then_with_one_then_once_more_and_answered_a_minute_before_the_end() {
        CaseFile file = asked(agencies.one());
        String person = file.story().responsible(1);

        at("2026-11-17T11:00");
        file.writes(1, "Просим продлить срок до пятницы.", MailProgram.OUTLOOK);
        file.hasGot(1, "REQUEST", "REASON_MISSING");
        at("2026-11-17T11:30");
        file.writes(1, IN_ARCHIVE, MailProgram.OUTLOOK);
        file.isDue(1, "2026-11-20T18:00");
        house.decide(house.mailOnDesk(person), Map.of("decision", "aside"));
        at("2026-11-20T15:30");
        file.writes(1, "Просим ещё раз продлить срок до 30 ноября 2026 года, поскольку архив ответил не полностью.");
        file.isDue(1, "2026-11-24T18:00");
        at("2026-11-24T15:10");
        file.hasGot(1, "REQUEST", "REASON_MISSING", "EXTENDED", "EXTENDED");
        at("2026-11-24T17:59");
        file.hasGot(1, "REQUEST", "REASON_MISSING", "EXTENDED", "EXTENDED", "REMINDER");
        file.writes(1, ANSWER, MailProgram.YANDEX);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_EXTENSION",
                "DECISION_ASK_REASON",
                "LETTER_REASON_MISSING",
                "MAIL_EXTENSION",
                "DECISION_EXTEND",
                "TERM_MOVED_EXTENSION",
                "LETTER_EXTENDED",
                "MAIL_EXTENSION",
                "DECISION_EXTEND",
                "TERM_MOVED_EXTENSION",
                "LETTER_EXTENDED",
                "LETTER_REMINDER",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void late_refused_more_time_registered_there_waited_for_beyond_the_wall_and_answered_at_last() {
        CaseFile file = asked(agencies.one());

        at("2026-11-17T17:32");
        file.hasGot(1, "REQUEST", "REMINDER");
        file.writes(1, "Ваш запрос зарегистрирован, вх. № 59-37-1234/26 от 17.11.2026.");
        at("2026-11-18T10:32");
        file.stands(1, "OVERDUE");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE");
        file.writes(1, IN_ARCHIVE, MailProgram.OUTLOOK);
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE", "EXTENSION_REFUSED");
        at("2026-11-24T18:02");
        file.waitsOn(1, "2026-11-27T18:00");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE", "EXTENSION_REFUSED", "WAITING_ON");
        at("2026-11-26T09:15");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        assertThat(file.story().inquiry(1).get("incomingNumber").asText()).isEqualTo("59-37-1234/26");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "LETTER_REMINDER",
                "MAIL_ACKNOWLEDGEMENT",
                "VIOLATION_LATE_ANSWER",
                "LETTER_OVERDUE",
                "MAIL_EXTENSION",
                "DECISION_REFUSE_EXTENSION",
                "LETTER_EXTENSION_REFUSED",
                "DECISION_WAIT",
                "LETTER_WAITING_ON",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void registered_asked_back_reminded_and_answered_in_the_last_half_minute() {
        CaseFile file = asked(agencies.one());

        file.writes(1, "Ваш запрос зарегистрирован, вх. № 77/26 от 17.11.2026.");
        at("2026-11-17T16:00:30");
        file.writes(1, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?", MailProgram.OUTLOOK);
        file.clarifies(1, "Речь о первом ребёнке.");
        file.hasGot(1, "REQUEST", "CLARIFICATION");
        assertThat(Mails.text(file.letter(1, "CLARIFICATION"))).contains("Речь о первом ребёнке.");
        at("2026-11-17T17:31");
        file.hasGot(1, "REQUEST", "CLARIFICATION", "REMINDER");
        at("2026-11-18T10:29:30");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).isEmpty();
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "MAIL_ACKNOWLEDGEMENT",
                "MAIL_CLARIFICATION",
                "DECISION_CLARIFY",
                "LETTER_CLARIFICATION",
                "LETTER_REMINDER",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void never_answered_closed_with_an_explanation_and_answered_when_the_citizen_can_still_use_it() {
        CaseFile file = asked(agencies.one());
        at("2026-11-18T10:32");
        file.hasGot(1, "REQUEST", "OVERDUE");
        at("2026-11-24T18:02");
        file.givesUp(1, "userTask_decideUnanswered");
        file.story().callBackTask();
        file.calls("REACHED");
        file.ends("TOLD");

        at("2026-11-30T12:00");
        file.writes(1, ANSWER);
        file.judgesLateAnswer(true);
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER", "NO_ANSWER");
        file.hasGot(1, "REQUEST", "OVERDUE");
    }

    @Test
    void what_an_agency_adds_is_told_at_once_where_every_answer_is_wanted_and_in_the_same_call_otherwise() {
        Map<String, Object> call = House.call(agencies.one(), agencies.one());
        call.put("callBack", Map.of("moment", "ANY"));
        CaseFile file = CaseFile.received(house, call);
        CaseFile patient = asked(agencies.one(), agencies.one());
        file.writes(1, ANSWER);
        patient.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("REACHED");
        House.eventually("waits again", file.story()::state, "WAITING"::equals);

        at("2026-11-17T15:59:30");
        file.writes(1, "Уточняем: заявление подают через МФЦ.");
        patient.writes(1, "Уточняем: заявление подают через МФЦ.");
        file.story().callBackTask();
        assertThat(patient.story().callBackWaits()).isFalse();
        file.calls("REACHED");
        House.eventually("waits again", file.story()::state, "WAITING"::equals);
        file.writes(2, "Пособие выплатят в понедельник.");
        patient.writes(2, "Пособие выплатят в понедельник.");
        file.story().callBackTask();
        file.calls("REACHED");
        patient.story().callBackTask();
        patient.calls("REACHED");

        file.ends("TOLD");
        patient.ends("TOLD");
        assertThat(file.story().view().get("callBacks")).hasSize(3);
        assertThat(patient.story().view().get("callBacks")).hasSize(1);
        assertThat(file.violationsEver(1)).isEmpty();
        file.hasGot(1, "REQUEST");
        patient.hasGot(1, "REQUEST");
    }

    @Test
    void a_question_of_the_agency_that_is_answered_after_the_wall_still_goes_out_and_brings_the_answer() {
        CaseFile file = asked(agencies.one());
        at("2026-11-17T17:32");
        file.hasGot(1, "REQUEST", "REMINDER");
        file.writes(1, "Просим уточнить, о каком ребёнке идёт речь: о первом или втором?");
        file.story().task(1, "userTask_clarify");
        at("2026-11-18T10:32");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE");
        at("2026-11-24T18:02");
        file.story().task(1, "userTask_decideUnanswered");

        file.clarifies(1, "Речь о первом ребёнке.");
        file.hasGot(1, "REQUEST", "REMINDER", "OVERDUE", "CLARIFICATION");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.calls("NO_ANSWER");
        at("2026-11-25T09:30");
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
    }
}
