package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens when nobody answers. All of it on one question, received on Tuesday the 17th of November 2026 at 10:30:
 *
 * <pre>
 * 17 Tue 10:30  received                              I-10.2
 * 17 Tue 17:30  reminder, two working hours before
 * 18 Wed 10:30  due: one working day                  I-10.2
 * 24 Tue 18:00  the fifth working day is over          I-10.3
 * </pre>
 */
@WholeHouse
class DeadlineStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final Instant TUESDAY = at("2026-11-17T10:30");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(TUESDAY);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void a_request_received_on_tuesday_at_half_past_ten_is_due_on_wednesday_at_half_past_ten() {
        Story story = received();

        JsonNode inquiry = story.inquiry(1);
        assertThat(minute(inquiry.get("receivedAt"))).isEqualTo("2026-11-17T10:30");
        assertThat(minute(inquiry.get("due"))).isEqualTo("2026-11-18T10:30");
        assertThat(minute(inquiry.get("maximum"))).isEqualTo("2026-11-24T18:00");
        assertThat(inquiry.get("provisional").asBoolean()).isFalse();
        assertThat(inquiry.get("explanation").asText()).isNotBlank();
        assertThat(timer(story, "event_reminder")).isEqualTo("2026-11-17T17:30");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");
        assertThat(timer(story, "event_fiveDayWall")).isEqualTo("2026-11-24T18:00");
        assertThat(story.timers(1, "event_fifteenMinutes")).isEmpty();
        assertThat(Mails.text(story.letter(1))).contains("18 ноября 2026 года, 10:30 (среда)");
    }

    @Test
    void the_agency_is_reminded_once_at_the_end_of_its_working_day() {
        Story story = received();

        clock.moveTo(at("2026-11-17T17:28"));
        assertThat(story.timers(1, "event_reminder")).hasSize(1);
        assertThat(story.letters(1)).hasSize(1);

        clock.moveTo(at("2026-11-17T17:32"));
        letterArrives(story, 2, "REMINDER");
        assertThat(story.timers(1, "event_reminder")).isEmpty();
        assertThat(story.timers(1, "event_overdue")).hasSize(1);
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
        assertThat(violations(story)).isEmpty();

        story.agencyAnswers(1, "Ответ в срок.");
        story.callBackTask();
        assertThat(story.replies(1).get(0).get("text").asText()).isEqualTo("Ответ в срок.");
        assertThat(violations(story)).isEmpty();
        assertThat(story.passed(story.inquiryId(1)))
                .contains("event_reminded", "event_answered")
                .doesNotContain("event_overdue");
    }

    @Test
    void an_agency_that_is_late_is_told_so_and_its_late_answer_still_reaches_the_citizen() {
        Story story = received();
        clock.moveTo(at("2026-11-17T17:32"));
        letterArrives(story, 2, "REMINDER");

        clock.moveTo(at("2026-11-18T10:32"));
        letterArrives(story, 3, "OVERDUE");
        story.inquiryInState(1, "OVERDUE");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
        assertThat(violatedAt(story)).isEqualTo("2026-11-18T10:30");
        assertThat(story.timers(1, "event_fiveDayWall")).hasSize(1);
        assertThat(story.callBackWaits()).isFalse();

        house.send(AgencyMail.reply(
                story.letters(1).get(2), story.responsible(1), "Извините за опоздание: пособие назначено."));
        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("ANSWERED");
        assertThat(story.replies(1).get(0).get("text").asText()).isEqualTo("Извините за опоздание: пособие назначено.");
        assertThat(story.timers(1, "event_fiveDayWall")).isEmpty();
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
    }

    @Test
    void after_five_working_days_nobody_waits_any_more_and_the_citizen_is_called_without_an_answer() {
        Story story = received();
        clock.moveTo(at("2026-11-18T10:32"));
        letterArrives(story, 3, "OVERDUE");

        clock.moveTo(at("2026-11-24T17:58"));
        assertThat(story.taskWaits(1, "userTask_decideUnanswered")).isFalse();
        clock.moveTo(at("2026-11-24T18:02"));
        JsonNode task = story.task(1, "userTask_decideUnanswered");
        assertThat(story.callBackWaits()).isFalse();
        house.supervisor()
                .post("/api/tasks/" + task.get("id").asText() + "/inquiry-decision", Map.of("tryAgain", false));

        story.callBackTask();
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("UNANSWERED");
        assertThat(violations(story)).containsExactly("LATE_ANSWER", "NO_ANSWER");
        assertThat(story.passed(story.inquiryId(1)))
                .contains("event_fiveDayWall", "event_closedUnanswered")
                .doesNotContain("event_answered");
    }

    @Test
    void a_house_that_slept_through_every_deadline_records_them_in_their_order() {
        Story story = received();

        clock.moveTo(at("2026-11-30T09:00"));

        story.task(1, "userTask_decideUnanswered");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
        assertThat(story.passed(story.inquiryId(1)))
                .contains("event_reminded", "userTask_hurryAgency", "event_fiveDayWall");
    }

    @Test
    void a_letter_that_does_not_leave_within_fifteen_minutes_is_our_own_violation() {
        String agency = agencies.one();
        MailServer.refuse(agency + ".example", "451 4.3.2 try again later");
        Story story = house.ask(agency);
        House.eventually(
                "an attempt",
                () -> story.inquiry(1).at("/letters/0"),
                letter -> letter.get("attempts").asInt() > 0
                        && letter.get("state").asText().equals("WAITING"));
        assertThat(timer(story, "event_fifteenMinutes")).isEqualTo("2026-11-17T10:45");

        clock.moveTo(at("2026-11-17T10:46"));
        House.eventually("the violation", () -> violations(story), List.of("LATE_DISPATCH")::equals);
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("SENDING");

        MailServer.acceptAgain(agency + ".example");
        clock.moveTo(at("2026-11-17T10:58"));
        story.letter(1);
        assertThat(minute(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T10:58");
        assertThat(story.letters(1)).hasSize(1);
    }

    private Story received() {
        Story story = house.ask(agencies.one());
        story.letter(1);
        return story;
    }

    private static void letterArrives(Story story, int count, String purpose) {
        House.eventually("letter " + purpose, () -> story.letters(1), letters -> letters.size() == count);
        JsonNode letters = story.inquiry(1).get("letters");
        assertThat(letters.get(letters.size() - 1).get("purpose").asText()).isEqualTo(purpose);
    }

    private List<String> violations(Story story) {
        return jdbc.sql("select kind from perezvon.violation where inquiry_id = :id order by id")
                .param("id", UUID.fromString(story.inquiryId(1)))
                .query(String.class)
                .list();
    }

    private String violatedAt(Story story) {
        return minute(jdbc.sql("select occurred_at from perezvon.violation where inquiry_id = :id")
                .param("id", UUID.fromString(story.inquiryId(1)))
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    }

    private static String timer(Story story, String event) {
        JsonNode timers = story.timers(1, event);
        assertThat(timers).as(event).hasSize(1);
        return minute(OffsetDateTime.parse(
                        timers.get(0).get("dueDate").asText(),
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                .toInstant());
    }

    private static String minute(JsonNode moment) {
        return minute(Instant.parse(moment.asText()));
    }

    /** As a clock in Irkutsk shows it. */
    private static String minute(Instant moment) {
        return LocalDateTime.ofInstant(moment, IRKUTSK)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
