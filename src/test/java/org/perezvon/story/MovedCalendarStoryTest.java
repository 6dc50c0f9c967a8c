package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Story;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A day off is declared while a question waits. All of it on one question, received on Tuesday the 17th of November 2026
 * at 10:30, due on Wednesday the 18th at 10:30 and at the latest on Tuesday the 24th at 18:00; then the 18th becomes a day
 * off.
 */
@WholeHouse
class MovedCalendarStoryTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String agency;

    @BeforeEach
    void it_is_tuesday_half_past_ten() {
        clock.moveTo(at("2026-11-17T10:30"));
        agency = agencies.one();
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void before_anything_changes_the_administrator_sees_which_deadlines_would_move() {
        Story story = received();

        long proposal = dayOff("2026-11-18");

        JsonNode seen = house.administrator().get("/api/calendars/proposals/" + proposal);
        assertThat(seen.at("/difference/days")).hasSize(1);
        assertThat(seen.at("/difference/days/0/date").asText()).isEqualTo("2026-11-18");
        assertThat(seen.at("/difference/days/0/before").asText()).isEqualTo("рабочий день");
        assertThat(seen.at("/difference/days/0/after").asText()).contains("указ Губернатора № 300-уг");
        assertThat(seen.get("confirmable").asBoolean()).isTrue();
        JsonNode effect = house.administrator().get("/api/calendars/proposals/" + proposal + "/effect");
        assertThat(effect.get("moved").asInt()).isEqualTo(1);
        assertThat(effect.get("later").asInt()).isEqualTo(1);
        assertThat(effect.at("/moves/0/number").asText()).isEqualTo(story.number() + "/1");
        assertThat(local(effect.at("/moves/0/dueAfter"))).isEqualTo("2026-11-19T10:30");
        assertThat(due(story)).isEqualTo("2026-11-18T10:30");
    }

    @Test
    void a_confirmed_day_off_moves_the_deadline_its_timers_and_keeps_both_derivations() {
        Story story = received();

        confirm(dayOff("2026-11-18"));

        movedTo(story, "2026-11-19T10:30");
        JsonNode inquiry = story.inquiry(1);
        assertThat(local(inquiry.get("maximum"))).isEqualTo("2026-11-25T18:00");
        assertThat(timer(story, "event_reminder")).isEqualTo("2026-11-17T17:30");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-19T10:30");
        assertThat(timer(story, "event_fiveDayWall")).isEqualTo("2026-11-25T18:00");
        JsonNode change = inquiry.at("/termChanges/0");
        assertThat(local(change.get("dueBefore"))).isEqualTo("2026-11-18T10:30");
        assertThat(local(change.get("dueAfter"))).isEqualTo("2026-11-19T10:30");
        assertThat(change.get("derivationBefore").toString()).doesNotContain("300-уг");
        assertThat(change.get("derivationAfter").toString()).contains("300-уг");

        clock.moveTo(at("2026-11-18T12:00"));
        clock.moveTo(at("2026-11-19T10:29"));
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("WAITING");
        clock.moveTo(at("2026-11-19T10:32"));
        story.inquiryInState(1, "OVERDUE");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
    }

    @Test
    void what_was_overdue_is_not_when_the_day_turns_out_to_be_off() {
        Story story = received();
        clock.moveTo(at("2026-11-18T11:00"));
        story.inquiryInState(1, "OVERDUE");
        story.task(1, "userTask_hurryAgency");

        confirm(dayOff("2026-11-18"));

        story.inquiryInState(1, "WAITING");
        assertThat(story.taskWaits(1, "userTask_hurryAgency")).isFalse();
        assertThat(withdrawn(story)).containsExactly("LATE_ANSWER");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-19T10:30");
        clock.moveTo(at("2026-11-19T10:32"));
        story.inquiryInState(1, "OVERDUE");
        assertThat(violations(story)).containsExactly("LATE_ANSWER");
        assertThat(withdrawn(story)).as("the first stays on file").containsExactly("LATE_ANSWER");
    }

    @Test
    void who_is_late_by_another_deadline_too_is_late_by_the_right_one() {
        Story story = received();
        clock.moveTo(at("2026-11-20T12:00"));
        story.inquiryInState(1, "OVERDUE");

        confirm(dayOff("2026-11-18"));

        movedTo(story, "2026-11-19T10:30");
        assertThat(story.inquiry(1).get("state").asText()).isEqualTo("OVERDUE");
        assertThat(jdbc.sql("select occurred_at, evidence from perezvon.violation where inquiry_id = :id")
                        .param("id", UUID.fromString(story.inquiryId(1)))
                        .query()
                        .singleRow())
                .hasEntrySatisfying("occurred_at", moment -> assertThat(((Timestamp) moment).toInstant())
                        .isEqualTo(dueOf(story)))
                .hasEntrySatisfying(
                        "evidence", words -> assertThat((String) words).contains("300-уг"));
    }

    @Test
    void a_reminder_moves_with_the_hours_even_where_the_deadline_stays() {
        Story story = received();
        assertThat(timer(story, "event_reminder")).isEqualTo("2026-11-17T17:30");

        confirm(day("2026-11-17", "short-day"));

        House.eventually(
                "a reminder an hour earlier", () -> timer(story, "event_reminder"), "2026-11-17T16:30"::equals);
        assertThat(due(story)).isEqualTo("2026-11-18T10:30");
    }

    @Test
    void a_day_that_is_working_again_brings_the_deadline_back() {
        confirm(dayOff("2026-11-18"));
        Story story = received();
        assertThat(due(story)).isEqualTo("2026-11-19T10:30");

        confirm(day("2026-11-18", "ordinary"));

        movedTo(story, "2026-11-18T10:30");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");
    }

    @Test
    void other_hours_of_the_agency_move_its_open_inquiries() {
        Story story = received();
        JsonNode before = house.administrator().get("/api/agencies/" + agency);

        house.administrator()
                .put(
                        "/api/agencies/" + agency,
                        Map.of(
                                "name",
                                before.get("name").asText(),
                                "shortName",
                                before.get("shortName").asText(),
                                "kind",
                                "REGIONAL",
                                "zone",
                                "Asia/Irkutsk",
                                "calendars",
                                List.of("ru", "ru-IRK"),
                                "opens",
                                "09:00",
                                "closes",
                                "17:00",
                                "topics",
                                List.of("пособия")));

        House.eventually("a wall at 17:00", () -> story.inquiry(1), inquiry -> local(inquiry.get("maximum"))
                .equals("2026-11-24T17:00"));
        assertThat(timer(story, "event_fiveDayWall")).isEqualTo("2026-11-24T17:00");
        assertThat(due(story)).isEqualTo("2026-11-18T10:30");
    }

    @Test
    void a_proposal_is_decided_once_and_only_against_what_it_was_compared_with() {
        long first = dayOff("2026-11-18");
        long second = dayOff("2026-11-19");
        confirm(first);

        HttpResponse<String> again =
                house.administrator().tryPost("/api/calendars/proposals/" + first + "/confirmation", Map.of());
        HttpResponse<String> outdated =
                house.administrator().tryPost("/api/calendars/proposals/" + second + "/confirmation", Map.of());

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Api.json(again).get("detail").asText()).contains("уже принято решение");
        assertThat(outdated.statusCode()).isEqualTo(409);
        assertThat(Api.json(outdated).get("detail").asText()).contains("этот календарь изменили");
    }

    @Test
    void who_is_no_administrator_changes_no_calendar() {
        assertThat(house.supervisor()
                        .tryPost(
                                "/api/agencies/" + agency + "/days",
                                Map.of("date", "2026-11-18", "kind", "day-off", "reason", "указ"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.operator()
                        .tryPost("/api/calendars/proposals?layer=ru", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_deadline_can_be_asked_for_without_a_case() {
        JsonNode deadline = house.operator()
                .get("/api/deadlines?agency=" + agency + "&term=irkutsk-answer&received=2026-11-17T16:00:01");

        assertThat(deadline.get("due").asText()).isEqualTo("2026-11-18T16:00:00+08:00");
        assertThat(deadline.get("maximum").asText()).isEqualTo("2026-11-24T18:00:00+08:00");
        assertThat(deadline.at("/derivation/0").asText()).contains("16:00:01");
        assertThat(house.operator()
                        .get("/api/deadlines?agency=" + agency + "&term=irkutsk-answer&received=2026-11-17T08:00:01Z"))
                .isEqualTo(deadline);
    }

    @Test
    void a_timer_that_somebody_moved_is_put_back_at_night_and_reported() {
        Story story = received();
        jdbc.sql("""
                update public.act_ru_job set duedate_ = duedate_ + interval '3 days', rev_ = rev_ + 1
                where handler_cfg_ = 'event_overdue' and process_instance_id_ =
                  (select proc_inst_id_ from public.act_ru_execution where business_key_ = :key)
                """).param("key", story.inquiryId(1)).update();
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-21T10:30");

        JsonNode run = house.administrator().post("/api/reconciliations", Map.of());

        assertThat(run.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("inquiry").asText()).isEqualTo(story.number() + "/1");
            assertThat(finding.get("problem").asText()).isEqualTo("OTHER_MOMENT");
            assertThat(finding.get("repaired").asBoolean()).isTrue();
        });
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");
    }

    @Test
    void a_timer_that_is_lost_is_made_again() {
        Story story = received();
        jdbc.sql("""
                delete from public.act_ru_job where handler_cfg_ = 'event_fiveDayWall' and process_instance_id_ =
                  (select proc_inst_id_ from public.act_ru_execution where business_key_ = :key)
                """).param("key", story.inquiryId(1)).update();

        JsonNode run = house.administrator().post("/api/reconciliations", Map.of());

        assertThat(run.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("inquiry").asText()).isEqualTo(story.number() + "/1");
            assertThat(finding.get("problem").asText()).isEqualTo("NO_TIMER");
        });
        assertThat(timer(story, "event_fiveDayWall")).isEqualTo("2026-11-24T18:00");
        assertThat(timer(story, "event_overdue")).isEqualTo("2026-11-18T10:30");
    }

    private Story received() {
        Story story = house.ask(agency);
        story.inquiryInState(1, "WAITING");
        return story;
    }

    private long dayOff(String date) {
        return day(date, "day-off");
    }

    private long day(String date, String kind) {
        return house.administrator()
                .post(
                        "/api/agencies/" + agency + "/days",
                        Map.of("date", date, "kind", kind, "reason", "указ Губернатора № 300-уг"))
                .get("proposal")
                .asLong();
    }

    private void confirm(long proposal) {
        house.administrator().post("/api/calendars/proposals/" + proposal + "/confirmation", Map.of());
    }

    private void movedTo(Story story, String due) {
        House.eventually("a deadline at " + due, () -> story.inquiry(1), inquiry -> local(inquiry.get("due"))
                .equals(due));
    }

    private static Instant dueOf(Story story) {
        return Instant.parse(story.inquiry(1).get("due").asText());
    }

    private String due(Story story) {
        return local(story.inquiry(1).get("due"));
    }

    private String timer(Story story, String event) {
        JsonNode timers = story.timers(1, event);
        assertThat(timers).as(event).hasSize(1);
        return local(timers.get(0).get("dueDate"));
    }

    private List<String> violations(Story story) {
        return violations(story, "withdrawn_at is null");
    }

    private List<String> withdrawn(Story story) {
        return violations(story, "withdrawn_at is not null");
    }

    private List<String> violations(Story story, String which) {
        return jdbc.sql("select kind from perezvon.violation where inquiry_id = :id and " + which)
                .param("id", UUID.fromString(story.inquiryId(1)))
                .query(String.class)
                .list();
    }

    /** Local time in Irkutsk, to the minute. */
    private static String local(JsonNode moment) {
        String text = moment.asText().replaceFirst("\\+0000$", "Z");
        return LocalDateTime.ofInstant(OffsetDateTime.parse(text).toInstant(), IRKUTSK)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
