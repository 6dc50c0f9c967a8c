package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

/** What one reading of a folder keeps. */
@Timeout(60)
class ScanTest {

    private Watched database;
    private SmallImapServer server;
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        database = new Watched();
        server = new SmallImapServer();
        mailbox = Mailbox.at(server.port()).largest(DataSize.ofBytes(4000));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        server.close();
    }

    @Test
    void a_mail_is_kept_once_wherever_and_under_whatever_number_it_comes_again() throws IOException {
        long uid = server.deliver(mail("one"));
        server.deliver(mail("two"));
        scan();
        server.deliver("Delivered-To: second@ekc.example\r\n" + mail("one"));
        server.move(uid, "INBOX", "INBOX");
        scan();
        server.restore();
        scan();

        assertThat(database.kept()).isEqualTo(2);
        assertThat(number("select count(distinct uidvalidity) from perezvon.mail_sighting"))
                .isEqualTo(2);
    }

    @Test
    void its_size_and_the_inquiry_it_names_are_known_before_anybody_has_read_it() throws IOException {
        String address = database.conversations.replyAddress(42).value();
        String mail = "To: " + address + "\r\n" + mail("answer");
        server.deliver(mail);

        scan();

        assertThat(number("select conversation_hint from perezvon.raw_mail")).isEqualTo(42);
        assertThat(number("select size from perezvon.raw_mail")).isEqualTo(mail.length());
    }

    @Test
    void one_mail_sent_blindly_to_two_inquiries_is_kept_twice() throws IOException {
        for (long inquiry : new long[] {7, 8}) {
            String address = database.conversations.replyAddress(inquiry).value();
            server.deliver("Delivered-To: " + address + "\r\n" + mail("to both"));
        }

        scan();

        assertThat(database.kept()).isEqualTo(2);
    }

    @Test
    void of_a_mail_that_is_too_large_only_the_head_is_taken() throws IOException {
        String large = mail("large") + "x".repeat(5000);
        server.deliver(large);
        server.deliver(mail("small"));

        scan();

        assertThat(database.kept()).isEqualTo(2);
        assertThat(number("select full_size from perezvon.raw_mail where full_size is not null"))
                .isEqualTo(large.length());
        assertThat(text("select convert_from(raw, 'UTF8') from perezvon.raw_mail where full_size is not null"))
                .contains("Subject: large")
                .doesNotContain("xxx");
        assertThat(text("select incomplete from perezvon.raw_mail where full_size is not null"))
                .contains("больше предела");
        assertThat(server.heard()).doesNotContain("UID FETCH 1 (UID BODY.PEEK[])");
    }

    @Test
    void a_person_gets_the_whole_of_a_large_mail_when_the_limit_has_been_raised() throws IOException {
        server.deliver(mail("large") + "x".repeat(5000));
        scan();
        database.jdbc.sql("update perezvon.raw_mail set fetch_again = true").update();
        scan();
        assertThat(database.references()).isEqualTo(1);
        assertThat(wanted()).isZero();

        mailbox = mailbox.largest(DataSize.ofMegabytes(1));
        database.jdbc.sql("update perezvon.raw_mail set fetch_again = true").update();
        scan();

        assertThat(database.references()).isZero();
        assertThat(wanted()).isZero();
        assertThat(text("select convert_from(raw, 'UTF8') from perezvon.raw_mail"))
                .contains("xxx");
        server.restore();
        scan();
        assertThat(database.kept()).isEqualTo(1);
    }

    @Test
    void a_person_is_told_when_a_wanted_mail_is_gone() throws IOException {
        long uid = server.deliver(mail("large") + "x".repeat(5000));
        scan();
        server.deleted(uid);
        database.jdbc.sql("update perezvon.raw_mail set fetch_again = true").update();

        scan();

        assertThat(wanted()).isZero();
        assertThat(text("select incomplete from perezvon.raw_mail")).contains("больше нет в ящике");
    }

    @Test
    void a_mail_that_is_named_but_not_delivered_holds_up_nobody() throws IOException {
        server.deliver(mail("one"));
        long bad = server.deliver(mail("bad"));
        server.deliver(mail("three"));
        server.withhold(bad);

        scan();

        assertThat(database.kept()).isEqualTo(3);
        assertThat(database.references()).isEqualTo(1);
        assertThat(text("select incomplete from perezvon.raw_mail where full_size is not null"))
                .contains("не отдаёт");
        assertThat(text("select convert_from(raw, 'UTF8') from perezvon.raw_mail where full_size is not null"))
                .contains("Subject: bad");
    }

    @Test
    void a_mail_whose_size_cannot_be_said_holds_up_nobody() throws IOException {
        server.deliver(mail("one"));
        server.answering("UID FETCH 1,2 (UID RFC822.SIZE)", guest -> guest.leave());
        server.deliver(mail("two"));
        Scan scan = database.scan(mailbox.settings());

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> database.scan(mailbox, scan)).isInstanceOf(IOException.class);
        }
        database.scan(mailbox, scan);

        assertThat(database.kept()).isEqualTo(2);
        assertThat(database.references()).isZero();
    }

    @Test
    void a_mail_that_breaks_every_connection_holds_up_nobody_for_long() throws IOException {
        server.deliver(mail("one"));
        long bad = server.deliver(mail("bad"));
        server.deliver(mail("three"));
        server.breakOver(bad);
        Scan scan = database.scan(mailbox.settings());

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> database.scan(mailbox, scan)).isInstanceOf(IOException.class);
        }
        database.scan(mailbox, scan);

        assertThat(database.kept()).isEqualTo(3);
        assertThat(text("select incomplete from perezvon.raw_mail where full_size is not null"))
                .contains("соединение прерывалось");
    }

    @Test
    void a_mail_whose_every_byte_breaks_the_line_is_kept_by_its_number() throws IOException {
        server.breakOverAllOf(server.deliver(mail("bad")));
        Scan scan = database.scan(mailbox.settings());

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> database.scan(mailbox, scan)).isInstanceOf(BrokenOverMail.class);
        }
        database.scan(mailbox, scan);

        assertThat(database.references()).isEqualTo(1);
    }

    @Test
    void a_mail_that_is_said_to_be_larger_than_anything_is_kept_by_reference() throws IOException {
        server.deliver(mail("bad"));
        server.answering("UID FETCH 1 (UID BODY.PEEK[])", guest -> guest.say("* 1 FETCH (UID 1 BODY[] {2000000000}"));
        Scan scan = database.scan(mailbox.settings());

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> database.scan(mailbox, scan)).isInstanceOf(BrokenOverMail.class);
        }
        database.scan(mailbox, scan);

        assertThat(text("select incomplete from perezvon.raw_mail where full_size is not null"))
                .contains("больше, чем ему разрешено");
    }

    @Test
    void a_long_backlog_is_read_to_its_end_in_batches() throws IOException {
        for (int i = 0; i < 1234; i++) {
            server.deliver(mail("mail " + i));
        }

        scan();

        assertThat(database.kept()).isEqualTo(1234);
        assertThat(server.heard().stream().filter(command -> command.contains("BODY.PEEK[]")))
                .hasSize(13);
    }

    private void scan() throws IOException {
        database.scan(mailbox, database.scan(mailbox.settings()));
    }

    private long wanted() {
        return number("select count(*) from perezvon.raw_mail where fetch_again");
    }

    private long number(String question) {
        return database.jdbc.sql(question).query(Long.class).single();
    }

    private String text(String question) {
        return database.jdbc.sql(question).query(String.class).single();
    }

    private static String mail(String subject) {
        return "Message-ID: <" + subject.replace(' ', '.') + "@agency.example>\r\nSubject: " + subject
                + "\r\nFrom: ivanova@agency.example\r\n\r\ntext\r\n";
    }
}
