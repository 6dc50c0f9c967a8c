package org.perezvon.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perezvon.mail.MailSettings.Afterwards;

/** What becomes of a mail in its folder once it is kept. */
@Timeout(60)
class CourtesyTest {

    private Watched database;
    private SmallImapServer server;
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        database = new Watched();
        server = new SmallImapServer();
        mailbox = Mailbox.at(server.port());
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        server.close();
    }

    @Test
    void mails_are_left_marked_or_moved_as_wished() throws IOException {
        server.deliver(mail("left"));
        mailbox = mailbox.afterwards(Afterwards.LEAVE);
        scan();
        assertThat(server.heard()).noneMatch(command -> command.startsWith("UID STORE"));

        server.deliver(mail("seen"));
        mailbox = mailbox.afterwards(Afterwards.SEEN);
        scan();
        assertThat(server.heard()).contains("UID STORE 2 +FLAGS.SILENT (\\Seen)");

        server.deliver(mail("moved"));
        mailbox = mailbox.afterwards(Afterwards.MOVE);
        scan();
        assertThat(server.uids("INBOX")).containsExactly(1L, 2L);
        assertThat(server.uids("Perezvon")).hasSize(1);
    }

    @Test
    void what_a_crash_left_undone_is_done_at_the_next_scan() throws IOException {
        long uid = server.deliver(mail("one"));
        scan();
        database.jdbc.sql("update perezvon.mail_sighting set tidied = false").update();
        mailbox = mailbox.afterwards(Afterwards.MOVE);

        scan();

        assertThat(server.uids("INBOX")).doesNotContain(uid);
    }

    @Test
    void a_mail_that_a_person_has_moved_back_stays_there_and_is_not_taken_again() throws IOException {
        mailbox = mailbox.afterwards(Afterwards.MOVE);
        server.deliver(mail("one"));
        scan();
        List<Long> moved = server.uids("Perezvon");
        server.move(moved.get(0), "Perezvon", "INBOX");
        scan();
        scan();

        assertThat(database.kept()).isEqualTo(1);
        assertThat(server.uids("INBOX")).hasSize(1);
        assertThat(server.uids("Perezvon")).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_read_all_the_same() throws IOException {
        server.deliver(mail("one"));
        server.readOnly();

        assertThat(scan()).contains("только для чтения");
        assertThat(database.kept()).isEqualTo(1);
    }

    private String scan() throws IOException {
        return String.valueOf(database.scan(mailbox, database.scan(mailbox.settings())));
    }

    private static String mail(String subject) {
        return "Message-ID: <" + subject.replace(' ', '.') + "@agency.example>\r\nSubject: " + subject
                + "\r\nFrom: ivanova@agency.example\r\n\r\ntext\r\n";
    }
}
