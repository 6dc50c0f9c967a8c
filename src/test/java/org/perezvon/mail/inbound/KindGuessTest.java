package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.mail.MailKind;

/** What people write in a line or two, and what it is to us. */
class KindGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | В связи с запросом сведений в районах просим продлить срок ответа до пятницы.
                    true  | Просим продлить срок ответа до пятницы. Требуется дополнительная проверка.
                    false | Просим продлить срок ответа до пятницы.
                    """)
    void more_time_is_asked_for_with_or_without_a_reason(boolean reasoned, String said) {
        KindGuess guess = guess("", said);

        assertThat(guess.kind()).isEqualTo(MailKind.EXTENSION);
        assertThat(guess.meaning().reason() != null).isEqualTo(reasoned);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Auto-Submitted: auto-replied
                    Auto-Submitted: auto-notified
                    Precedence: auto_reply
                    X-Autoreply: yes
                    Return-Path: <>
                    Subject: Автоответ: Запрос
                    Subject: Automatic reply: Inquiry
                    From: MAILER-DAEMON
                    X-Failed-Recipients: a@b.example
                    """)
    void what_a_program_wrote_is_never_an_answer_whatever_it_says(String field) {
        KindGuess guess = guess(field + "\r\n", "Документы принимает любой МФЦ, приём по вторникам.");

        assertThat(guess.kind()).isNotEqualTo(MailKind.ANSWER);
    }

    @Test
    void our_own_letter_coming_back_without_a_word_is_no_answer() {
        KindGuess guess = guess("", "17.11.2026, 10:42, \"ЕКЦ\" <a@ekc.example>:\n> Какие документы нужны?");

        assertThat(guess.kind()).isEqualTo(MailKind.OTHER);
    }

    private static KindGuess guess(String fields, String said) {
        String letter = fields + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + said;
        ParsedMail mail = ParsedMail.parse(letter.getBytes(StandardCharsets.UTF_8));
        return KindGuess.of(mail, ReplyText.of(mail));
    }
}
