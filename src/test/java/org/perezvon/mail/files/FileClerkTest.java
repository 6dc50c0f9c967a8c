package org.perezvon.mail.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.inbound.FilesCame;
import org.perezvon.mail.inbound.Reader;
import org.perezvon.mail.inbound.Readers;
import org.perezvon.testing.Documents;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of mails on their way from the bytes that came to where people may open them. */
@FrontRooms
class FileClerkTest {

    private static final Reader READER = Readers.one();
    private static final AtomicLong NUMBER = new AtomicLong();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final TestScanner scanner = new TestScanner();
    private MailFileStore mails;
    private FileStore files;
    private FileClerk clerk;

    /** Says what the test wants it to say. */
    private static final class TestScanner implements Scanner {

        private boolean on = true;
        private Verdict verdict = new Verdict.Clean();

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public Verdict scan(InputStream file) {
            try {
                file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return verdict;
        }
    }

    @BeforeEach
    void no_files() {
        jdbc.sql("delete from perezvon.raw_mail").update();
        jdbc.sql("delete from perezvon.stored_file").update();
        mails = new MailFileStore(jdbc, clock);
        files = new FileStore(jdbc, clock);
        clerk = new FileClerk(mails, files, scanner, READER, transaction, new SimpleMeterRegistry());
    }

    @AfterEach
    void the_clock_is_right_again() {
        clock.release();
    }

    @AfterAll
    static void readers_go() {
        READER.destroy();
    }

    @Test
    void a_file_may_be_opened_when_it_was_scanned_and_not_before() throws IOException {
        byte[] docx = Documents.docx("Пособие назначат 20 ноября");
        long mail = mail(Map.of("ответ.docx", docx));

        assertThat(only(mail).state()).isEqualTo(MailFile.State.NOT_YET);
        assertThat(only(mail).name()).isEqualTo("ответ.docx");
        clerk.unpackNext();
        assertThat(only(mail).state()).isEqualTo(MailFile.State.NOT_YET);
        clerk.lookAtNext();

        MailFile file = only(mail);
        assertThat(file.state()).isEqualTo(MailFile.State.CLEAN);
        assertThat(file.type()).endsWith("wordprocessingml.document");
        assertThat(file.preview()).isEqualTo("Пособие назначат 20 ноября");
        assertThat(file.whole()).isTrue();
        assertThat(file.dangers()).isEmpty();
        assertThat(files.open(Sha256.of(docx)).readAllBytes()).isEqualTo(docx);
        assertThat(clerk.unpackNext()).isFalse();
        assertThat(clerk.lookAtNext()).isFalse();
    }

    @Test
    void the_same_file_of_two_mails_is_kept_once_under_both_names() {
        byte[] pdf = Documents.pdf("Ответ");
        long one = mail(Map.of("ответ.pdf", pdf));
        long other = mail(Map.of("копия.pdf", pdf));

        clerk.unpackNext();
        clerk.unpackNext();

        assertThat(only(one).name()).isEqualTo("ответ.pdf");
        assertThat(only(other).name()).isEqualTo("копия.pdf");
        assertThat(only(one).sha256()).isEqualTo(only(other).sha256());
        assertThat(count("stored_file")).isEqualTo(1);
    }

    @Test
    void a_large_file_is_kept_and_handed_on_in_pieces() throws IOException {
        byte[] large = new byte[3 * FileStore.PIECE + 17];
        new Random(1).nextBytes(large);
        mail(Map.of("скан.bin", large));

        clerk.unpackNext();

        assertThat(count("stored_file_piece")).isEqualTo(4);
        try (InputStream content = files.open(Sha256.of(large))) {
            assertThat(content.read()).isEqualTo(large[0] & 0xff);
            assertThat(content.readAllBytes()).isEqualTo(Arrays.copyOfRange(large, 1, large.length));
        }
    }

