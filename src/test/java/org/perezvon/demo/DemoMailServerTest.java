package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoMailServerTest {

    private static final String PASSWORD = "secret-word";
    private static final Path SHELF = Path.of("target");

    private final Path data;

    DemoMailServerTest(@TempDir Path temporary) {
        this.data = temporary.resolve("data");
    }

    /** Accepts letters until it is killed. */
    static final class Acceptor {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), SHELF);
            DemoMailServer server = startOn(database);
            System.out.println("smtp " + server.smtpPort());
            Thread.currentThread().join();
        }
    }

    @Test
    void an_accepted_letter_survives_a_killed_server_in_the_order_of_acceptance() throws Exception {
        try (OtherApplication killed = OtherApplication.start(Acceptor.class, data.toString())) {
            int port = Integer.parseInt(killed.says("smtp"));
            send(port, "Первое", "ivanova@minsoc.example", "box+abc@ekc.example");
            send(port, "Второе", "ivanova@minsoc.example");
            killed.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, SHELF);
                DemoMailServer server = startOn(database)) {
            assertThat(subjects(server, "ivanova@minsoc.example")).containsExactly("Первое", "Второе");
            assertThat(subjects(server, "box@ekc.example")).containsExactly("Первое");
            send(server.smtpPort(), "Третье", "IVANOVA@minsoc.example");
            assertThat(subjects(server, "ivanova@minsoc.example")).containsExactly("Первое", "Второе", "Третье");
        }
    }

    @Test
    void what_cannot_be_kept_is_not_accepted_and_strangers_do_not_read_the_mail() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, SHELF);
                DemoMailServer server = startOn(database)) {
            assertThatThrownBy(() -> send(server.smtpPort(), "Кому-то", "kto@" + DemoMailServer.REFUSING_DOMAIN))
                    .isInstanceOf(SendFailedException.class)
                    .rootCause()
                    .hasMessageContaining("550 5.1.1");
            server.open("ivanova@minsoc.example");
            assertThatThrownBy(() -> inbox(server, "ivanova@minsoc.example", "guess"))
                    .isInstanceOf(MessagingException.class);
            jdbc(database).sql("drop table perezvon_demo.mail").update();
            assertThatThrownBy(() -> send(server.smtpPort(), "Потерянное", "ivanova@minsoc.example"))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("451");
        }
    }

    @Test
    void a_bounce_without_a_sender_reaches_its_mailbox_too() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, SHELF);
                DemoMailServer server = startOn(database)) {
            byte[] bounce = "Subject: Undelivered\r\n\r\nno such user\r\n".getBytes(StandardCharsets.US_ASCII);
            server.deliver("box+key@ekc.example", bounce, Instant.parse("2026-03-02T03:00:00Z"));
            assertThat(subjects(server, "box@ekc.example")).containsExactly("Undelivered");
        }
    }

    private static DemoMailServer startOn(EmbeddedDatabase database) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.jdbcUrl(), EmbeddedDatabase.NAME, database.password());
        MailArchive archive = new MailArchive(JdbcClient.create(source), new DataSourceTransactionManager(source));
        return DemoMailServer.start(archive, LoopbackPort.free(), LoopbackPort.free(), PASSWORD);
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), EmbeddedDatabase.NAME, database.password()));
    }

    private static void send(int port, String subject, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", DemoMailServer.HOST);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.localhost", "localhost"); // or the JVM asks DNS who we are
        properties.setProperty("mail.host", "localhost");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("vopros@ekc.example");
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        message.setText("Добрый день.\n.\nточка в начале строки", "UTF-8");
        Transport.send(message);
    }

    private static List<String> subjects(DemoMailServer server, String mailbox) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        Folder inbox = inbox(server, mailbox, PASSWORD);
        for (Message message : inbox.getMessages()) {
            subjects.add(message.getSubject());
        }
        inbox.getStore().close();
        return subjects;
    }

    private static Folder inbox(DemoMailServer server, String mailbox, String password) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(DemoMailServer.HOST, server.imapPort(), mailbox, password);
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        return inbox;
    }
}
