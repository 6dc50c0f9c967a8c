package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplyTextTest {

    private static final String OURS = ReplyMarker.around("""
            Здравствуйте, Олег Викторович!

            В единый контакт-центр поступил вопрос гражданина:

            Когда будет прививка от гриппа?

            Ответить нужно до 16:00 понедельника, 23 ноября 2026 года.
            """, "k-b-wsb3ferk85apu");

    @Test
    void what_our_own_letter_carries_for_finding_the_way_back_is_not_part_of_the_answer() {
        String quoted = OURS.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        ParsedMail mail = ParsedMail.parse(("""
                From: chernykh@minzdrav.example
                To: vopros@ekc.example
                Subject: Re: =?utf-8?B?0JfQsNC/0YDQvtGB?=
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Добрый день! Прививки начнутся 1 декабря.

                %s
                """.formatted(quoted)).getBytes(StandardCharsets.UTF_8));

        ReplyText reply = ReplyText.of(mail, OURS);

        assertThat(reply.text()).isEqualTo("Добрый день! Прививки начнутся 1 декабря.");
        assertThat(reply.quoted()).contains("k-b-wsb3ferk85apu");
    }
}
