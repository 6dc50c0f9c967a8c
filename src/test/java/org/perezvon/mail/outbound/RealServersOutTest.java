package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perezvon.testing.House.eventually;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perezvon.PerezvonApplication;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.Letter;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.perezvon.testing.Database;
import org.perezvon.testing.Fault;
import org.perezvon.testing.FaultyLine;
import org.perezvon.testing.Mails;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.RealMailServers;
import org.perezvon.testing.WholeHouse;
import org.perezvon.testing.WithRealMailServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to a real Postfix over STARTTLS and a login, on a line that fails at the worst moments; a good line beside it. */
@WithRealMailServers
@SpringBootTest(
        classes = {PerezvonApplication.class, WholeHouse.Furniture.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "perezvon.demo.enabled=false")
@ContextConfiguration(initializers = {Database.class, RealServersOutTest.TwoLines.class})
class RealServersOutTest {

    private static final FaultyLine BAD =
            FaultyLine.to(RealMailServers.running().submissionPort());
    private static final FaultyLine GOOD =
            FaultyLine.to(RealMailServers.running().submissionPort());

    private final EmailAddress to = EmailAddress.of("ivanova@" + UUID.randomUUID() + ".example");
    private final String reference = UUID.randomUUID().toString();

    @Autowired
    Outbox outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate together;

    @AfterEach
    void both_lines_are_good_again() {
        BAD.heal();
        BAD.cutNow();
        GOOD.heal();
        clock.forward(Duration.ofMinutes(10));
    }

    @Test
    void delivered_is_what_the_server_that_keeps_the_mailbox_says() {
        put(to);

        DeliveryReport report = eventually("the report", this::reports, found -> !found.isEmpty())
                .get(0);

        assertThat(report.kind()).isIn(DeliveryReport.Kind.DELIVERED, DeliveryReport.Kind.PASSED_ON);
        assertThat(report.recipient()).isEqualTo(to.value());
        assertThat(report.status()).startsWith("2.");
        assertThat(about().serverReply().orElseThrow()).startsWith("250 2.0.0 Ok: queued as");
        assertThat(dialogue()).contains("NOTIFY=SUCCESS,FAILURE,DELAY", "→ STARTTLS", "→ AUTH …");
        assertThat(dialogue()).doesNotContain(RealMailServers.running().password());
    }

    @Test
    void on_a_line_cut_in_the_middle_of_the_letter_it_leaves_by_the_other_and_arrives_once() {
        brokenInTheMiddle(Fault.cut().afterClientBytes(2500));
    }

    @Test
    void on_a_line_that_stalls_in_the_middle_of_the_letter_too() {
        brokenInTheMiddle(Fault.stall().afterClientBytes(2500));
    }

    @Test
    void garbage_from_the_server_sends_us_to_the_other_route() {
        BAD.always(Fault.garbage());
        noLetterIsOnTheLine();
        put(to);
        accepted();
        assertThat(route()).endsWith(":" + GOOD.port());
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void nobody_at_the_end_of_the_line_sends_us_to_the_other_route() {
        BAD.refuse();
        noLetterIsOnTheLine();
        put(to);
        accepted();
        assertThat(route()).endsWith(":" + GOOD.port());
        assertThat(arrived()).hasSize(1);
    }

    /** When the kernel had taken all of it, we cannot know that it has not arrived; a while later it goes another way. */
    private void brokenInTheMiddle(Fault fault) {
        BAD.always(fault);
        noLetterIsOnTheLine();
        put(to);
        SentLetter tried = eventually(
                "the first try",
                this::about,
                sent -> sent.state() == SentLetter.State.ACCEPTED
                        || sent.lastError().isPresent());
        if (tried.state() == SentLetter.State.WAITING) {
            assertThat(tried.lastError().orElseThrow()).startsWith("Сервер не подтвердил");
            clock.forward(Duration.ofSeconds(31));
        }
        accepted();
        assertThat(route()).endsWith(":" + GOOD.port());
        assertThat(arrived()).hasSize(1);
    }

    /** The connection of the letter before may still be open, and it has no fault. */
    private void noLetterIsOnTheLine() {
        eventually("a free line", BAD::open, connections -> connections == 0);
    }

    private void put(EmailAddress recipient) {
        together.executeWithoutResult(transaction -> outbox.put(new Letter(
                reference,
                "NOTE",
                "Иванова Анна Петровна",
                recipient,
                "Запрос",
                "Ответьте, пожалуйста. ".repeat(2000))));
    }

    private SentLetter about() {
        return outbox.about(reference).get(0);
    }

    private SentLetter accepted() {
        return eventually("acceptance", this::about, sent -> sent.state() == SentLetter.State.ACCEPTED);
    }

    private List<DeliveryReport> reports() {
        return about().reports();
    }

    private String dialogue() {
        return outbox.attempts(about().id(), 1).get(0).dialogue().orElseThrow();
    }

    private String route() {
        return outbox.attempts(about().id(), 1).get(0).route().orElseThrow();
    }

    private List<MimeMessage> arrived() {
        return eventually(
                "the letter in the agency's mailbox",
                () -> RealMailServers.running().post().mailbox(to.value()).stream()
                        .filter(letter -> Mails.messageId(letter).equals(about().messageId()))
                        .toList(),
                found -> !found.isEmpty());
    }

    /** The preferred route over the bad line, the second over the good one. */
    static final class TwoLines implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, String> settings = RealMailServers.running()
                    .settings(BAD.port(), RealMailServers.running().imapsPort());
            TestPropertyValues.of(settings).applyTo(context);
            TestPropertyValues.of(
                            "perezvon.mail.second-smtp.host=localhost",
                            "perezvon.mail.second-smtp.port=" + GOOD.port(),
                            "perezvon.mail.second-smtp.username=" + settings.get("perezvon.mail.smtp.username"),
                            "perezvon.mail.second-smtp.password=" + settings.get("perezvon.mail.smtp.password"),
                            "perezvon.mail.second-smtp.ssl-bundle=mail-servers",
                            "perezvon.mail.imap.port="
                                    + RealMailServers.running().imapPort(),
                            "perezvon.mail.imap.tls=none",
                            "perezvon.mail.outgoing.patience=3s")
                    .applyTo(context);
        }
    }
}
