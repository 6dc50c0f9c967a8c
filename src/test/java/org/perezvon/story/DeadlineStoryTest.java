package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.perezvon.worktime.WorkingHours;
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
    Directory directory;

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
        letterArrives(story, 2, "OVERDUE");

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
                .contains("event_reminded", "task_recordOverdue", "event_fiveDayWall");
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

    /**
     * The engine may be down when a timer should fire, and fires it as soon as it is up again. Hours 9:00 to 18:00, lunch from
     * 13:00 to 14:00; a request received at 15:45 is due at 15:45 on the next working day, its reminder at 12:45.
     */
    @Test
    void a_reminder_falls_before_lunch_and_not_into_it() {
        clock.moveTo(at("2026-11-17T15:45"));
        Story story = received();

        assertThat(timer(story, "event_reminder")).isEqualTo("2026-11-18T12:45");
    }

    @Test
    void an_engine_that_comes_up_at_night_reminds_in_the_morning() {
        Story story = received();

        clock.moveTo(at("2026-11-18T03:00"));
        heldBack(story, "REMINDER", "2026-11-18T09:00");
        clock.moveTo(at("2026-11-18T08:58"));
        everythingThatMayLeaveHasLeft();
        assertThat(story.letters(1)).hasSize(1);

        clock.moveTo(at("2026-11-18T09:00"));
        letterArrives(story, 2, "REMINDER");
        assertThat(minute(letter(story, 1, "ACCEPTED").get("sentAt"))).isEqualTo("2026-11-18T09:00");
    }

    @Test
    void an_engine_that_comes_up_at_lunch_reminds_after_it() {
        clock.moveTo(at("2026-11-17T15:45"));
        Story story = received();

        clock.moveTo(at("2026-11-18T13:10"));
        heldBack(story, "REMINDER", "2026-11-18T14:00");
        everythingThatMayLeaveHasLeft();
        assertThat(story.letters(1)).hasSize(1);

        clock.moveTo(at("2026-11-18T14:00"));
        letterArrives(story, 2, "REMINDER");
    }

    @Test
    void an_answer_at_night_takes_back_the_reminder_of_the_morning() {
        Story story = received();
        clock.moveTo(at("2026-11-18T03:00"));
        heldBack(story, "REMINDER", "2026-11-18T09:00");

        story.agencyAnswers(1, "Ответ, написанный ночью.");
        story.callBackTask();
        letter(story, 1, "WITHDRAWN");

        clock.moveTo(at("2026-11-18T09:01"));
        everythingThatMayLeaveHasLeft();
        assertThat(story.letters(1)).hasSize(1);
        JsonNode withdrawn = letter(story, 1, "WITHDRAWN");
        assertThat(withdrawn.get("sentAt").isNull()).isTrue();
        assertThat(withdrawn.get("attempts").asInt()).isZero();
    }

    @Test
    void a_term_found_to_be_over_at_closing_time_is_told_in_the_morning() {
        Story story = received();

        clock.moveTo(at("2026-11-18T18:00"));
        story.inquiryInState(1, "OVERDUE");
        heldBack(story, "OVERDUE", "2026-11-19T09:00");
        assertThat(violatedAt(story)).isEqualTo("2026-11-18T10:30");
        everythingThatMayLeaveHasLeft();
        assertThat(story.letters(1)).hasSize(1);

        clock.moveTo(at("2026-11-19T09:00"));
        letterArrives(story, 2, "OVERDUE");
    }

    @Test
    void an_answer_in_the_evening_takes_back_the_letter_about_the_term() {
        Story story = received();
        clock.moveTo(at("2026-11-18T18:00"));
        heldBack(story, "OVERDUE", "2026-11-19T09:00");

        house.send(AgencyMail.reply(story.letters(1).get(0), story.responsible(1), "Ответ вечером."));
        story.callBackTask();
        letter(story, 1, "WITHDRAWN");

        clock.moveTo(at("2026-11-19T09:01"));
        everythingThatMayLeaveHasLeft();
        assertThat(story.letters(1)).hasSize(1);
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
    }

    @Test
    void a_term_that_is_not_over_after_all_takes_back_the_letter_that_says_it_is() {
        String code = agencies.one();
        Story story = house.ask(code);
        story.letter(1);
        clock.moveTo(at("2026-11-18T18:00"));
        heldBack(story, "OVERDUE", "2026-11-19T09:00");

        Agency agency = directory.agency(code).orElseThrow();
        directory.put(new Agency(
                code,
                agency.name(),
                agency.shortName(),
                agency.kind(),
                ZoneId.of("Europe/Moscow"),
                List.of("ru"),
                WorkingHours.of(LocalTime.of(14, 0), LocalTime.of(22, 0)),
                agency.jurisdiction(),
                agency.topics(),
                Optional.empty()));

        story.inquiryInState(1, "WAITING");
        assertThat(minute(story.inquiry(1).get("due"))).isEqualTo("2026-11-18T19:00");
        letter(story, 1, "WITHDRAWN");
    }

    @Test
    void a_reminder_that_nobody_could_read_before_the_term_ends_is_not_written() {
        clock.moveTo(at("2026-11-17T13:20"));
        Story story = received();

        clock.moveTo(at("2026-11-18T13:10"));
        House.eventually(
                "the reminder's moment",
                () -> story.passed(story.inquiryId(1)),
                passed -> passed.contains("event_reminded"));
        assertThat(story.inquiry(1).get("letters")).hasSize(1);

        clock.moveTo(at("2026-11-18T13:21"));
        heldBack(story, "OVERDUE", "2026-11-18T14:00");
    }

    @Test
    void a_reminder_that_the_agencys_server_did_not_take_is_not_tried_again_after_the_answer() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        story.letter(1);
        MailServer.refuse(agency + ".example", "451 4.3.2 try again later");
        clock.moveTo(at("2026-11-17T17:32"));
        House.eventually(
                "an attempt",
                () -> story.inquiry(1).at("/letters/1"),
                letter -> letter.path("attempts").asInt() > 0);

        story.agencyAnswers(1, "Ответ в срок.");
        story.callBackTask();

        assertThat(letter(story, 1, "WITHDRAWN").get("lastError").asText()).contains("451");
        MailServer.acceptAgain(agency + ".example");
    }

    @Test
    void a_reminder_that_failed_before_closing_time_is_tried_again_in_the_morning() {
        String agency = agencies.one();
        Story story = house.ask(agency);
        story.letter(1);
        MailServer.refuse(agency + ".example", "451 4.3.2 try again later");
        clock.moveTo(at("2026-11-17T17:59:30"));
        House.eventually("an attempt", () -> story.inquiry(1).at("/letters/1"), letter -> letter.path("lastError")
                .asText()
                .contains("451"));
        MailServer.acceptAgain(agency + ".example");

        clock.moveTo(at("2026-11-17T18:05"));
        House.eventually("held back", () -> letter(story, 1, "WAITING"), letter -> minute(letter.get("notBefore"))
                .equals("2026-11-18T09:00"));
        assertThat(story.letters(1)).hasSize(1);

        clock.moveTo(at("2026-11-18T09:00"));
        letterArrives(story, 2, "REMINDER");
    }

    @Test
    void a_request_never_waits_for_the_agency_to_open() {
        clock.moveTo(at("2026-11-17T03:00"));

        Story story = received();

        assertThat(minute(story.inquiry(1).get("receivedAt"))).isEqualTo("2026-11-17T03:00");
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

    /** The second letter of this story is written and waits until then. */
    private static void heldBack(Story story, String purpose, String notBefore) {
        JsonNode letter = letter(story, 1, "WAITING");
        assertThat(letter.get("purpose").asText()).isEqualTo(purpose);
        assertThat(minute(letter.get("notBefore"))).isEqualTo(notBefore);
    }

    /** A request to somebody else, written after all that and never held back, has arrived. */
    private void everythingThatMayLeaveHasLeft() {
        house.ask(agencies.one()).letter(1);
    }

    private static JsonNode letter(Story story, int index, String state) {
        return House.eventually(
                "letter " + state,
                () -> story.inquiry(1).at("/letters/" + index),
                letter -> letter.path("state").asText().equals(state));
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
