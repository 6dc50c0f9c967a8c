package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perezvon.mail.MailOpinion;
import picocli.CommandLine.ParseResult;

/** What an administrator hears who asks what we would make of a mail. */
class ReadCommandTest {

    private static final String CORPUS = "src/test/resources/mail/";

    @Test
    void every_field_of_a_reading_is_in_its_place() {
        Said said = Said.to("read", CORPUS + "out-of-office-kazakh.eml");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).endsWith("}\n").hasLineCount(1);
        assertThat(names(said.json()))
                .containsExactly(
                        "file",
                        "kind",
                        "confidence",
                        "text",
                        "quoted",
                        "signature",
                        "disclaimer",
                        "answered",
                        "reason",
                        "requestedUntil",
                        "requestedDays",
                        "incomingNumber",
                        "redirectedTo",
                        "backOn",
                        "deputy",
                        "bounce",
                        "attachments",
                        "charset",
                        "oddities",
                        "evidence");
        assertThat(said.json().get("file").textValue()).isEqualTo(CORPUS + "out-of-office-kazakh.eml");
        assertThat(said.json().get("kind").textValue()).isEqualTo("auto_reply");
        assertThat(said.json().get("confidence").doubleValue()).isBetween(0.5, 1.0);
        assertThat(said.json().get("text").textValue()).startsWith("Қайырлы күн!");
        assertThat(said.json().get("signature").textValue()).isEmpty();
        assertThat(said.json().get("reason").isNull()).isTrue();
        assertThat(said.json().get("bounce").isNull()).isTrue();
        assertThat(said.json().get("attachments").isEmpty()).isTrue();
        assertThat(said.json().get("evidence")).isNotEmpty();
    }

    @Test
    void a_bounce_names_the_recipient_and_the_status() {
        JsonNode said =
                Said.to("read", CORPUS + "bounce-yandex-mailbox-full.eml").json();

        assertThat(said.get("kind").textValue()).isEqualTo("bounce");
        assertThat(said.get("bounce")).hasToString("""
                {"status":"5.2.2","recipient":"m.petrova@minsoc.example"}""");
    }

    @Test
    void a_charset_is_the_one_that_was_read_not_the_one_that_was_declared() {
        JsonNode said = Said.to("read", CORPUS + "charset-koi8-r-declared-as-windows-1251.eml")
                .json();

        assertThat(said.get("charset").textValue()).isEqualTo("koi8-r");
        assertThat(said.get("oddities")).isNotEmpty();
    }

    @Test
    void an_attachment_is_named_with_its_type_and_its_size() {
        JsonNode said = Said.to("read", CORPUS + "attachment-name-as-encoded-word-in-quotes.eml")
                .json();

        assertThat(said.get("attachments")).hasToString("""
                [{"name":"Ответ на запрос 2026-000123.pdf","type":"application/pdf","size":14}]""");
    }

    @Test
    void what_cannot_be_read_is_a_line_in_its_turn_and_the_exit_code_tells(@TempDir Path folder) throws IOException {
        Path letter = Files.writeString(folder.resolve("письмо №1.eml"), "Subject: s\n\nПаспорт и заявление.\n");

        Said said = Said.to("read", letter.toString(), folder + "/нет.eml", folder.toString(), letter.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEmpty();
        assertThat(lines(said))
                .extracting(line -> line.path("error").asText())
                .containsExactly(
                        "", "Такого файла нет", "Это папка; укажите файлы в ней, например " + folder + "/*.eml", "");
        assertThat(lines(said).get(1).get("file").textValue()).isEqualTo(folder + "/нет.eml");
    }

    @Test
    void thousands_of_mails_are_answered_in_the_order_in_which_they_were_named() throws IOException {
        List<String> words = new ArrayList<>(List.of("read"));
        try (var files = Files.list(Path.of(CORPUS))) {
            List<String> all = files.map(Path::toString)
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
            for (int i = 0; i < 2000; i++) {
                words.add(all.get(i % all.size()));
            }
        }

        Said said = Said.to(words.toArray(String[]::new));

        assertThat(lines(said))
                .extracting(line -> line.get("file").textValue())
                .containsExactlyElementsOf(words.subList(1, words.size()));
    }

    @Test
    void bytes_of_any_kind_are_a_reading_and_no_error(@TempDir Path folder) throws IOException {
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        Path noise = Files.write(folder.resolve("noise"), new byte[] {0, -1, -2, 10, 13, 0, 127, -128});

        Said said = Said.to("read", empty.toString(), noise.toString());

        assertThat(said.code()).isZero();
        assertThat(lines(said)).extracting(line -> line.get("kind").textValue()).containsExactly("other", "other");
    }

    @Test
    void a_mail_that_takes_too_long_is_given_up_and_the_next_ones_are_read() {
        CountDownLatch never = new CountDownLatch(1);
        StringWriter out = new StringWriter();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.addAll(List.of("endless", "short"));
        }

        int code = new ReadInTurn(1)
                .answer(
                        files,
                        file -> {
                            if (file.equals("endless")) {
                                awaitFor(never);
                            }
                            return MailOpinion.ofText("Паспорт.".getBytes(StandardCharsets.UTF_8));
                        },
                        new PrintWriter(out));

        never.countDown();
        assertThat(code).isEqualTo(2);
        assertThat(out.toString().lines().toList())
                .hasSize(8)
                .filteredOn(line -> line.contains("Письмо не удалось прочитать за 1 с"))
                .hasSize(4);
    }

    @Test
    void whatever_ends_a_reading_is_told_as_an_error_of_that_mail() {
        StringWriter out = new StringWriter();

        int code = new ReadInTurn(10)
                .answer(
                        List.of("deep"),
                        file -> {
                            throw new StackOverflowError();
                        },
                        new PrintWriter(out));

        assertThat(code).isEqualTo(2);
        assertThat(out).hasToString("""
                {"file":"deep","error":"Письмо не удалось прочитать: ошибка в самой программе, java.lang.StackOverflowError"}
                """);
    }

    @Test
    void a_bare_body_comes_from_standard_input() throws JsonProcessingException {
        JsonNode said = ofText("Добрый день!\n\nПаспорт.\n\n-- \nИванова\n".getBytes(StandardCharsets.UTF_8));

        assertThat(said.get("text").textValue()).isEqualTo("Добрый день!\n\nПаспорт.");
        assertThat(said.get("signature").textValue()).isEqualTo("Иванова");
        assertThat(said.get("oddities")).isEmpty();
    }

    @Test
    void a_bare_body_in_the_charset_of_an_old_office_is_understood() throws JsonProcessingException {
        byte[] body = "Паспорт и заявление о назначении пособия.".getBytes(Charset.forName("windows-1251"));

        assertThat(ofText(body).get("charset").textValue()).isEqualTo("windows-1251");
    }

    @Test
    void a_bare_body_may_be_html() throws JsonProcessingException {
        byte[] body = "<html><body><p>Паспорт</p><blockquote type=\"cite\">Какие документы?</blockquote></body></html>"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ofText(body).get("text").textValue()).isEqualTo("Паспорт");
    }

    @Test
    void neither_files_nor_a_text_is_wrong_and_so_are_both() {
        assertThat(Said.to("read").err()).startsWith("Не указано, какие письма прочитать");
        assertThat(Said.to("read", "--text", "письмо.eml").err()).startsWith("Вместе с --text файлы не указывают");
        assertThat(Said.to("read").code()).isEqualTo(2);
    }

    private static JsonNode ofText(byte[] body) throws JsonProcessingException {
        ReadCommand command = new ReadCommand(new ByteArrayInputStream(body));
        ParseResult typed = Picocli.lineOf(command).parseArgs("--text");
        StringWriter out = new StringWriter();
        assertThat(command.answer(new Typed(typed), new PrintWriter(out))).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<JsonNode> lines(Said said) {
        return said.out().lines().map(line -> new Said(0, line, "").json()).toList();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return names;
    }

    private static void awaitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
