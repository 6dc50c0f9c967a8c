package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.mail.MailKind;

/** What an administrator adds is tried on letters that are known before it holds. */
class RuleTrialTest {

    private static final ReadingRules SHIPPED = ReadingRules.shipped();
    private static final byte[] PUT_ON_FILE = """
            From: priem@minsoc.example
            Subject: Re: 12
            In-Reply-To: <1@ekc.example>
            Content-Type: text/plain; charset=utf-8

            Поставлено на картотечный учёт.
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void a_rule_for_words_of_one_office_changes_none_of_the_examples_and_mends_its_case() {
        List<OwnRule> rules = List.of(new OwnRule(Saying.ACKNOWLEDGEMENT, "картотечный учет", "minsoc.example"));

        RuleTrial.Report report = RuleTrial.of(
                SHIPPED,
                SHIPPED.with(rules),
                List.of(new ReadingCases.Case("письмо 7", PUT_ON_FILE, MailKind.ACKNOWLEDGEMENT)));

        assertThat(report.isWorse()).isFalse();
        assertThat(report.differences())
                .containsExactly(new RuleTrial.Difference(
                        "письмо 7", MailKind.ACKNOWLEDGEMENT, MailKind.ANSWER, MailKind.ACKNOWLEDGEMENT));
        assertThat(report.inRussian()).endsWith("Иначе читаются: 1, из них хуже: 0, лучше: 1.");
    }

    @Test
    void a_rule_that_takes_answers_for_something_else_is_seen_to() {
        RuleTrial.Report report =
                RuleTrial.of(SHIPPED, SHIPPED.with(List.of(new OwnRule(Saying.REFUSAL, "мфц", ""))), List.of());

        assertThat(report.isWorse()).isTrue();
        assertThat(report.differences())
                .anySatisfy(difference -> assertThat(difference.letter()).contains("любой МФЦ города"));
    }

    @Test
    void a_rule_of_one_sender_does_not_touch_the_mails_of_others() {
        ReadingRules rules = SHIPPED.with(List.of(new OwnRule(Saying.REFUSAL, "мфц", "minsoc.example")));
        ReadingExample example = ReadingExample.shipped().stream()
                .filter(known -> known.said().contains("любой МФЦ города"))
                .findFirst()
                .orElseThrow();

        assertThat(example.read(rules, "a@minsoc.example").kind()).isEqualTo(MailKind.REFUSAL);
        assertThat(example.read(rules, "a@otdel.minsoc.example").kind()).isEqualTo(MailKind.REFUSAL);
        assertThat(example.read(rules, "a@notminsoc.example").kind()).isEqualTo(MailKind.ANSWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ''                   ; ''             ; В правиле нет слов
                    'учет | '            ; ''             ; Пустая фраза
                    '- учет'             ; ''             ; чего не должно быть
                    'учет'               ; 'минсоц'       ; не адрес и не домен
                    """)
    void a_rule_that_cannot_be_used_is_refused_with_the_reason(String words, String sender, String reason) {
        assertThatThrownBy(() -> new OwnRule(Saying.ACKNOWLEDGEMENT, words, sender))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
