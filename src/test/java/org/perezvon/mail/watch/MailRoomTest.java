package org.perezvon.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailSettings;
import org.perezvon.testing.Api;
import org.perezvon.testing.House;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail room watched from outside: by an administrator's program, a monitoring system and a supervisor. */
@WholeHouse
class MailRoomTest {

    private static final String STRANGE = "not-ours-" + UUID.randomUUID() + "@mail.example/INBOX";

    @Autowired
    House house;

    @Autowired
    Watchdog watchdog;

    @Autowired
    TroubleStore troubles;

    @Autowired
    TurnStore turns;

    @Autowired
    MailRoom room;

    @Autowired
    MailSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void all_is_well_again() {
        clock.release();
        nothingIsStuck();
        watchdog.goRound();
    }

    @Test
    void a_mailbox_that_is_read_is_shown_as_read_with_the_node_that_watches_it() {
        JsonNode mailbox = House.eventually(
                "a mailbox that is read",
                () -> house.administrator()
                        .get("/api/mail-room")
                        .get("mailboxes")
                        .get(0),
                seen -> seen.get("state").asText().equals("READ"));

        assertThat(mailbox.get("mailbox").asText()).isEqualTo(MailServer.CENTRE + "@127.0.0.1/INBOX");
        assertThat(mailbox.get("words").asText()).startsWith("читается, последний раз");
        assertThat(mailbox.get("watchedBy").asText()).isNotBlank();
        assertThat(health(Visitor.browser(port), "")).contains("\"status\":\"UP\"");
    }

    @Test
    void the_same_trouble_is_told_once_ends_by_itself_and_takes_its_task_away() {
        stuckSince(Duration.ofMinutes(11));

        watchdog.goRound();
        watchdog.goRound();

        Trouble begun = open(Trouble.Kind.LETTERS_LATE);
        assertThat(begun.words()).contains("не отправлено", "11 мин");
        String businessKey = "mail-trouble-" + begun.id();
        JsonNode task = house.task(businessKey, "userTask_lookAtMail");
        assertThat(task.get("name").asText()).isEqualTo("Почта: письма задерживаются");
        assertThat(house.supervisor()
                        .get("/api/mail-room/troubles/" + begun.id())
                        .get("words")
                        .asText())
                .isEqualTo(begun.words());

        nothingIsStuck();
        watchdog.goRound();

        assertThat(house.tasks(businessKey, "userTask_lookAtMail")).isEmpty();
        assertThat(troubles.find(begun.id()).orElseThrow().over()).isPresent();
    }

    @Test
    void a_supervisor_takes_the_task_off_and_the_trouble_goes_on_until_it_is_over() {
        stuckSince(Duration.ofMinutes(11));
        watchdog.goRound();
        Trouble begun = open(Trouble.Kind.LETTERS_LATE);
        JsonNode task = house.task("mail-trouble-" + begun.id(), "userTask_lookAtMail");

        house.supervisor()
                .post(
                        "/api/tasks/" + task.get("id").asText() + "/mail-trouble-seen",
                        Map.of("note", "Позвонили администратору"));
        watchdog.goRound();

        Trouble seen = open(Trouble.Kind.LETTERS_LATE);
        assertThat(seen.id()).isEqualTo(begun.id());
        assertThat(seen.seen().orElseThrow().by()).isEqualTo(Staff.SUPERVISOR);
        assertThat(seen.seen().orElseThrow().note()).isEqualTo("Позвонили администратору");
        assertThat(house.tasks("mail-trouble-" + begun.id(), "userTask_lookAtMail"))
                .isEmpty();
        assertThat(house.administrator().get("/api/mail-room").get("troubles"))
                .anySatisfy(shown -> assertThat(shown.get("seenBy").asText()).isEqualTo(Staff.SUPERVISOR));
    }

    @Test
    void an_operator_sees_nothing_of_it() {
        Api operator = new Api(Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD));
        Visitor olga = Visitor.program(port, Staff.OPERATOR, Staff.PASSWORD);

