package org.perezvon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The servers that the other tests rely on do what real ones do. */
@WithRealMailServers
class RealMailServersTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static RealMailServers servers;

    @BeforeAll
    static void start() {
        servers = RealMailServers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void they_start_fast_and_leave_nothing_behind() {
        Instant before = Instant.now();
        RealMailServers others = RealMailServers.start();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        others.close();
        assertThat(others.certificate().getParent()).doesNotExist();
    }

    @Test
    void a_letter_with_a_plus_address_lies_in_the_mailbox_and_names_the_address_it_was_sent_to() throws Exception {
        submit("petrova@ekc.example", "vopros+k-1@plus.example", "Plus");
        await().atMost(SOON).until(() -> subjects("vopros@plus.example"), List.of("Plus")::equals);
        assertThat(Mails.header(servers.post().mailbox("vopros@plus.example").get(0), "Received"))
                .contains("for <vopros+k-1@plus.example>");
    }

    @Test
    void without_a_login_nobody_sends_by_the_centres_way_out() {
        Post stranger = new Post(servers.submissionPort(), servers.imapPort(), servers.password());
        assertThatThrownBy(() -> stranger.send("a@minsoc.example", "b@minsoc.example", letter("No", "")))
                .hasStackTraceContaining("Must issue a STARTTLS command first");
    }

    @Test
    void whoever_waits_by_idle_is_told_at_once() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", servers.imapPort(), "idle@minsoc.example", servers.password());
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            inbox.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    told.countDown();
                }
            });
            Thread idle = new Thread(() -> {
                try {
                    inbox.idle(true);
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            });
            idle.start();
            servers.post().send("a@agency.example", "idle@minsoc.example", letter("Wake up", ""));
            assertThat(told.await(15, TimeUnit.SECONDS)).isTrue();
            idle.join();
        }
    }

    @Test
    void an_unknown_addressee_comes_back_as_a_report() throws Exception {
        submit("ivanova+k-2@back.example", "nobody@minsoc.example", "Lost");
        await().atMost(SOON).until(() -> !subjects("ivanova@back.example").isEmpty());
        MimeMessage report = servers.post().mailbox("ivanova@back.example").get(0);
        assertThat(report.getContentType()).contains("report-type=delivery-status");
        assertThat(new String(report.getRawInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Action: failed", "Status: 5.1.1", "rfc822;nobody@minsoc.example", "Subject: Lost");
    }

    @Test
    void an_agencys_server_refuses_an_unknown_addressee_at_once() {
        assertThatThrownBy(() -> servers.post().send("a@agency.example", "nobody@ekc.example", letter("No", "")))
                .hasRootCauseInstanceOf(SMTPAddressFailedException.class);
    }

    @Test
    void a_server_that_does_not_answer_is_reported_as_a_delay() throws Exception {
        submit("sidorova@slow.example", "somebody@unreachable.example", "Patience", "DELAY,FAILURE");
        await().atMost(SOON).until(() -> !subjects("sidorova@slow.example").isEmpty());
        assertThat(new String(
                        servers.post()
                                .mailbox("sidorova@slow.example")
                                .get(0)
                                .getRawInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("Action: delayed");
    }

    @Test
    void a_delivery_is_reported_when_somebody_asked_for_that() throws Exception {
        submit("kuznetsova@curious.example", "somebody@minsoc.example", "Did it arrive?", "SUCCESS");
        await().atMost(SOON).until(() -> !subjects("kuznetsova@curious.example").isEmpty());
        assertThat(new String(
                        servers.post()
                                .mailbox("kuznetsova@curious.example")
                                .get(0)
                                .getRawInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("Action: delivered");
    }

    @Test
    void thousands_of_mails_are_laid_into_a_mailbox_in_a_moment_and_in_order() throws Exception {
        Maildir maildir = servers.maildir("big@ekc.example");
        maildir.put(IntStream.range(0, 5000).mapToObj(i -> letter("Number " + i, "x".repeat(1000))));
        assertThat(maildir.size()).isEqualTo(5000);
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", servers.imapPort(), "big@ekc.example", servers.password());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessageCount()).isEqualTo(5000);
            assertThat(inbox.getMessage(4321).getSubject()).isEqualTo("Number 4320");
            assertThat(inbox.getMessage(4321).getSize()).isGreaterThan(1000);
        }
    }

    private static List<String> subjects(String address) {
        return servers.post().mailbox(address).stream().map(Mails::subject).toList();
    }

    private static void submit(String from, String to, String subject, String... notify) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.trust", "localhost");
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.from", from);
        if (notify.length > 0) {
            properties.put("mail.smtp.dsn.notify", notify[0]);
        }
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", servers.submissionPort(), RealMailServers.CENTRE, servers.password());
            MimeMessage letter = new MimeMessage(session);
            letter.setFrom(from);
            letter.setRecipients(MimeMessage.RecipientType.TO, to);
            letter.setSubject(subject);
            letter.setText("Text");
            letter.saveChanges();
            transport.sendMessage(
                    letter, Arrays.stream(InternetAddress.parse(to)).toArray(InternetAddress[]::new));
        }
    }

    private static byte[] letter(String subject, String text) {
        return ("From: a@agency.example\r\nSubject: " + subject + "\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