    @Test
    void an_infected_file_is_never_handed_out_and_never_looked_into() {
        scanner.verdict = new Verdict.Infected("Eicar-Test");
        long mail = mail(Map.of("ответ.docx", Documents.docx("Ответ")));

        clerk.unpackNext();
        clerk.lookAtNext();

        MailFile file = only(mail);
        assertThat(file.state()).isEqualTo(MailFile.State.INFECTED);
        assertThat(file.found()).isEqualTo("Eicar-Test");
        assertThat(file.preview()).isEmpty();
        assertThat(jdbc.sql("select count(*) from perezvon.stored_file where text is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        scanner.on = false;
        assertThat(only(mail).state()).isEqualTo(MailFile.State.INFECTED);
    }

    @Test
    void while_the_scanner_is_down_nothing_is_opened_and_it_is_asked_again() {
        scanner.verdict = new Verdict.NotScanned("антивирус недоступен");
        long mail = mail(Map.of("ответ.docx", Documents.docx("Ответ")));
        clerk.unpackNext();
        clerk.lookAtNext();

        assertThat(only(mail).state()).isEqualTo(MailFile.State.NOT_YET);
        assertThat(only(mail).preview()).isEmpty();
        assertThat(clerk.lookAtNext()).isFalse();

        scanner.verdict = new Verdict.Clean();
        clock.forward(Duration.ofMinutes(1));
        clerk.lookAtNext();

        assertThat(only(mail).state()).isEqualTo(MailFile.State.CLEAN);
        assertThat(only(mail).preview()).isEqualTo("Ответ");
    }

    @Test
    void without_a_scanner_files_are_open_and_say_so_and_are_scanned_when_there_is_one() {
        scanner.on = false;
        long mail = mail(Map.of("ответ.docx", Documents.docx("Ответ")));
        clerk.unpackNext();
        clerk.lookAtNext();
        assertThat(only(mail).state()).isEqualTo(MailFile.State.NOT_SCANNED);

        scanner.on = true;
        assertThat(only(mail).state()).isEqualTo(MailFile.State.NOT_YET);
        assertThat(files.scanWhatWasNot()).isEqualTo(1);
        clerk.lookAtNext();

        assertThat(only(mail).state()).isEqualTo(MailFile.State.CLEAN);
    }

    @Test
    void a_file_that_is_not_what_it_is_called_is_told() {
        long mail = mail(Map.of("ответ.pdf", Documents.program()));
        clerk.unpackNext();
        clerk.lookAtNext();

        assertThat(only(mail).dangers()).containsExactly("это программа, а не документ");
        assertThat(only(mail).remarks()).containsExactly("назван «.pdf», а внутри программа Windows");
    }

    @Test
    void files_are_found_by_their_words_in_any_form() {
        long mail = mail(Map.of("ответ.docx", Documents.docx("Пособия на ребёнка: о назначении решает комиссия")));
        mail(Map.of("иное.docx", Documents.docx("График отключения воды")));
        for (int i = 0; i < 2; i++) {
            clerk.unpackNext();
            clerk.lookAtNext();
        }

        assertThat(mails.found("назначение пособие комиссия", 10))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.mailId()).isEqualTo(mail);
                    assertThat(hit.words()).contains("Пособия на ребёнка");
                });
        assertThat(mails.found("водопровод", 10)).isEmpty();
    }

    @Test
    void a_mail_that_was_there_before_is_unpacked_without_having_been_announced() {
        long mail = kept(Map.of("ответ.docx", Documents.docx("Ответ")));
        jdbc.sql("insert into perezvon.mail_to_unpack (raw_mail_id, next_attempt_at) values (:mail, :now)")
                .param("mail", mail)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        clerk.unpackNext();

        assertThat(only(mail).name()).isEqualTo("ответ.docx");
    }

    private MailFile only(long mail) {
        List<MailFile> found = mails.of(mail, scanner.on);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from perezvon." + table)
                .query(Long.class)
                .single();
    }

    private long mail(Map<String, byte[]> attached) {
        long id = kept(attached);
        clerk.on(new FilesCame(
                id,
                attached.entrySet().stream()
                        .map(file -> new MailReading.Attachment(
                                file.getKey(), "application/octet-stream", file.getValue().length))
                        .toList()));
        return id;
    }

    private long kept(Map<String, byte[]> attached) {
        StringBuilder mail =
                new StringBuilder("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        attached.forEach((name, content) -> mail.append("--b\r\nContent-Type: application/octet-stream\r\n")
                .append("Content-Disposition: attachment; filename=\"")
                .append(name)
                .append("\"\r\n")
                .append("Content-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(content))
                .append("\r\n"));
        return jdbc.sql("""
                        insert into perezvon.raw_mail (content_hash, received_at, raw, size, state, next_attempt_at)
                        values (:hash, :now, :raw, octet_length(:raw), 'ROUTED', :now) returning id
                        """)
                .param("hash", ("" + NUMBER.incrementAndGet()).getBytes(StandardCharsets.US_ASCII))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("raw", mail.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }
}