        assertThat(olga.get("/api/mail-room").statusCode()).isEqualTo(403);
        assertThat(olga.get("/api/mail-room/troubles/1").statusCode()).isEqualTo(403);
        assertThat(olga.get("/api/mail-room/mails/1/source").statusCode()).isEqualTo(403);
        assertThat(operator.tryPost("/api/mail-room/retries", Map.of("all", true))
                        .statusCode())
                .isEqualTo(403);
        assertThat(olga.open("/mail").statusCode()).isEqualTo(403);
        assertThat(olga.figures().statusCode()).isEqualTo(403);
    }

    @Test
    void a_mailbox_unread_for_three_intervals_turns_health_red_but_the_node_stays_in_service() {
        clock.forward(settings.imap().pollInterval().multipliedBy(4));
        room.look();

        assertThat(health(Visitor.browser(port), "/readiness")).contains("\"status\":\"UP\"");
        assertThat(health(Visitor.browser(port), "/liveness")).contains("\"status\":\"UP\"");
        Visitor anna = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD);
        assertThat(health(anna, "")).contains("\"status\":\"DOWN\"", "не читается с", MailServer.CENTRE);
        assertThat(health(Visitor.browser(port), ""))
                .contains("\"status\":\"DOWN\"")
                .doesNotContain("не читается", MailServer.CENTRE);
    }

    @Test
    void a_monitoring_system_gets_its_figures_by_name_and_password() {
        Visitor portal = Visitor.program(port, Staff.INTEGRATION, Staff.PASSWORD);

        HttpResponse<String> figures = portal.figures();

        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .containsPattern("perezvon_mail_scan_age_seconds\\{mailbox=\"vopros@ekc.example@127.0.0.1/INBOX\"} \\d")
                .containsPattern("perezvon_mail_queue\\{queue=\"(in|out)\"} \\d")
                .containsPattern("perezvon_mail_queue_oldest_seconds\\{queue=\"out\"} \\d")
                .containsPattern("perezvon_mail_troubles \\d");
        assertThat(Visitor.browser(port).figures().statusCode()).isEqualTo(401);
    }

    @Test
    void a_letter_to_ourselves_goes_round_and_leaves_nothing_behind() {
        House.eventually("an empty mailbox of ours", () -> testsIn(MailServer.CENTRE), found -> found == 0);

        house.administrator().post("/api/mail-room/self-tests", Map.of());

        JsonNode back = House.eventually(
                "the letter to ourselves",
                () -> house.administrator().get("/api/mail-room/self-tests").get(0),
                trip -> !trip.get("backAt").isNull());
        assertThat(back.get("words").asText()).startsWith("вернулось за").doesNotContain("заменил");
        clock.forward(Duration.ofMinutes(2));
        House.eventually("the letter thrown away", () -> testsIn(MailServer.CENTRE), found -> found == 0);
        House.eventually(
                "no trace of it among the mails",
                () -> jdbc.sql("select count(*) from perezvon.mail_round_trip where raw_mail_id is not null")
                        .query(Integer.class)
                        .single(),
                left -> left == 0);
        assertThat(house.administrator().get("/api/mail-room/desk").get("mails"))
                .noneSatisfy(mail -> assertThat(mail.get("subject").asText()).isEqualTo("Проверка почты"));
    }

    @Test
    void a_mail_on_the_desk_is_found_by_its_reason_read_as_text_and_taken_anew() {
        String subject = "Прошу разобраться " + UUID.randomUUID();
        house.post()
                .send(
                        "stranger@elsewhere.example",
                        MailServer.CENTRE,
                        ("From: stranger@elsewhere.example\r\nTo: " + MailServer.CENTRE + "\r\nSubject: =?utf-8?B?"
                                        + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                                        + "?=\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<script>alert(1)</script>\r\n")
                                .getBytes(StandardCharsets.UTF_8));
        // Our test letters are deleted; a server that does not tell the watcher so announces the next mail late.
        JsonNode mail = await("a mail on the desk")
                .atMost(settings.imap().pollInterval().multipliedBy(2))
                .until(
                        () -> StreamSupport.stream(
                                        house.administrator()
                                                .get("/api/mail-room/desk")
                                                .get("mails")
                                                .spliterator(),
                                        false)
                                .filter(each -> each.get("subject").asText().equals(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        String id = mail.get("id").asText();

        HttpResponse<String> source = Visitor.program(port, Staff.ADMINISTRATOR, Staff.PASSWORD)
                .get("/api/mail-room/mails/" + id + "/source");
        assertThat(source.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Api.json(source).get("text").asText()).contains("<script>alert(1)</script>");
        String reason = mail.get("reason").asText();
        assertThat(desk("&reason=" + URLEncoder.encode(reason.substring(0, 8), StandardCharsets.UTF_8)))
                .contains(id);
        assertThat(desk("&reason=no-such-reason")).isEmpty();

        assertThat(house.administrator()
                        .post(
                                "/api/mail-room/retries",
                                Map.of("ids", List.of(mail.get("id").asLong())))
                        .get("taken")
                        .asInt())
                .isEqualTo(1);
        House.eventually(
                "the mail on the desk again, with one task",
                () -> house.tasks("mail-" + id, "userTask_triage").size(),
                tasks -> tasks == 1 && desk("").contains(id));
    }

    @Test
    void a_letter_that_waits_says_why_and_leaves_when_an_administrator_says_so() {
        long id = stuckSince(Duration.ofMinutes(1));

        JsonNode letter = StreamSupport.stream(
                        house.administrator()
                                .get("/api/mail-room/letters?limit=500")
                                .get("letters")
                                .spliterator(),
                        false)
                .filter(each -> each.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
        assertThat(letter.get("because").asText()).isEqualTo("последняя попытка: 451 4.7.1 greylisted");

        house.administrator().post("/api/mail-room/letters/" + id + "/release", Map.of());

        House.eventually(
                "a letter that has left",
                () -> jdbc.sql("select state from perezvon.letter where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                "ACCEPTED"::equals);
        assertThat(house.administrator()
                        .tryPost("/api/mail-room/letters/" + id + "/release", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void of_two_nodes_one_has_the_turn_and_a_clock_that_went_wrong_does_not_stop_the_rounds() {
        Duration minute = Duration.ofMinutes(1);
        clock.forward(Duration.ofDays(3));
        assertThat(turns.take(TurnStore.Duty.ROUNDS, minute)).isTrue();
        assertThat(turns.take(TurnStore.Duty.ROUNDS, minute)).isFalse();

        clock.release();

        assertThat(turns.take(TurnStore.Duty.ROUNDS, minute)).isTrue();
        assertThat(turns.take(TurnStore.Duty.ROUNDS, minute)).isFalse();
    }

    @Test
    void what_no_mailbox_of_our_settings_tells_is_not_ours() {
        jdbc.sql("insert into perezvon.mailbox_state (mailbox, since, poll_interval_s) values (:mailbox, :since, 30)")
                .param("mailbox", STRANGE)
                .param("since", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(room.look().mailboxes()).extracting(WatchedMailbox::mailbox).doesNotContain(STRANGE);
    }

    private Trouble open(Trouble.Kind kind) {
        return troubles.open().stream()
                .filter(trouble -> trouble.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A letter written so long ago and not tried again for an hour. */
    private long stuckSince(Duration ago) {
        Instant written = clock.instant().minus(ago);
        long conversation = jdbc.sql("insert into perezvon.conversation (reference) values (:reference) returning id")
                .param("reference", UUID.randomUUID().toString())
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into perezvon.letter (conversation_id, purpose, to_name, to_address, subject, body, message_id,
                                                     not_before, next_attempt_at, created_at, attempts, last_error)
                        values (:conversation, 'STUCK', 'Иванова', 'ivanova@stuck.example', 'Запрос', 'Текст', :messageId,
                                :written, :next, :written, 1, '451 4.7.1 greylisted')
                        returning id
                        """)
                .param("conversation", conversation)
                .param("messageId", "<" + UUID.randomUUID() + "@ekc.example>")
                .param("written", written.atOffset(ZoneOffset.UTC))
                .param("next", clock.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void nothingIsStuck() {
        jdbc.sql("update perezvon.letter set state = 'WITHDRAWN' where purpose = 'STUCK' and state = 'WAITING'")
                .update();
    }

    private List<String> desk(String query) {
        return StreamSupport.stream(
                        house.administrator()
                                .get("/api/mail-room/desk?limit=500" + query)
                                .get("mails")
                                .spliterator(),
                        false)
                .map(mail -> mail.get("id").asText())
                .toList();
    }

    private long testsIn(String mailbox) {
        return house.post().subjects(mailbox, "Проверка почты");
    }

    private static String health(Visitor visitor, String group) {
        return visitor.get("/actuator/health" + group).body();
    }
}
