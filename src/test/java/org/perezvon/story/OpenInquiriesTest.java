package org.perezvon.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.Conversations;
import org.perezvon.testing.AgencyMail;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.OpenInquiries;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The benchmarks measure copies of inquiries; here it is shown that copies behave like what was really asked. */
@WholeHouse
class OpenInquiriesTest {

    private static final Instant TUESDAY = LocalDateTime.parse("2026-11-17T17:05")
            .atZone(ZoneId.of("Asia/Irkutsk"))
            .toInstant();
    private static final String JOB_OF_INQUIRY = """
            join public.act_ru_execution e on e.business_key_ = i.id::text
            join public.act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
            """;

    @Autowired
    House house;

    @Autowired
    WholeHouse.Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Conversations conversations;

    @BeforeEach
    void it_is_tuesday_after_four() {
        clock.moveTo(TUESDAY);
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @Test
    void copies_wait_with_three_timers_each_spread_over_the_agencies() {
        List<String> ours = List.of(agencies.one(), agencies.one());

        new OpenInquiries(house, jdbc, ours).make(40, 4);

        assertThat(count(ours, "where i.state = 'WAITING'")).isEqualTo(2 + 40);
        assertThat(count(ours.subList(0, 1), "where i.state = 'WAITING'")).isEqualTo(1 + 20);
        assertThat(count(ours, "where i.due_at = timestamptz '2026-11-18T16:00+08:00'"))
                .isEqualTo(2 + 4);
        assertThat(count(ours, JOB_OF_INQUIRY + "where j.duedate_ at time zone 'UTC' in (i.due_at, i.maximum_at)"))
                .isEqualTo(2 * (2 + 40));
        assertThat(count(ours, JOB_OF_INQUIRY)).isEqualTo(3 * (2 + 40));
    }

    @Test
    void an_answer_wakes_the_copy_it_is_for_and_no_other() {
        List<String> ours = List.of(agencies.one());
        new OpenInquiries(house, jdbc, ours).make(2);
        Copy copy = copies(ours).get(0);
        // The engine alone is woken; whether there is anything to tell is read from our own table.
        jdbc.sql("update perezvon.inquiry set state = 'UNANSWERED' where id = cast(:id as uuid)")
                .param("id", copy.id())
                .update();

        runtime.createMessageCorrelation("inquiry.answered")
                .processInstanceBusinessKey(copy.id())
                .correlateWithResult();

        house.task(copy.questionNumber(), "userTask_callBack");
        assertThat(count(ours, JOB_OF_INQUIRY)).isEqualTo(3 * 2);
    }

    @Test
    void an_agency_answers_the_copy_it_is_for_by_mail() {
        List<String> ours = List.of(agencies.one());
        new OpenInquiries(house, jdbc, ours).make(3);
        Copy copy = copies(ours).get(1);

        house.send(AgencyMail.unasked(from(copy), "Ответ на запрос", "Пособие назначают за десять рабочих дней.")
                .to(conversations.replyAddress(conversations.open(copy.id()))));

        house.task(copy.questionNumber(), "userTask_callBack");
        assertThat(count(ours, "where i.state = 'ANSWERED'")).isOne();
        assertThat(count(ours, "where i.state = 'WAITING'")).isEqualTo(3);
    }

    @Test
    void the_letters_of_copies_differ_in_all_that_replies_are_known_by() {
        List<String> ours = List.of(agencies.one());
        new OpenInquiries(house, jdbc, ours).make(3);

        String letters = "join perezvon.conversation c on c.reference = i.id::text "
                + "join perezvon.letter l on l.conversation_id = c.id and l.state = 'ACCEPTED'";
        assertThat(count(ours, letters)).isEqualTo(4);
        assertThat(count(ours, letters + " where position(i.question_number in l.subject) > 0"))
                .isEqualTo(4);
    }

    @Test
    void the_timers_of_copies_fire_and_their_agencies_are_told_that_they_are_late() {
        List<String> ours = List.of(agencies.one());
        new OpenInquiries(house, jdbc, ours).make(10, 2);

        clock.moveTo(TUESDAY.plus(Duration.ofHours(23)));

        House.eventually("three are overdue", () -> count(ours, "where i.state = 'OVERDUE'"), Long.valueOf(3)::equals);
        assertThat(count(ours, "join perezvon.violation v on v.inquiry_id = i.id where v.kind = 'LATE_ANSWER'"))
                .isEqualTo(3);
        assertThat(count(ours, """
                join perezvon.conversation c on c.reference = i.id::text
                join perezvon.letter l on l.conversation_id = c.id where l.purpose = 'OVERDUE'
                """)).isEqualTo(3);
        assertThat(count(ours, "where i.state = 'WAITING'")).isEqualTo(8);
    }

    private record Copy(String id, String questionNumber) {}

    private long count(List<String> agencies, String which) {
        return jdbc.sql("select count(*) from perezvon.inquiry i %s %s i.agency_code in (:agencies)"
                        .formatted(which, which.contains("where ") ? "and" : "where"))
                .param("agencies", agencies)
                .query(Long.class)
                .single();
    }

    private String from(Copy copy) {
        return house.story(copy.questionNumber()).responsible(1);
    }

    private List<Copy> copies(List<String> agencies) {
        return jdbc.sql("""
                        select id::text, question_number from perezvon.inquiry
                        where agency_code in (:agencies) and question_number > '2026-1' order by question_number
                        """).param("agencies", agencies).query(Copy.class).list();
    }
}
