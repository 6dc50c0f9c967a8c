package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every letter that ever fooled us, named by its lesson, with its expected reading beside it. */
class MailCorpusTest {

    private static final String FOLDER = "/mail";

    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_letter_of_the_corpus_is_read_as_expected(String name) {
        ParsedMail mail = ParsedMail.parse(bytes(name + ".eml"));
        Map<String, Object> expected = expected(name);
        ReplyText reply = expected.containsKey("answers")
                ? ReplyText.of(mail, (String) expected.get("answers"))
                : ReplyText.of(mail);
        KindGuess guess = KindGuess.of(mail, reply);

        SoftAssertions all = new SoftAssertions();
        all.assertThat(guess.kind()).as("kind").hasToString(String.valueOf(expected.get("kind")));
        all.assertThat(guess.evidence()).as("evidence").isNotEmpty();
        if (expected.containsKey("subject")) {
            all.assertThat(mail.subject()).as("subject").isEqualTo(expected.get("subject"));
        }
        if (expected.containsKey("from")) {
            all.assertThat(mail.from()).as("from").asString().isEqualTo("[" + expected.get("from") + "]");
        }
        if (expected.containsKey("text")) {
            all.assertThat(reply.text()).as("text").isEqualTo(expected.get("text"));
            all.assertThat(reply.signature()).as("signature").isEqualTo(expected.get("signature"));
            List<String> quoted = list(expected, "quoted");
            if (quoted.isEmpty()) {
                all.assertThat(reply.quoted()).as("quoted").isEmpty();
            }
            quoted.forEach(words -> all.assertThat(reply.quoted()).as("quoted").contains(words));
            all.assertThat(reply.whole()).as("whole").isEqualTo(expected.getOrDefault("whole", false));
        }
        all.assertThat(mail.attachments().stream().map(Attachment::name))
                .as("attachments")
                .containsExactlyElementsOf(list(expected, "attachments"));
        all.assertThat(mail.enclosed().stream().map(ParsedMail::subject))
                .as("enclosed")
                .containsAll(list(expected, "enclosed"));
        if (expected.containsKey("recipient")) {
            KindGuess.Delivery delivery = guess.deliveries().get(0);
            all.assertThat(delivery.recipient()).as("recipient").hasToString((String) expected.get("recipient"));
            all.assertThat(delivery.status()).as("status").isEqualTo(expected.get("status"));
        }
        if (expected.containsKey("reason")) {
            all.assertThat(guess.meaning().reason()).as("reason").contains((String) expected.get("reason"));
        }
        all.assertThat(guess.returnedIds()).as("returned").containsAll(list(expected, "returned"));
        if (expected.containsKey("oddities")) {
            list(expected, "oddities")
                    .forEach(words ->
                            all.assertThat(mail.oddities()).as("oddities").anyMatch(oddity -> oddity.contains(words)));
        } else {
            all.assertThat(mail.oddities()).as("oddities").isEmpty();
        }
        all.assertAll();
    }

    @Test
    void no_expectation_stands_without_its_letter() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.filter(file -> file.toString().endsWith(".yml")))
                    .allSatisfy(file -> assertThat(Path.of(file.toString().replace(".yml", ".eml")))
                            .exists());
        }
    }

    private static Path folder() {
        try {
            return Path.of(MailCorpusTest.class.getResource(FOLDER).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String file) {
        try {
            return MailCorpusTest.class.getResourceAsStream(FOLDER + "/" + file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> expected(String name) {
        return new Yaml().load(MailCorpusTest.class.getResourceAsStream(FOLDER + "/" + name + ".yml"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> expected, String key) {
        return (List<String>) expected.getOrDefault(key, List.of());
    }
}
