package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.demo.ReceivedLetter.Envelope;

class AgencyLetterTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T03:05:00Z");
    private static final String TEXT = "Пособие назначается с месяца обращения.\n\nС уважением, Иванова";

    private static final String INQUIRY = """
            From: =?UTF-8?B?0JrQvtC90YLQsNC60YIt0YbQtdC90YLRgA==?= <vopros@ekc.example>
            To: ivanova@minsoc.example
            Reply-To: box+k7@ekc.example
            Subject: =?UTF-8?B?0JfQsNC/0YDQvtGBIDIwMjYtMDAwMTIz?=
            Message-ID: <leg-1.1@ekc.example>
            References: <first@ekc.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Когда назначат пособие?
            --b
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            <html><body><p id="question" data-perezvon="k7">Когда назначат пособие?</p></body></html>
            --b--
            """;

    @ParameterizedTest
    @CsvSource({
        "OUTLOOK, UTF-8",
        "OUTLOOK, windows-1251",
        "OUTLOOK, KOI8-R",
        "YANDEX, UTF-8",
        "YANDEX, windows-1251",
        "GMAIL, UTF-8",
        "GMAIL, KOI8-R"
    })
    void a_reply_goes_to_the_signed_address_in_the_same_thread_and_reads_back_in_its_charset(
            MailClient client, String charset) throws Exception {
        MimeMessage sent = letter().reply(client, TEXT, Charset.forName(charset));
        ReceivedLetter reply = overTheWire(sent);

        assertThat(sent.getAllRecipients()).containsExactly(new InternetAddress("box+k7@ekc.example"));
        assertThat(reply.from().orElseThrow().getPersonal()).isEqualTo("Иванова Мария Петровна");
        assertThat(reply.inReplyTo()).isEqualTo("<leg-1.1@ekc.example>");
        assertThat(reply.references()).isEqualTo("<first@ekc.example> <leg-1.1@ekc.example>");
        assertThat(reply.subject()).isEqualToIgnoringCase("Re: Запрос 2026-000123");
        assertThat(reply.text()).contains("Пособие назначается с месяца обращения.", "Когда назначат пособие?");
        assertThat(reply.html().orElseThrow()).contains("data-perezvon=\"k7\"");
        assertThat(reply.headers() + raw(sent)).contains(charset.toLowerCase(Locale.ROOT));
    }

    @Test
    void each_client_quotes_in_its_own_way() throws Exception {
        assertThat(overTheWire(letter().reply(MailClient.OUTLOOK, TEXT, StandardCharsets.UTF_8))
                        .text())
                .contains(
                        "От: Контакт-центр <vopros@ekc.example>",
                        "Отправлено: понедельник, 2 марта 2026 г. 11:05",
                        "Кому: ivanova@minsoc.example",
                        "Тема: Запрос 2026-000123")
                .doesNotContain("> Когда");
        assertThat(overTheWire(letter().reply(MailClient.GMAIL, TEXT, StandardCharsets.UTF_8))
                        .text())
                .containsPattern("пн, 2 мар\\. 2026 г\\. в 11:05, Контакт-центр <vopros@ekc\\.example>:")
                .contains("> Когда назначат пособие?");
        ReceivedLetter yandex = overTheWire(letter().reply(MailClient.YANDEX, TEXT, StandardCharsets.UTF_8));
        assertThat(yandex.html().orElseThrow())
                .contains("02.03.2026, 11:05, &quot;Контакт-центр&quot; &lt;vopros@ekc.example&gt;:", "<blockquote>");
        assertThat(letter().reply(MailClient.YANDEX, TEXT, StandardCharsets.UTF_8)
                        .getContentType())
                .startsWith("text/html");
    }

    @Test
    void an_absent_person_answers_automatically_and_says_so() throws Exception {
        ReceivedLetter reply = overTheWire(letter().outOfOffice());
        assertThat(reply.headers()).contains("Auto-Submitted: auto-replied");
        assertThat(reply.subject()).isEqualTo("Автоматический ответ: Запрос 2026-000123");
    }

    @Test
    void a_bounce_goes_to_the_envelope_sender_with_a_delivery_status() throws Exception {
        MimeMessage bounce = letter().bounce();
        assertThat(bounce.getAllRecipients()).containsExactly(new InternetAddress("box+k7@ekc.example"));
        assertThat(bounce.getContentType()).contains("multipart/report", "report-type=delivery-status");
        MimeMultipart parts = (MimeMultipart) bounce.getContent();
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("message/delivery-status");
        assertThat(raw(bounce))
                .contains("Status: 5.1.1", "Final-Recipient: rfc822; ivanova@minsoc.example")
                .contains("Message-ID: <leg-1.1@ekc.example>");
    }

    private static AgencyLetter letter() throws Exception {
        ReceivedLetter inquiry = ReceivedLetter.read(
                new Envelope(1, "ivanova@minsoc.example", "box+k7@ekc.example", ASKED),
                INQUIRY.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return new AgencyLetter(
                new InternetAddress("ivanova@minsoc.example", "Иванова Мария Петровна", "UTF-8"),
                inquiry,
                ZoneId.of("Asia/Irkutsk"),
                ASKED.plusSeconds(3600));
    }

    private static ReceivedLetter overTheWire(MimeMessage message) throws Exception {
        return ReceivedLetter.read(
                new Envelope(2, "box@ekc.example", "ivanova@minsoc.example", ASKED),
                raw(message).getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
