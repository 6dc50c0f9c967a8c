package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short lines below what was said: who signs with them, and where they are what was said. */
class ShortSignatureTest {

    private static final String OUR_LETTER = """


            17.11.2026 10:15, Единый контакт-центр пишет:
            > Просим подготовить ответ на вопрос гражданина.
            > С уважением, Единый контакт-центр
            """;

    /** @param signature empty where everything is said */
    record Letter(String from, String text, String signature) {

        String body() {
            return signature.isEmpty() ? text.stripTrailing() : text + signature;
        }
    }

    static Stream<Letter> signed() throws IOException {
        return letters().stream().filter(letter -> !letter.signature().isEmpty());
    }

    static Stream<Letter> unsigned() throws IOException {
        return letters().stream().filter(letter -> letter.signature().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void a_post_an_office_or_a_name_below_what_was_said_is_a_signature(Letter letter) {
        for (String below : List.of("", OUR_LETTER)) {
            ReplyText reply = read(letter, below);

            assertThat(reply.text()).isEqualTo(letter.text().strip());
            assertThat(reply.signature()).isEqualTo(letter.signature().strip());
        }
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void an_office_that_is_the_answer_a_list_or_an_address_stays_what_was_said(Letter letter) {
        for (String below : List.of("", OUR_LETTER)) {
            assertThat(read(letter, below).text().replaceAll("\\s+", " "))
                    .isEqualTo(letter.text().strip().replaceAll("\\s+", " "));
        }
    }

    private static ReplyText read(Letter letter, String below) {
        return ReplyText.of(ParsedMail.parse(
                ("""
                From: %s
                To: vopros@ekc.example
                In-Reply-To: <q-2026-000456.1@ekc.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """.formatted(letter.from()) + letter.body() + below).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Letter> letters() throws IOException {
        List<Letter> letters = new ArrayList<>();
        for (String part : resource().split("(?m)^@ ")) {
            if (!part.startsWith("#")) {
                String from = part.substring(0, part.indexOf('\n'));
                String[] body = part.substring(part.indexOf('\n') + 1).split("(?m)^--\n", 2);
                letters.add(new Letter(from, body[0], body.length > 1 ? body[1] : ""));
            }
        }
        return letters;
    }

    private static String resource() throws IOException {
        try (InputStream words = ShortSignatureTest.class.getResourceAsStream("/mail/short-signatures.txt")) {
            return new String(Objects.requireNonNull(words).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
