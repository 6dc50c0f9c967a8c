package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters of half a megabyte made to keep a reader busy, full or lost. */
class HostileMailTest {

    /** Many times what an honest letter of that size takes, far below what a quadratic reader would. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int SIZE = 400_000;

    static Stream<Arguments> bodies() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("plain signs", filled("> "));
        bodies.put("plain signs without spaces", filled(">"));
        bodies.put("plain lines of signs", filled(">>> a\n"));
        bodies.put("plain colons", filled("a:\n"));
        bodies.put("plain introductions", filled("17.11.2026 10:42 a@b.ru:\n") + "> a");
        bodies.put(
                "plain introductions far from quotation", filled("17.11.2026 10:42 a@b.ru:\n\n\n\n\nтекст\n") + "> a");
        bodies.put("plain heads", filled("От: a\n"));
        bodies.put("plain heads with gaps", filled("От: a\n\n\n"));
        bodies.put("plain rules", filled("-----\n\n"));
        bodies.put("plain forwards", filled("-- Пересылаемое сообщение --\nтекст\n"));
        bodies.put("plain originals", filled("Исходное сообщение\n> a\n"));
        bodies.put("plain farewells", filled("С уважением,\n"));
        bodies.put("plain farewells between quotations", filled("С уважением,\n> a\n"));
        bodies.put("plain blank lines", filled("\n") + "От:");
        bodies.put("plain spaces", filled(" "));
        bodies.put("plain one word", filled("а"));
        bodies.put("plain digits", filled("1"));
        bodies.put("plain at signs", filled("@"));
        bodies.put("plain dotted digits", filled("5.1."));
        bodies.put("plain sentences", filled("А. Б. "));
        bodies.put("plain registrations", filled("Письмо зарегистрировано. "));
        bodies.put("html blockquotes", filled("<blockquote type=cite>"));
        bodies.put("html bare blockquotes", filled("a@b.ru 10:42:<blockquote>a</blockquote>"));
        bodies.put("html divs", filled("<div>"));
        bodies.put("html divs with lines", filled("<div style='border-top:solid #E1E1E1 1pt'>"));
        bodies.put("html formatting", filled("<b><i><u>"));
        bodies.put("html fonts", filled("<font color=red>a"));
        bodies.put("html tables", filled("<table><tr><td>"));
        bodies.put("html rows", filled("<tr><td>a<td>b"));
        bodies.put("html cells", "<table><tr>" + filled("<td>a"));
        bodies.put("html lists", filled("<ul><li>"));
        bodies.put("html items", "<ol>" + filled("<li>a"));
        bodies.put("html links", filled("<a href=http://a>b"));
        bodies.put("html breaks", filled("<br>"));
        bodies.put("html ampersands", filled("&"));
        bodies.put("html open tags", filled("<"));
        bodies.put("html attributes", "<p " + filled("a b=c ") + ">");
        bodies.put("html comments", filled("<!--"));
        bodies.put("html paragraphs", filled("<p>&nbsp;"));
        bodies.put("html marks", filled("<div data-perezvon=a>b</div>"));
        return bodies.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Arguments> heads() {
        Map<String, String> heads = new TreeMap<>();
        heads.put("encoded words", "Subject: " + filled("=?utf-8?B?") + "\r\n");
        heads.put("encoded words without end", "Subject: " + filled("=?a?q?a") + "\r\n");
        heads.put("senders without end", "From: " + filled("=?a?q?a") + "a@b.ru\r\n");
        heads.put("closed encoded words", "Subject: " + filled("=?utf-8?B?0J8=?= ") + "\r\n");
        heads.put("empty encoded words", "Subject: " + filled("=?a?q??=") + "\r\n");
        heads.put("brackets", "From: " + filled("(") + "a@b.ru\r\n");
        heads.put("addresses", "To: " + filled("a@b.ru,") + "\r\n");
        heads.put("ids", "References: " + filled("<a@b>") + "\r\n");
        heads.put("open ids", "References: " + filled("<") + "\r\n");
        heads.put("stamps", filled("Received: for <a@b.ru>\r\n"));
        heads.put("parameters", "Content-Type: text/plain" + filled("; a=b") + "\r\n");
        heads.put("continued parameters", "Content-Disposition: attachment" + filled("; filename*1*=a") + "\r\n");
        heads.put("quotes", "Content-Type: text/plain; a=\"" + filled("\\") + "\r\n");
        heads.put("folds", "Subject: a" + filled("\r\n b") + "\r\n");
        heads.put("dates", "Date: " + filled("1 ") + "\r\n");
        return heads.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_hostile_body_is_read_in_time(String name, String body) {
        String type = name.startsWith("html") ? "text/html" : "text/plain";
        String head = "From: mailer-daemon@b.ru\r\nReturn-Path: <>\r\n";

        read("Content-Type: " + type + "; charset=utf-8\r\n\r\n" + body);
        read(head + "Content-Type: " + type + "; charset=utf-8\r\n\r\n" + body);
        read("Content-Type: " + type + "; charset=utf-8; format=flowed\r\n\r\n" + body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void a_hostile_head_is_read_in_time(String name, String head) {
        assertThat(name).isNotBlank();

        read(head + "\r\nтекст");
    }

    @Test
    void parts_within_parts_end_somewhere() {
        StringBuilder letter = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            letter.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        ParsedMail mail = read(letter + "\r\nтекст");

        assertThat(mail.oddities()).anyMatch(oddity -> oddity.contains("вложенность"));
    }

    @Test
    void letters_within_letters_end_somewhere() {
        ParsedMail mail = read(filled("Content-Type: message/rfc822\r\n\r\n") + "\r\nтекст");

        assertThat(mail.enclosed()).hasSize(1);
    }

    @Test
    void thousands_of_parts_are_not_read() {
        ParsedMail mail = read("Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + filled("--b\r\nContent-Type: application/pdf\r\n\r\na\r\n"));

        assertThat(mail.attachments()).hasSize(MailReader.MOST_PARTS);
        assertThat(mail.oddities()).anyMatch(oddity -> oddity.contains("частей больше"));
    }

    private static ParsedMail read(String letter) {
        return Assertions.assertTimeout(PATIENCE, () -> {
            ParsedMail mail = ParsedMail.parse(letter.getBytes(StandardCharsets.UTF_8));
            KindGuess guess = KindGuess.of(mail, ReplyText.of(mail));
            assertThat(guess.evidence()).isNotEmpty();
            assertThat(mail.recipients()).isNotNull();
            assertThat(mail.references()).isNotNull();
            assertThat(mail.subject()).isNotNull();
            return mail;
        });
    }

    private static String filled(String scrap) {
        return scrap.repeat(SIZE / scrap.length());
    }
}
