package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.RouteState;
import org.perezvon.mail.ServerAccess;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.ScriptedSmtp;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters over two routes, the servers of which do everything a server can do to a letter. */
@WholeHouse
class PostmanTest {

    private final ScriptedSmtp first = new ScriptedSmtp();
    private final ScriptedSmtp second = new ScriptedSmtp();
    private final Node node = new Node(UUID.randomUUID().toString());

    @Autowired
    MailSettings settings;

    @Autowired
    ServerAccess access;

    @Autowired
    RouteStateStore states;

    @Autowired
    Composition composition;

    @Autowired
    MovableClock clock;

    private SmtpRoutes routes;
    private Postman postman;
    private long letters;

    @BeforeEach
    void two_routes() {
        routes = new SmtpRoutes(over(first, second), access, states, clock, node);
        postman = new Postman(routes, clock);
    }

    @AfterEach
    void end() {
        postman.close();
        first.close();
        second.close();
        clock.release();
    }

    @Test
    void the_first_route_takes_it_and_what_was_said_is_kept() {
        Carried.Accepted accepted = accepted(letter());

        assertThat(accepted.route()).isEqualTo("127.0.0.1:" + first.port());
        assertThat(accepted.server()).isEqualTo("scripted.example");
        assertThat(accepted.reply()).isEqualTo("250 2.0.0 Ok: queued as 4F1");
        assertThat(accepted.dialogue())
                .contains("← 220 scripted.example ESMTP")
                .containsPattern("\\d\\d\\.\\d+Z → MAIL FROM:<vopros\\+")
                .contains("→ RCPT TO:<ivanova@carried.example> NOTIFY=SUCCESS,FAILURE,DELAY")
                .contains("→ DATA", "← 354 go on", "→ .", "← 250 2.0.0 Ok: queued as 4F1")
                .doesNotContain("Ответьте", "Subject");
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void delivery_reports_are_asked_for_where_the_server_offers_them() {
        first.answer("EHLO", "250 scripted.example");
        assertThat(accepted(letter()).dialogue()).contains("→ RCPT TO:<ivanova@carried.example>\n");
        assertThat(first.commands()).noneMatch(command -> command.contains("NOTIFY") || command.contains("RET="));
    }

    @Test
    void many_letters_go_over_one_connection() {
        accepted(letter());
        accepted(letter());
        accepted(letter());

        assertThat(first.heard("CONNECT")).isEqualTo(1);
        assertThat(first.heard("RSET")).isEqualTo(2);
        assertThat(first.letters()).hasSize(3);
    }

    @Test
    void after_a_hundred_letters_it_calls_anew() {
        for (int i = 0; i < 101; i++) {
            accepted(letter());
        }
        assertThat(first.heard("CONNECT")).isEqualTo(2);
    }

    @Test
    void a_refused_recipient_leaves_the_connection_to_the_next_letter() {
        first.answerOnce("RCPT", "550 5.1.1 No such user");

        assertThat(failed(letter()).fault()).isEqualTo(DeliveryFailure.Fault.LETTER);
        accepted(letter());

        assertThat(first.heard("CONNECT")).isEqualTo(1);
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void a_deferred_letter_is_not_taken_elsewhere() {
        first.answerOnce("RCPT", "451 4.7.1 Greylisted");
        assertThat(failed(letter()))
                .isEqualTo(new DeliveryFailure(DeliveryFailure.Fault.FOR_NOW, "451 4.7.1 Greylisted"));
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void nobody_listens_on_the_first_route() {
        first.stop();

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());

        RouteState state = state(first);
        assertThat(state.works()).isFalse();
        assertThat(state.lastError().orElseThrow()).contains("refused");
        assertThat(state(second).works()).isTrue();
    }

    @Test
    void the_first_route_is_shutting_down() {
        first.answer("CONNECT", "421 4.3.2 Shutting down");
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
    }

    @Test
    void the_first_route_sends_us_away_in_unprintable_words() {
        first.answer("CONNECT", "421 b\u0000usy");

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());

        assertThat(state(first).works()).isFalse();
        assertThat(state(first).lastError().orElseThrow()).doesNotContain("\u0000");
    }

    @Test
    void a_talkative_server_is_not_quoted_in_full() {
        first.answer("CONNECT", "220 " + "s".repeat(5_000) + " ESMTP");
        first.answer(".", "250-2.0.0 and so on\r\n".repeat(200_000) + "250 2.0.0 queued");

        Carried.Accepted accepted = accepted(letter());

        assertThat(accepted.reply()).hasSizeLessThan(2_500).startsWith("250-2.0.0 and so on ⏎ 250-");
        assertThat(accepted.server()).hasSizeLessThan(2_100);
        assertThat(accepted.dialogue()).hasSizeLessThan(20_000);
    }

    @Test
    void the_first_route_greets_us_without_end() {
        first.answer("CONNECT", "220 " + "s".repeat(9_000_000));

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());

        assertThat(state(first).lastError().orElseThrow()).contains("без конца");
    }

