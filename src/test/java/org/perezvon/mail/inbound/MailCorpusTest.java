package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perezvon.mail.Answered;
import org.perezvon.mail.Meaning;
import org.perezvon.testing.CorpusMail;

/** Every letter that ever fooled us, named by its lesson, with its expected reading beside it. */
class MailCorpusTest {

    static List<CorpusMail> letters() {
        return CorpusMail.in(CorpusMail.OURS);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_of_the_corpus_is_read_as_expected(CorpusMail expected) {
        ParsedMail mail = ParsedMail.parse(expected.bytes());
        ReplyText reply = expected.asks("answers") ? ReplyText.of(mail, expected.answers()) : ReplyText.of(mail);
        KindGuess guess = KindGuess.of(mail, reply);

        SoftAssertions all = new SoftAssertions();
        all.assertThat(guess.kind()).as("kind").isEqualTo(expected.kind());
        all.assertThat(guess.evidence()).as("evidence").isNotEmpty();
        if (expected.asks("subject")) {
            all.assertThat(mail.subject()).as("subject").isEqualTo(expected.word("subject"));
        }
        if (expected.asks("from")) {
            all.assertThat(mail.from()).as("from").asString().isEqualTo("[" + expected.word("from") + "]");
        }
        if (expected.asks("text")) {
            all.assertThat(reply.text()).as("text").isEqualTo(expected.word("text"));
            if (expected.asks("signature")) {
                all.assertThat(reply.signature()).as("signature").isEqualTo(expected.word("signature"));
            }
            if (expected.words("quoted").isEmpty()) {
                all.assertThat(reply.quoted()).as("quoted").isEmpty();
            }
            // where lines were broken for the journey does not matter
            String quoted = reply.quoted().replaceAll("[>\\s]+", " ");
            expected.words("quoted")
                    .forEach(words -> all.assertThat(quoted).as("quoted").contains(words));
            if (expected.asks("disclaimer")) {
                all.assertThat(reply.disclaimer()).as("disclaimer").isEqualTo(expected.word("disclaimer"));
            }
            if (expected.asks("answered")) {
                all.assertThat(reply.answered())
                        .as("answered")
                        .hasToString(expected.answered().stream()
                                .map(one ->
                                        new Answered(one.getOrDefault("question", ""), one.getOrDefault("answer", "")))
                                .toList()
                                .toString());
            }
            all.assertThat(reply.whole()).as("whole").isEqualTo(Boolean.parseBoolean(expected.word("whole")));
        }
        all.assertThat(mail.attachments().stream().map(Attachment::name))
                .as("attachments")
                .containsExactlyElementsOf(expected.words("attachments"));
        all.assertThat(mail.enclosed().stream().map(ParsedMail::subject))
                .as("enclosed")
                .containsAll(expected.words("enclosed"));
        if (expected.asks("charset")) {
            all.assertThat(mail.charset()).as("charset").isEqualTo(expected.word("charset"));
        }
        if (expected.asks("recipient")) {
            KindGuess.Delivery delivery = guess.deliveries().get(0);
            all.assertThat(delivery.recipient()).as("recipient").hasToString(expected.word("recipient"));
            all.assertThat(delivery.status()).as("status").isEqualTo(expected.word("status"));
        }
        meaning(expected, guess.meaning(), all);
        all.assertThat(guess.returnedIds()).as("returned").containsAll(expected.words("returned"));
        if (expected.asks("oddities")) {
            expected.words("oddities")
                    .forEach(words ->
                            all.assertThat(mail.oddities()).as("oddities").anyMatch(oddity -> oddity.contains(words)));
        } else {
            all.assertThat(mail.oddities()).as("oddities").isEmpty();
        }
        all.assertAll();
    }

    private static void meaning(CorpusMail expected, Meaning said, SoftAssertions all) {
        Map<String, Function<Meaning, @Nullable Object>> facts = Map.of(
                "requestedUntil", Meaning::requestedUntil,
                "requestedDays", Meaning::requestedDays,
                "incomingNumber", Meaning::incomingNumber,
                "backOn", Meaning::backOn);
        facts.forEach((key, fact) -> {
            if (expected.asks(key)) {
                all.assertThat(Objects.toString(fact.apply(said), null)).as(key).isEqualTo(expected.word(key));
            }
        });
        Map<String, Function<Meaning, @Nullable String>> sayings =
                Map.of("reason", Meaning::reason, "redirectedTo", Meaning::redirectedTo, "deputy", Meaning::deputy);
        sayings.forEach((key, saying) -> {
            String words = expected.word(key);
            if (words != null) {
                all.assertThat(saying.apply(said)).as(key).contains(words);
            } else if (expected.asks(key)) {
                all.assertThat(saying.apply(said)).as(key).isNull();
            }
        });
    }

    @Test
    void most_letters_are_of_those_who_write_to_us_every_day() {
        List<String> languages = letters().stream().map(CorpusMail::language).toList();

        assertThat(languages).hasSizeGreaterThanOrEqualTo(180);
        assertThat(languages)
                .filteredOn(language -> language.equals("ru") || language.equals("kk"))
                .hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void every_letter_has_its_expectation_and_says_what_it_teaches() throws IOException {
        assertThat(letters())
                .allSatisfy(letter -> assertThat(letter.letter()).exists())
                .allSatisfy(letter -> assertThat(letter.word("lesson")).isNotBlank());
        try (Stream<Path> files = Files.list(CorpusMail.OURS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".eml"))).hasSameSizeAs(letters());
        }
    }
}
