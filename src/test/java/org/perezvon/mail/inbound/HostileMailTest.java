package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        bodies.put("plain files", filled("begin 644 a\n#0V%T\n"));
        bodies.put("plain yenc", filled("=ybegin line=1 name=a\n"));
        bodies.put("plain armour", filled("-----BEGIN PGP SIGNATURE-----\n"));
        bodies.put("plain signed", filled("-----BEGIN PGP SIGNED MESSAGE-----\n- \n"));
        bodies.put("plain keys", filled("-----BEGIN PGP PUBLIC KEY BLOCK-----\n"));
        bodies.put("plain twice encoded", filled("РџСЂ\n"));
        bodies.put("plain twice encoded without end", filled("РџСЂ"));
        bodies.put("plain half encoded", filled("=D0"));
        bodies.put("plain base64", filled("0J/RgNC40LLQtdGC"));
        bodies.put("plain boundaries", filled("--b\nContent-Type: text/plain\n\n"));
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

    static Stream<Arguments> wrappers() {
        Map<String, byte[]> wrappers = new TreeMap<>();
        wrappers.put("application/ms-tnef", hex("789f3e22" + "0100" + "01" + "03900600" + "ffffff7f"));
        wrappers.put("application/ms-tnef; x=files", hex("789f3e220100" + "0202900600000000000000".repeat(20_000)));
        wrappers.put("application/pkcs7-mime", hex("3080".repeat(100_000)));
        wrappers.put(
                "application/pkcs7-mime; x=octets",
                hex("3080" + "06092a864886f70d010702" + "a0803080020101" + "3100" + "3080" + "06092a864886f70d010701"
                        + "a080" + "2480".repeat(100_000)));
        wrappers.put("text/calendar", "BEGIN:VEVENT\nSUMMARY:a\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        wrappers.put(
                "text/calendar; x=folds", ("BEGIN:VEVENT" + "\n a".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        return wrappers.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappers")
    void a_hostile_wrapper_is_read_in_time(String type, byte[] content) {
        ParsedMail mail = read("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content));

        assertThat(mail.oddities()).noneMatch(oddity -> oddity.contains("Exception") || oddity.contains("Error"));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/pdf", "message/rfc822"})
    void fifty_megabytes_are_read_in_time(String type) {
        byte[] letter = new byte[50 * 1024 * 1024];
        Arrays.fill(letter, (byte) 'a');
        for (int i = 76; i < letter.length; i += 77) {
            letter[i] = '\n';
        }
        byte[] head = ("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, letter, 0, head.length);

        ParsedMail mail = Assertions.assertTimeout(PATIENCE, () -> ParsedMail.parse(letter));

        assertThat(mail.text().length()).isLessThanOrEqualTo(BodyText.LONGEST);
    }

    @Test
    void ten_thousand_parts_within_each_other_end_somewhere() {
        StringBuilder letter = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String boundary = "b" + i;
            letter.append("Content-Type: multipart/mixed; boundary=").append(boundary);
            letter.append("\r\n\r\n--").append(boundary).append("\r\n");
        }

        assertThat(read(letter + "\r\nтекст").oddities()).anyMatch(oddity -> oddity.contains("вложенность"));
    }

    @Test
    void signatures_within_signatures_end_somewhere() {
        String letter = "Content-Type: text/plain\r\n\r\nтекст";
        for (int i = 0; i < 40; i++) {
            byte[] inner = letter.getBytes(StandardCharsets.UTF_8);
            byte[] octets = joined(hex("2480"), pieces(inner), hex("0000"));
            byte[] content = joined(hex("308006092a864886f70d010701a080"), octets, hex("00000000"));
            byte[] wrapped = joined(hex("308006092a864886f70d010702a08030800201013100"), content, hex("000000000000"));
            letter = "Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(wrapped);
            if (letter.length() > SIZE) {
                break;
            }
        }

        assertThat(read(letter).attachments()).hasSize(1);
    }

    private static byte[] pieces(byte[] content) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int i = 0; i < content.length; i += 100) {
            int length = Math.min(100, content.length - i);
            pieces.write(4);
            pieces.write(length);
            pieces.write(content, i, length);
        }
        return pieces.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
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
