package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.Node;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Correspondents;
import org.perezvon.mail.DeskMail;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailSettings;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What becomes of a mail when something goes wrong: with the mail, with those who should hear of it. */
@FrontRooms
class ClerkTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final List<Object> told = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Conversations conversations = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MailQueueStore queue;
    private DeskStore desk;
    private KeptMails kept;
    private Reader reader;
    private Clerk clerk;

    @BeforeEach
    void a_clerk_alone_with_the_database() {
        kept = new KeptMails(jdbc, clock);
        queue = new MailQueueStore(jdbc, clock, new Node("here"));
        desk = new DeskStore(jdbc, clock);
        when(conversations.verified(any())).thenReturn(List.of());
        limited(Duration.ofSeconds(10), 128);
    }

    @AfterEach
    void no_reader_is_left() {
        reader.destroy();
        clock.release();
    }

    private void limited(Duration time, long megabytes) {
        MailSettings settings = settings(time, megabytes);
        reader = new Reader(settings, ReadingRules::shipped);
        clerk = new Clerk(
                queue,
                reader,
                new Correlator(
                        conversations,
                        new TraceStore(jdbc),
                        new Credibility(List.of(mock(Correspondents.class)), settings),
                        List.of(),
                        settings),
                List.of((reference, mailId, messageId, at) -> told.add(reference + " " + messageId)),
                transaction,
                this::hear,
                clock,
                meters);
    }

    private void hear(Object fact) {
        Throwable now = failure.get();
        if (now instanceof RuntimeException exception) {
            throw exception;
        }
        if (now instanceof Error error) {
            throw error;
        }
        told.add(fact);
    }

    @Test
    void a_mail_nobody_expects_lies_on_the_desk_once() {
        long mail = kept.one();

        take(true);

        assertThat(told).singleElement().isInstanceOfSatisfying(IncomingMail.Unclear.class, unclear -> {
            assertThat(unclear.mailId()).isEqualTo(mail);
            assertThat(unclear.subject()).isEqualTo("s");
        });
        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
        assertThat(meters.get("perezvon.mail.taken")
                        .tag("outcome", "desk")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("perezvon.mail.arrival.to.routed").timer().count())
                .isEqualTo(1);
    }

    @Test
    void when_nobody_can_be_told_nothing_is_settled_and_the_mail_is_tried_again_later() {
        long mail = kept.one();
        failure.set(new IllegalStateException("соединение с базой потеряно"));

        take(true);

        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
        assertThat(queue.claim(true, 1, Duration.ofMinutes(1)))
                .as("not at once")
                .isEmpty();
        assertThat(desk.page(0, 10)).singleElement().satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(DeskMail.State.RETRIED);
            assertThat(shown.reason()).contains("соединение с базой потеряно");
        });

        failure.set(null);
        clock.forward(Duration.ofMinutes(1));
        take(true);
        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
    }

    @Test
    void an_error_ends_neither_the_clerk_nor_the_mail() {
        long mail = kept.one();
        failure.set(new StackOverflowError());

        take(true);

        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
        assertThat(kept.column(mail, "claimed_by")).isEqualTo("null");
    }

    @Test
    void after_its_last_attempt_a_mail_goes_to_a_person_with_the_last_error() {
        long mail = kept.one();
        failure.set(new IllegalStateException("процесс занят"));
        for (int attempt = 1; attempt <= MailQueueStore.LAST_ATTEMPT; attempt++) {
            take(true);
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
        failure.set(null);

        take(true);

        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
        assertThat(told).singleElement().isInstanceOfSatisfying(IncomingMail.Unclear.class, unclear -> assertThat(
                        unclear.reason())
                .startsWith("Письмо не удалось обработать автоматически")
                .contains("процесс занят"));
    }

    @Test
    void a_mail_that_takes_too_long_here_is_read_apart() {
        limited(Duration.ofMillis(1), 256);
        long mail = kept.one(html(1_500_000), null);

        take(true);

        assertThat(kept.place(mail)).isEqualTo("APART");
        assertThat(kept.state(mail)).isEqualTo("RECEIVED");
        assertThat(told).isEmpty();
    }

    @Test
    void what_cannot_be_read_apart_either_is_a_persons_and_is_never_read_again() {
        limited(Duration.ofSeconds(10), 24);
        long mail = kept.one(html(25_000_000), null);

        take(false);

        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
        assertThat(kept.place(mail)).isEqualTo("NEVER");
        assertThat(told).singleElement().isInstanceOfSatisfying(IncomingMail.Unclear.class, unclear -> {
            assertThat(unclear.reason()).contains("памяти не хватило");
            assertThat(unclear.subject()).isEqualTo("huge");
        });
        assertThat(reader.read(html(25_000_000), Place.NEVER)).satisfies(shown -> {
            assertThat(shown.from()).isEqualTo("a@b.example");
            assertThat(shown.text()).startsWith("Письмо не удалось прочитать");
        });
    }

    @Test
    void a_large_mail_that_does_no_harm_is_read_apart_like_any_other() {
        long mail = kept.one(html(3_000_000), null);

        take(false);

        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
        assertThat(kept.place(mail)).isEqualTo("APART");
        assertThat(told).singleElement().isInstanceOfSatisfying(IncomingMail.Unclear.class, unclear -> assertThat(
                        unclear.reason())
                .contains("нет ни одной подписанной метки"));
    }

    @Test
    void of_an_oversized_mail_the_head_is_on_the_desk_with_the_reason() {
        long mail = kept.oversized();

        take(true);

        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
        assertThat(told).singleElement().isInstanceOfSatisfying(IncomingMail.Unclear.class, unclear -> assertThat(
                        unclear.reason())
                .isEqualTo("Письмо больше 40 МБ"));
    }

    @Test
    void what_a_stranger_writes_to_the_address_of_a_self_test_lies_on_the_desk() {
        long mail = kept.one(
                "From: stranger@elsewhere.example\r\nMessage-ID: <1@elsewhere.example>\r\n\r\nhallo\r\n", null);
        addressedTo(conversation("self-test-2"));

        take(true);

        assertThat(told).singleElement().isInstanceOf(IncomingMail.Unclear.class);
        assertThat(kept.state(mail)).isEqualTo("TRIAGE");
    }

    @Test
    void a_letter_that_went_round_from_us_to_us_is_told_to_whoever_sent_it() {
        long mail = kept.one("From: vopros@ekc.example\r\nMessage-ID: <changed@relay.example>\r\n\r\nt", null);
        addressedTo(conversation("self-test-1"));

        take(true);

        assertThat(told).containsExactly("self-test-1 <changed@relay.example>");
        assertThat(kept.state(mail)).isEqualTo("ROUTED");
    }

    @Test
    void a_servers_report_is_evidence_and_a_strangers_words_in_it_are_not_put_into_the_case() {
        long mail = kept.one("""
                From: mailer-daemon@relay.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; ivanova@minsoc.example
                Action: relayed
                Status: 2.0.0

                --b--
                """.replace("\n", "\r\n"), null);
        long conversation = conversation("inquiry");
        addressedTo(conversation);
        jdbc.sql("""
                insert into perezvon.letter (conversation_id, purpose, to_name, to_address, subject, body, message_id,
                  state, next_attempt_at, not_before, created_at)
                values (:conversation, 'REQUEST', '', 'ivanova@minsoc.example', 's', 'b', '<0@ekc.example>',
                  'ACCEPTED', now(), now(), now())
                """).param("conversation", conversation).update();

        take(true);

        assertThat(told).singleElement().isInstanceOfSatisfying(ServerReport.class, report -> {
            assertThat(report.mailId()).isEqualTo(mail);
            assertThat(report.conversation()).isEqualTo(conversation);
            assertThat(report.messageIds()).isEmpty();
            assertThat(report.guess().kind()).isEqualTo(MailKind.RECEIPT);
        });
        assertThat(kept.state(mail)).isEqualTo("ROUTED");
    }

    private long conversation(String reference) {
        return jdbc.sql("insert into perezvon.conversation (reference) values (:reference) returning id")
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    /** The next mail carries this conversation's key in its address, and none elsewhere. */
    private void addressedTo(long conversation) {
        when(conversations.verified(any())).thenReturn(List.of(conversation), List.of());
    }

    private void take(boolean here) {
        queue.claim(here, 1, Duration.ofMinutes(1)).forEach(clerk::take);
    }

    private static byte[] html(int size) {
        StringBuilder text = new StringBuilder("From: a@b.example\r\nSubject: huge\r\nContent-Type: text/html\r\n\r\n");
        while (text.length() < size) {
            text.append("<p>line <b>after</b> <i>line</i></p>\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static MailSettings settings(Duration time, long megabytes) {
        Map<String, Object> properties = Map.of(
                "perezvon.mail.address", "vopros@ekc.example",
                "perezvon.mail.smtp.host", "mail.example",
                "perezvon.mail.imap.host", "mail.example",
                "perezvon.mail.imap.username", "vopros",
                "perezvon.mail.incoming.reading-time", time,
                "perezvon.mail.incoming.reading-memory", DataSize.ofMegabytes(megabytes));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("perezvon.mail", MailSettings.class)
                .get();
    }
}
