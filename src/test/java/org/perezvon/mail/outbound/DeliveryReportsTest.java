package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.perezvon.mail.inbound.KindGuess;
import org.perezvon.mail.inbound.ParsedMail;
import org.perezvon.mail.inbound.ReplyText;
import org.perezvon.mail.inbound.ServerReport;
import org.perezvon.testing.House;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What servers report about a letter lies beside it. */
@WholeHouse
class DeliveryReportsTest {

    private static final String TO = "ivanova@reported.example";

    private final String reference = UUID.randomUUID().toString();

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Outbox outbox;

    @Autowired
    Conversations conversations;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate together;

    @Autowired
    JdbcClient jdbc;

    @Test
    void delivered_to_the_recipients_mailbox_as_his_server_said() {
        report(status(sent().messageId(), "delivered", "2.0.0", "250 2.0.0 Ok: queued as 4F1"));

        assertThat(kept()).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(DeliveryReport.Kind.DELIVERED);
            assertThat(report.recipient()).isEqualTo(TO);
            assertThat(report.server()).isEqualTo("mx.reported.example");
            assertThat(report.status()).isEqualTo("2.0.0");
            assertThat(report.diagnostic()).isEqualTo("250 2.0.0 Ok: queued as 4F1");
        });
    }

    @Test
    void passed_on_to_a_server_that_does_not_report() {
        report(status(sent().messageId(), "relayed", "2.0.0", "250 Ok"));
        assertThat(kept()).extracting(DeliveryReport::kind).containsExactly(DeliveryReport.Kind.PASSED_ON);
    }

    @Test
    void first_delayed_and_then_failed() {
        SentLetter letter = sent();

        report(status(letter.messageId(), "delayed", "4.4.1", "connection timed out"));
        report(status(letter.messageId(), "failed", "5.4.7", "delivery time expired"));

        assertThat(kept())
                .extracting(DeliveryReport::kind)
                .containsExactly(DeliveryReport.Kind.DELAYED, DeliveryReport.Kind.FAILED);
    }

    @Test
    void a_report_without_our_message_id_is_known_by_its_recipient() {
        sent();
        report(status("", "delivered", "2.1.5", "Delivered"));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void of_two_letters_to_one_recipient_nobody_can_tell_which_was_meant() {
        sent();
        sent();
        report(status("", "delivered", "2.1.5", "Delivered"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_report_about_a_letter_of_others_stays_with_nobody() {
        sent();
        sent();
        report(status("<somebody-elses@letter.example>", "delivered", "2.0.0", "Ok"));
        assertThat(kept()).isEmpty();
    }

    private SentLetter sent() {
        int before = outbox.about(reference).size();
        together.executeWithoutResult(transaction -> outbox.put(
                new Letter(reference, "NOTE", "Иванова", EmailAddress.of(TO), "Запрос", "Ответьте, пожалуйста.")));
        return House.eventually(
                "the letter's acceptance",
                () -> outbox.about(reference).get(before),
                letter -> letter.state() == SentLetter.State.ACCEPTED);
    }

    private List<DeliveryReport> kept() {
        return outbox.about(reference).stream()
                .flatMap(letter -> letter.reports().stream())
                .toList();
    }

    private void report(byte[] mail) {
        KindGuess guess = guess(mail);
        together.executeWithoutResult(transaction -> events.publishEvent(
                new ServerReport(kept(mail), clock.instant(), conversations.open(reference), guess)));
    }

    private static KindGuess guess(byte[] mail) {
        ParsedMail parsed = ParsedMail.parse(mail);
        return KindGuess.of(parsed, ReplyText.of(parsed));
    }

    /** As the mailbox watch leaves it. */
    private long kept(byte[] mail) {
        return jdbc.sql("""
                        insert into perezvon.raw_mail (content_hash, received_at, raw, size, next_attempt_at, state)
                        values (decode(md5(random()::text), 'hex'), now(), :raw, length(:raw), now(), 'ROUTED') returning id
                        """).param("raw", mail).query(Long.class).single();
    }

    private static byte[] status(String messageId, String action, String status, String diagnostic) {
        return """
                From: MAILER-DAEMON@mail.ekc.example
                To: vopros@ekc.example
                Subject: Delivery Status
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                About your letter.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.ekc.example

                Original-Recipient: rfc822;%s
                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.reported.example
                Diagnostic-Code: smtp; %s
                --b
                Content-Type: text/rfc822-headers

                %sSubject: Our letter
                --b--
                """.formatted(
                        TO,
                        TO,
                        action,
                        status,
                        diagnostic,
                        messageId.isEmpty() ? "" : "Message-ID: " + messageId + "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
