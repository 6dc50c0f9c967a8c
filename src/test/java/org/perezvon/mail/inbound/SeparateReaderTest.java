package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailSettings;
import org.perezvon.testing.Documents;
import org.springframework.util.unit.DataSize;

/** Mails read by a JVM of their own, really started. */
class SeparateReaderTest {

    private static final ReadingRules SHIPPED = ReadingRules.shipped();
    private static final String OURS = "Когда назначат пособие?\nКуда подать заявление?";
    private static final byte[] ANSWER = """
            From: =?utf-8?B?0JDQvdC90LA=?= <ivanova@minsoc.example>
            To: vopros+a-b-cdefghijkmnpq@ekc.example
            Subject: =?utf-8?B?0J7RgtCy0LXRgg==?=
            Message-ID: <1@minsoc.example>
            In-Reply-To: <0@ekc.example>
            Content-Type: text/plain; charset=utf-8

            Когда назначат пособие?
            Через десять дней.
            """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

    @Test
    void it_finds_what_is_found_here() throws IOException {
        ParsedMail here = ParsedMail.parse(ANSWER);

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofSeconds(10), 128))) {
            for (String ours : List.of("", OURS)) {
                SeparateReading.Answer answer = apart.read(ANSWER, ours, SHIPPED);

                assertThat(answer.traces()).isEqualTo(Traces.of(here, SHIPPED));
                assertThat(answer.understood()).isEqualTo(Reader.understood(here, ours, SHIPPED));
            }
            assertThat(apart.isFresh()).isTrue();
        }
    }

    @Test
    void it_reads_by_the_rules_of_administrators() throws IOException {
        ReadingRules rules =
                SHIPPED.with(List.of(new OwnRule(Saying.ACKNOWLEDGEMENT, "через десять дней", "minsoc.example")));

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofSeconds(10), 128))) {
            MailKind byShipped =
                    apart.read(ANSWER, OURS, SHIPPED).understood().reading().kind();
            MailKind byTheirs =
                    apart.read(ANSWER, OURS, rules).understood().reading().kind();

            assertThat(List.of(byShipped, byTheirs)).containsExactly(MailKind.ANSWER, MailKind.ACKNOWLEDGEMENT);
        }
    }

    @Test
    void a_servers_report_crosses_over_whole() throws IOException {
        byte[] report = """
                From: mailer-daemon@minsoc.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.minsoc.example

                Final-Recipient: rfc822; ivanova@minsoc.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <0@ekc.example>

                --b--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofSeconds(10), 128))) {
            SeparateReading.Answer answer = apart.read(report, "", SHIPPED);

            assertThat(answer.traces()).isEqualTo(Traces.of(ParsedMail.parse(report), SHIPPED));
            assertThat(answer.understood().reading().kind()).isEqualTo(MailKind.BOUNCE);
        }
    }

    @Test
    void files_are_unpacked_examined_and_shown_as_they_are_here() throws IOException {
        byte[] docx = Documents.docx("Пособие назначат 20 ноября");
        byte[] mail = """
                From: ivanova@minsoc.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p onclick=alert(1)>Ответ во вложении</p>
                --b
                Content-Type: application/octet-stream; name="answer.docx"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(Base64.getMimeEncoder().encodeToString(docx))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofSeconds(10), 128))) {
            assertThat(apart.unpack(mail)).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("answer.docx");
                assertThat(file.content()).isEqualTo(docx);
            });
            assertThat(apart.examine(docx)).isEqualTo(Reader.examined(docx));
            assertThat(apart.examine(docx).text()).isEqualTo("Пособие назначат 20 ноября");
            assertThat(apart.show(mail, true))
                    .isEqualTo(Reader.shown(ParsedMail.parse(mail), true))
                    .contains("<p>Ответ во вложении</p>");
        }
    }

    @Test
    void a_file_that_is_too_much_for_it_ends_it_and_nothing_else() throws IOException {
        byte[] huge = Documents.zip(Map.of(
                "mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII),
                "content.xml",
                        ("<office:document-content xmlns:office=\"o\"><a>" + "<a></a>".repeat(9_000_000))
                                .getBytes(StandardCharsets.US_ASCII)));

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofMillis(300), 32))) {
            assertThatThrownBy(() -> apart.examine(huge)).isInstanceOf(NotRead.class);
            assertThat(apart.isFresh()).isFalse();
        }
    }

    @Test
    void a_mail_that_exhausts_its_memory_ends_it_and_the_reason_is_said() throws IOException {
        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofSeconds(20), 24))) {
            assertThatThrownBy(() -> apart.read(huge(40), "", SHIPPED))
                    .isInstanceOf(NotRead.class)
                    .hasMessageContaining("памяти не хватило");
            assertThat(apart.isFresh()).isFalse();
        }
    }

    @Test
    void a_mail_that_takes_too_long_ends_it_and_the_reason_is_said() throws IOException {
        StringBuilder text = new StringBuilder("Content-Type: text/plain; charset=utf-8\r\n\r\nОтвет\r\n");
        StringBuilder ours = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("> их ").append(i).append("\r\n");
            ours.append("наше слово ").append(i).append('\n');
        }
        byte[] slow = text.toString().getBytes(StandardCharsets.UTF_8);

        try (SeparateReader apart = SeparateReader.start(limits(Duration.ofMillis(1), 256))) {
            assertThatThrownBy(() -> apart.read(slow, ours.toString(), SHIPPED))
                    .isInstanceOf(NotRead.class)
                    .hasMessageContaining("не удалось прочитать за");
            assertThat(apart.isFresh()).isFalse();
        }
    }

    /** @param megabytes of text that is not even encoded */
    private static byte[] huge(int megabytes) {
        StringBuilder text = new StringBuilder("Subject: x\r\nContent-Type: text/html\r\n\r\n");
        String line = "<p><b>слово <i>за словом</i></b> ".repeat(20) + "\r\n";
        while (text.length() < megabytes * 700_000) {
            text.append(line);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MailSettings.Incoming limits(Duration time, long megabytes) {
        return new MailSettings.Incoming(1, time, DataSize.ofMegabytes(megabytes), List.of());
    }
}