    @Test
    void without_end_after_the_last_dot_it_is_in_doubt_too() {
        first.answerOnce(".", "250 " + "s".repeat(9_000_000));

        DeliveryFailure failure = failed(letter());

        assertThat(failure.fault()).isEqualTo(DeliveryFailure.Fault.DOUBT);
        assertThat(failure.reason()).contains("без конца");
    }

    @Test
    void a_route_whose_state_cannot_be_noted_carries_letters_all_the_same() {
        routes = new SmtpRoutes(over(first, second), access, states, clock, new Node("no\u0000de"));
        postman = new Postman(routes, clock);
        first.answerOnce("CONNECT", "421 4.3.2 Shutting down");

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());

        assertThat(second.letters()).hasSize(1);
    }

    @Test
    void the_first_route_greets_nobody() {
        first.answer("CONNECT", ScriptedSmtp.FALLS_SILENT);
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
    }

    @Test
    void the_first_route_does_not_know_us() {
        first.answer("MAIL", "530 5.7.0 Authentication required");
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
    }

    @Test
    void the_first_route_does_not_relay_for_us() {
        first.answer("RCPT", "554 5.7.1 <ivanova@carried.example>: Relay access denied");
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
    }

    @Test
    void the_first_route_breaks_off_before_it_has_the_letter() {
        first.answer("DATA", ScriptedSmtp.HANGS_UP);
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
        assertThat(first.letters()).isEmpty();
    }

    @Test
    void cut_after_the_last_dot_it_is_not_taken_elsewhere_at_once() {
        first.answerOnce(".", ScriptedSmtp.HANGS_UP);
        assertThat(failed(letter()).fault()).isEqualTo(DeliveryFailure.Fault.DOUBT);
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void silent_after_the_last_dot_it_is_in_doubt_too() {
        first.answerOnce(".", ScriptedSmtp.FALLS_SILENT);
        assertThat(failed(letter()).fault()).isEqualTo(DeliveryFailure.Fault.DOUBT);
    }

    @Test
    void a_session_the_server_has_ended_is_no_failure_of_the_route() {
        accepted(letter());
        first.answerOnce("RSET", "421 4.4.2 Idle for too long");

        accepted(letter());

        assertThat(first.letters()).hasSize(2);
        assertThat(state(first).works()).isTrue();
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void a_session_that_ends_in_the_middle_of_the_second_letter_is_begun_anew() {
        accepted(letter());
        first.answerOnce("MAIL", "421 4.7.0 Enough for one session");

        accepted(letter());

        assertThat(first.heard("CONNECT")).isEqualTo(2);
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void the_preferred_route_is_taken_again_when_it_is_back() {
        first.stop();
        accepted(letter());
        first.start();
        postman.close();

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + second.port());
        postman.close();
        clock.forward(Duration.ofSeconds(31));

        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + first.port());
        assertThat(state(first).works()).isTrue();
    }

    @Test
    void with_both_down_nothing_is_the_letters_fault() {
        first.stop();
        second.answer("MAIL", "553 5.7.1 Sender address rejected: not owned by user");

        DeliveryFailure failure = failed(letter());

        assertThat(failure.fault()).isEqualTo(DeliveryFailure.Fault.ROUTE);
        assertThat(failure.reason()).contains("Sender address rejected");
    }

    @Test
    void one_letter_that_every_server_breaks_off_with_does_not_stop_the_others() {
        DueLetter poison = letter();
        first.answerOnce("DATA", ScriptedSmtp.HANGS_UP);
        second.answerOnce("DATA", ScriptedSmtp.HANGS_UP);

        assertThat(failed(poison).fault()).isEqualTo(DeliveryFailure.Fault.ROUTE);
        assertThat(accepted(letter()).route()).isEqualTo("127.0.0.1:" + first.port());
    }

    @Test
    void a_letter_we_answer_a_mail_with_has_no_return_path() {
        accepted(letter(Letter.Origin.ANSWER_TO_MAIL));

        assertThat(first.commands()).anyMatch(command -> command.startsWith("MAIL FROM:<>"));
        assertThat(first.commands()).anyMatch(command -> command.endsWith("NOTIFY=NEVER"));
        assertThat(first.letters().get(0))
                .contains(
                        "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "X-Loop: vopros@ekc.example");
    }

    @Test
    void a_reminder_says_that_no_person_writes_and_yet_its_bounces_are_wanted() {
        accepted(letter(Letter.Origin.TIMER));

        assertThat(first.letters().get(0)).contains("Auto-Submitted: auto-generated");
        assertThat(first.commands()).anyMatch(command -> command.startsWith("MAIL FROM:<vopros+"));
    }

    @Test
    void what_a_person_asked_for_is_not_automatic() {
        accepted(letter(Letter.Origin.PERSON));
        assertThat(first.letters().get(0)).doesNotContain("Auto-Submitted").contains("X-Loop: vopros@ekc.example");
    }

    private Carried.Accepted accepted(DueLetter letter) {
        assertThat(carry(letter)).isInstanceOf(Carried.Accepted.class);
        return (Carried.Accepted) last();
    }

    private DeliveryFailure failed(DueLetter letter) {
        assertThat(carry(letter)).isInstanceOf(Carried.Failed.class);
        return ((Carried.Failed) last()).failure();
    }

    private @Nullable Carried carried;

    private Carried carry(DueLetter letter) {
        try {
            carried = postman.carry(letter, composition.compose(letter, clock.instant()), () -> {});
            return carried;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Carried last() {
        return java.util.Objects.requireNonNull(carried);
    }

    private RouteState state(ScriptedSmtp server) {
        return states.all().stream()
                .filter(state ->
                        state.node().equals(node.name()) && state.route().endsWith(":" + server.port()))
                .findFirst()
                .orElseThrow();
    }

    private DueLetter letter() {
        return letter(Letter.Origin.PERSON);
    }

    private DueLetter letter(Letter.Origin origin) {
        letters++;
        return new DueLetter(
                letters,
                1,
                "reference",
                "NOTE",
                origin,
                "Иванова Анна Петровна",
                "ivanova@carried.example",
                "Запрос",
                "Ответьте, пожалуйста.",
                "<" + UUID.randomUUID() + "@ekc.example>",
                AnsweredMail.NONE,
                1,
                clock.instant(),
                false,
                false,
                0,
                0,
                null);
    }

    private MailSettings over(ScriptedSmtp... servers) {
        List<MailSettings.Smtp> smtp = java.util.Arrays.stream(servers)
                .map(server -> new MailSettings.Smtp(
                        "127.0.0.1", server.port(), null, null, MailSettings.Tls.NONE, null, null))
                .toList();
        return new MailSettings(
                settings.address(),
                settings.senderName(),
                null,
                smtp.get(0),
                smtp.get(1),
                settings.imap(),
                List.of(),
                new MailSettings.Outgoing(120, 1000, Duration.ofSeconds(1)),
                settings.incoming(),
                settings.watch());
    }
}
