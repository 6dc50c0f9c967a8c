package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perezvon.testing.House.eventually;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.PerezvonApplication;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Letter;
import org.perezvon.mail.LetterAttempt;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.OfficeHours;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.perezvon.mail.ServerAccess;
import org.perezvon.testing.Database;
import org.perezvon.testing.MailServer;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.ScriptedSmtp;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox with two routes, a slow rate and a low daily cap: every letter leaves, or says why it waits. */
@SpringBootTest(
        classes = {PerezvonApplication.class, WholeHouse.Furniture.class, LettersOutTest.Faults.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "perezvon.demo.enabled=false")
@ContextConfiguration(initializers = {Database.class, MailServer.class, LettersOutTest.TwoRoutes.class})
class LettersOutTest {

    private static final ScriptedSmtp FIRST = new ScriptedSmtp();
    private static final ScriptedSmtp SECOND = new ScriptedSmtp();
    private static final AtomicReference<String> HOPELESS = new AtomicReference<>("");

    /** Each test has a domain of its own, so that no test takes another's turn. */
    private final String domain = UUID.randomUUID() + ".example";

    private final List<String> references = new ArrayList<>();

    @Autowired
    Outbox outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate together;

    @Autowired
    MailSettings settings;

    @Autowired
    ServerAccess access;

    @AfterEach
    void all_is_well_again() {
        FIRST.behave();
        SECOND.behave();
        HOPELESS.set("");
        clock.forward(Duration.ofMinutes(10)); // whatever rests has rested
    }

    @Test
    void it_leaves_by_the_first_route_and_the_whole_dialogue_is_kept() {
        String letter = put("NOTE");

        SentLetter sent = accepted(letter);

        assertThat(sent.server()).contains("scripted.example");
        assertThat(sent.serverReply()).contains("250 2.0.0 Ok: queued as 4F1");
        LetterAttempt attempt = outbox.attempts(sent.id(), 10).get(0);
        assertThat(attempt.route()).contains("127.0.0.1:" + FIRST.port());
        assertThat(attempt.outcome()).contains("250 2.0.0 Ok: queued as 4F1");
        assertThat(attempt.dialogue().orElseThrow()).contains("→ .", "← 250 2.0.0 Ok: queued as 4F1");
    }

    @Test
    void with_the_first_route_down_it_leaves_by_the_second() {
        FIRST.stop();
        try {
            String letter = put("NOTE");
            SentLetter sent = accepted(letter);
            assertThat(sent.attempts()).isEqualTo(1);
            assertThat(outbox.attempts(sent.id(), 10).get(0).route()).contains("127.0.0.1:" + SECOND.port());
        } finally {
            FIRST.start();
        }
    }

    @Test
    void with_both_down_it_waits_and_leaves_once_when_one_is_back() {
        FIRST.stop();
        SECOND.stop();
        String letter = put("NOTE");
        eventually("the reason why it waits", () -> about(letter), sent -> sent.waitingBecause()
                .isPresent());
        assertThat(about(letter).state()).isEqualTo(SentLetter.State.WAITING);
        assertThat(about(letter).lastError().orElseThrow()).contains("refused");
        assertThat(outbox.routes()).anyMatch(route -> !route.works());

        SECOND.start();
        clock.forward(Duration.ofSeconds(31));

        SentLetter sent = accepted(letter);
        FIRST.start();
        assertThat(copies(SECOND, sent)).isEqualTo(1);
        assertThat(copies(FIRST, sent)).isZero();
        assertThat(sent.waitingBecause()).isEmpty();
    }

    @Test
    void put_off_by_the_server_it_is_tried_again_and_refused_it_is_not() {
        FIRST.answerOnce("RCPT", "451 4.7.1 Greylisted");
        String letter = put("NOTE");
        eventually("the deferral", () -> about(letter), sent -> sent.lastError().isPresent());
        clock.forward(Duration.ofSeconds(6));
        assertThat(accepted(letter).attempts()).isEqualTo(2);

        FIRST.answerOnce("RCPT", "550 5.1.1 No such user");
        String refused = put("NOTE");
        clock.forward(Duration.ofMinutes(1));
        SentLetter known =
                eventually("the refusal", () -> about(refused), sent -> sent.state() == SentLetter.State.REFUSED);
        assertThat(known.lastError()).contains("550 5.1.1 No such user");
        assertThat(known.attempts()).isEqualTo(1);
    }

    @Test
    void cut_after_the_last_dot_it_is_sent_once_more_the_other_way_under_the_same_message_id() {
        FIRST.answerOnce(".", ScriptedSmtp.HANGS_UP);
        String letter = put("NOTE");
        eventually("the doubt", () -> about(letter), sent -> sent.lastError().isPresent());
        assertThat(about(letter).lastError().orElseThrow()).startsWith("Сервер не подтвердил");

        clock.forward(Duration.ofSeconds(31));

        SentLetter sent = accepted(letter);
        assertThat(copies(FIRST, sent)).isEqualTo(1);
        assertThat(copies(SECOND, sent)).isEqualTo(1);
    }

    @Test
    void a_server_that_accepts_in_unprintable_words_has_accepted_all_the_same() {
        FIRST.answer(".", "250 2.0.0 queued\u0000 as 1");
        SECOND.answer(".", "250 2.0.0 queued\u0000 as 1");

        SentLetter sent = accepted(put("NOTE"));

        assertThat(sent.serverReply()).contains("250 2.0.0 queued as 1");
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(copies(FIRST, sent) + copies(SECOND, sent)).isEqualTo(1);
    }

    @Test
    void a_server_that_refuses_in_unprintable_words_has_refused_all_the_same() {
        FIRST.answer("RCPT", "550 5.1.1 no\u0000ne");
        SECOND.answer("RCPT", "550 5.1.1 no\u0000ne");
        String letter = put("NOTE");

        SentLetter refused =
                eventually("the refusal", () -> about(letter), sent -> sent.state() == SentLetter.State.REFUSED);

        assertThat(refused.lastError()).contains("550 5.1.1 none");
    }

    @Test
    void more_letters_to_a_domain_than_the_rate_allows_wait_each_for_its_own_turn() {
        String first = put("NOTE");
        String second = put("NOTE");
        String third = put("NOTE");
        accepted(first);
        eventually("the reason why it waits", () -> about(third), sent -> sent.waitingBecause()
                .isPresent());

        Instant turnOfSecond = about(second).nextAttemptAt();
        Instant turnOfThird = about(third).nextAttemptAt();
        assertThat(Duration.between(turnOfSecond, turnOfThird))
                .isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(500));
        assertThat(about(third).attempts()).isZero();
        assertThat(about(third).waitingBecause().orElseThrow()).contains("за минуту уходит не больше 6");

        clock.forward(Duration.ofSeconds(10));
        accepted(second);
        assertThat(about(third).state()).isEqualTo(SentLetter.State.WAITING);
        clock.forward(Duration.ofSeconds(10));
        accepted(third);
    }

    @Test
    void a_full_row_to_one_domain_keeps_no_letter_to_another_waiting() {
        for (int i = 0; i < 5; i++) {
            put("NOTE");
        }
        String elsewhere = put(new Letter(
                "elsewhere-" + domain,
                "NOTE",
                "Петров",
                EmailAddress.of("petrov@other-" + domain),
                "Запрос",
                "Ответьте."));
        accepted(elsewhere);
    }

    @Test
    void over_the_daily_cap_it_waits_for_an_administrator() {
        filledUp();
        String letter = put("NOTE");
        SentLetter waiting = eventually("the reason why it waits", () -> about(letter), sent -> sent.waitingBecause()
                .isPresent());
        assertThat(waiting.waitingBecause().orElseThrow()).contains("дневной предел");
        assertThat(outbox.heldBack(waiting.id() - 1, 1))
                .extracting(SentLetter::id)
                .containsExactly(waiting.id());

        assertThat(outbox.release(waiting.id())).isTrue();

        accepted(letter);
        assertThat(outbox.release(waiting.id())).isFalse();
    }

    @Test
    void over_the_daily_cap_it_leaves_by_itself_when_the_day_has_passed() {
        filledUp();
        String letter = put("NOTE");
        eventually("the reason why it waits", () -> about(letter), sent -> sent.waitingBecause()
                .isPresent());

        clock.forward(Duration.ofHours(24));

        accepted(letter);
    }

    @Test
    void the_self_test_is_not_counted_against_the_cap() {
        filledUp();
        String letter = put(new Letter(
                "self-test-" + domain, "SELF_TEST", "Мы сами", to(), "Проверка", "Проверка.", Letter.Origin.SELF_TEST));
        accepted(letter);
    }

    @Test
    void a_copy_of_what_has_left_lies_in_the_sent_folder_once_and_read() throws Exception {
        SentLetter sent = accepted(put("NOTE"));

        List<Message> copies = eventually("the copy", () -> inSentFolder(sent), found -> !found.isEmpty());

        assertThat(copies).hasSize(1);
        assertThat(copies.get(0).isSet(Flags.Flag.SEEN)).isTrue();
        assertThat(copies.get(0).getSubject()).startsWith("Запрос [");
    }

    @Test
    void not_even_an_error_of_the_machine_ends_the_sending() {
        String hopeless = UUID.randomUUID().toString();
        HOPELESS.set(hopeless);
        put(new Letter(hopeless, "NOTE", "Иванова", EmailAddress.of("a@hopeless-" + domain), "Запрос", "Ответьте."));
        String other = put("NOTE");

        accepted(other);

        assertThat(about(hopeless).state()).isEqualTo(SentLetter.State.SENDING);
        HOPELESS.set("");
        clock.forward(Duration.ofMinutes(4)); // its lease is over
        accepted(hopeless);
    }

    /** As many letters as may leave to the address within a day. */
    private void filledUp() {
        for (int i = 0; i < 3; i++) {
            String letter = put("NOTE");
            clock.forward(Duration.ofSeconds(20));
            accepted(letter);
        }
        clock.forward(Duration.ofSeconds(20));
    }

    private EmailAddress to() {
        return EmailAddress.of("ivanova@" + domain);
    }

    private String put(String purpose) {
        return put(new Letter(
                UUID.randomUUID().toString(),
                purpose,
                "Иванова Анна Петровна",
                to(),
                "Запрос",
                "Ответьте, пожалуйста."));
    }

    private String put(Letter letter) {
        references.add(letter.reference());
        together.executeWithoutResult(transaction -> outbox.put(letter));
        return letter.reference();
    }

    private SentLetter about(String reference) {
        return outbox.about(reference).get(0);
    }

    private SentLetter accepted(String reference) {
        return eventually("acceptance", () -> about(reference), sent -> sent.state() == SentLetter.State.ACCEPTED);
    }

    private static long copies(ScriptedSmtp server, SentLetter sent) {
        return server.letters().stream()
                .filter(letter -> letter.contains("Message-ID: " + sent.messageId()))
                .count();
    }

    private List<Message> inSentFolder(SentLetter sent) {
        MailSettings.Imap imap = settings.imap();
        try (Store store = access.session(imap, "imap", Duration.ofSeconds(10)).getStore("imap")) {
            store.connect(imap.host(), imap.port(), imap.username(), imap.password());
            Folder folder = store.getFolder(imap.sentFolder());
            if (!folder.exists()) {
                return List.of();
            }
            folder.open(Folder.READ_ONLY);
            List<Message> found = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                if (message.getHeader("Message-ID")[0].equals(sent.messageId())) {
                    message.getSubject();
                    message.getFlags();
                    found.add(message);
                }
            }
            return found;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ahead of the house's own mail server, which keeps the mailbox. */
    static final class TwoRoutes implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "perezvon.mail.smtp.port=" + FIRST.port(),
                            "perezvon.mail.second-smtp.host=127.0.0.1",
                            "perezvon.mail.second-smtp.port=" + SECOND.port(),
                            "perezvon.mail.second-smtp.tls=none",
                            "perezvon.mail.imap.sent-folder=Отправленные",
                            "perezvon.mail.outgoing.patience=2s",
                            "perezvon.mail.outgoing.per-minute=6",
                            "perezvon.mail.outgoing.per-day=3")
                    .applyTo(context);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        OfficeHours hoursThatBreakTheMachine() {
            return (reference, purpose, moment) -> {
                if (reference.equals(HOPELESS.get())) {
                    throw new StackOverflowError("made by the test");
                }
                return moment;
            };
        }
    }
}
