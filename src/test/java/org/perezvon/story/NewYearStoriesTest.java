package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perezvon.testing.MailProgram;

/**
 * Half a minute before four and half a minute after it, holidays, moved days, other zones (I-10.2, I-10.3). 31 December 2026
 * is a day off, work begins again on Monday 11 January 2027; Saturday 20 February 2027 is a working day for Monday the 22nd.
 */
class NewYearStoriesTest extends CaseStories {

    @Test
    void half_a_minute_around_four_before_the_holidays_is_half_a_minute_around_four_after_them() {
        at("2026-12-30T15:59:30");
        CaseFile before = asked(agencies.one());
        at("2026-12-30T16:00:30");
        CaseFile after = asked(agencies.one());
        before.isDue(1, "2027-01-11T15:59");
        after.isDue(1, "2027-01-11T16:00");
        at("2027-01-05T12:00");
        assertThat(before.violations(1)).isEmpty();

        at("2027-01-11T14:05");
        before.hasGot(1, "REQUEST", "REMINDER");
        after.hasGot(1, "REQUEST", "REMINDER");
        at("2027-01-11T15:59");
        before.writes(1, ANSWER);
        before.story().callBackTask();
        at("2027-01-11T16:00:30");
        after.stands(1, "OVERDUE");
        after.writes(1, ANSWER, MailProgram.OUTLOOK);
        after.story().callBackTask();
        before.calls("REACHED");
        after.calls("REACHED");

        before.ends("TOLD");
        after.ends("TOLD");
        assertThat(before.violationsEver(1)).isEmpty();
        assertThat(after.violationsEver(1)).containsExactly("LATE_ANSWER");
        after.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "LETTER_REMINDER",
                "VIOLATION_LATE_ANSWER",
                "LETTER_OVERDUE",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void more_time_over_the_holidays_is_counted_in_working_days_and_used_up_in_vain() {
        at("2026-12-30T10:30");
        CaseFile file = asked(agencies.one());
        file.isDue(1, "2027-01-11T10:30");

        file.writes(1, "Просим продлить срок ответа до 9 января 2027 года, так как архив закрыт на праздники.");
        file.isDue(1, "2027-01-11T18:00");
        file.hasGot(1, "REQUEST", "EXTENDED");
        file.writes(1, "Просим продлить срок ответа до 13 января 2027 года, так как архив закрыт на праздники.");
        file.isDue(1, "2027-01-13T18:00");
        at("2027-01-13T15:00");
        file.writes(1, "Просим продлить срок ответа до 25 января 2027 года, поскольку архив ответил не полностью.");
        file.isDue(1, "2027-01-15T18:00");
        file.hasGot(1, "REQUEST", "EXTENDED", "EXTENDED", "EXTENDED");
        at("2027-01-15T16:01");
        file.hasGot(1, "REQUEST", "EXTENDED", "EXTENDED", "EXTENDED", "REMINDER");
        at("2027-01-15T18:01");
        file.givesUp(1, "userTask_decideUnanswered");
        file.story().callBackTask();
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER", "NO_ANSWER");
        file.hasGot(1, "REQUEST", "EXTENDED", "EXTENDED", "EXTENDED", "REMINDER");
    }

    @Test
    void on_a_moved_saturday_people_are_at_work_and_the_days_off_for_it_do_not_count() {
        at("2027-02-19T11:00");
        CaseFile file = asked(agencies.one());
        file.isDue(1, "2027-02-20T11:00");
        assertThat(CaseFile.local(file.story().inquiry(1).get("maximum").asText()))
                .isEqualTo("2027-03-01T18:00");

        at("2027-02-20T11:01");
        file.hasGot(1, "REQUEST", "OVERDUE");
        at("2027-02-22T12:00");
        file.writes(1, "Ваш запрос зарегистрирован, вх. № 12/27 от 20.02.2027.");
        at("2027-02-24T09:05");
        file.writes(1, ANSWER);
        file.story().callBackTask();
        file.callsAgainAt("2027-02-24T19:00");
        at("2027-02-24T19:01");
        file.calls("REACHED");

        file.ends("TOLD");
        assertThat(file.violationsEver(1)).containsExactly("LATE_ANSWER");
        file.tells(
                "CALL",
                "REGISTERED",
                "INQUIRY_NEEDED",
                "LETTER_REQUEST",
                "TERM_SET",
                "VIOLATION_LATE_ANSWER",
                "LETTER_OVERDUE",
                "MAIL_ACKNOWLEDGEMENT",
                "MAIL_ANSWER",
                "CALL_BACK_DUE",
                "CALL_BACK_CALL_LATER",
                "CALL_BACK_REACHED",
                "CLOSED_TOLD");
    }

    @Test
    void one_evening_in_irkutsk_is_an_afternoon_in_moscow_and_each_agency_has_its_own_four_oclock() {
        at("2026-11-17T20:59:30");
        CaseFile before = asked(agencies.one(), agencies.in("Europe/Moscow"));
        at("2026-11-17T21:00:30");
        CaseFile after = asked(agencies.one(), agencies.in("Europe/Moscow"));
        before.isDue(1, "2026-11-18T16:00");
        before.isDue(2, "2026-11-18T20:59");
        after.isDue(1, "2026-11-18T16:00");
        after.isDue(2, "2026-11-18T21:00");

        at("2026-11-18T15:00");
        before.hasGot(1, "REQUEST", "REMINDER");
        before.writes(1, ANSWER);
        after.hasGot(1, "REQUEST", "REMINDER");
        after.writes(1, ANSWER);
        at("2026-11-18T20:00");
        before.hasGot(2, "REQUEST", "REMINDER");
        after.hasGot(2, "REQUEST", "REMINDER");
        at("2026-11-18T20:59:45");
        before.stands(2, "OVERDUE");
        after.writes(2, ANSWER);
        before.writes(2, ANSWER);
        before.story().callBackTask();
        after.story().callBackTask();
        at("2026-11-19T10:00");
        before.calls("REACHED");
        after.calls("REACHED");

        before.ends("TOLD");
        after.ends("TOLD");
        assertThat(before.violationsEver(1)).isEmpty();
        assertThat(before.violationsEver(2)).containsExactly("LATE_ANSWER");
        assertThat(after.violationsEver(1)).isEmpty();
        assertThat(after.violationsEver(2)).isEmpty();
    }
}
