package org.perezvon.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perezvon.mail.watch.Rooms.NOW;
import static org.perezvon.mail.watch.Rooms.WORDS;
import static org.perezvon.mail.watch.Rooms.ago;
import static org.perezvon.mail.watch.Rooms.failed;
import static org.perezvon.mail.watch.Rooms.mailbox;
import static org.perezvon.mail.watch.Rooms.took;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people are told, on a clock in Irkutsk that shows 10:42. */
class MailWordsTest {

    @ParameterizedTest
    @CsvSource({"0, 1 с", "12, 12 с", "60, 1 мин", "3599, 59 мин", "3600, 1 ч", "7800, 2 ч 10 мин", "260000, 3 дн."})
    void a_time_is_as_exact_as_it_matters(long seconds, String words) {
        assertThat(MailWords.lasting(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 письмо",
        "2, 2 письма",
        "5, 5 писем",
        "11, 11 писем",
        "21, 21 письмо",
        "104, 104 письма",
        "0, 0 писем"
    })
    void letters_are_counted_in_russian(int number, String words) {
        assertThat(MailWords.letters(number)).isEqualTo(words);
    }

    @Test
    void a_mailbox_that_is_read_says_when_and_one_that_is_not_says_why() {
        assertThat(WORDS.of(mailbox(12, null), NOW)).isEqualTo("читается, последний раз 12 с назад");
        assertThat(WORDS.of(mailbox(40, "сервер не отвечает"), NOW))
                .isEqualTo("не прочитан, попытки продолжаются: сервер не отвечает");
        assertThat(WORDS.of(mailbox(90_000, "Сервер не принял пароль"), NOW))
                .isEqualTo("не читается с 16.11.2026 9:42: сервер не принял пароль");
        assertThat(WORDS.of(mailbox(600, null), NOW)).endsWith("узел one не может дочитать его до конца");
    }

    @Test
    void a_route_says_when_it_last_took_a_letter_and_one_that_fails_says_why() {
        assertThat(WORDS.of(new WayOut("a:587", List.of()), NOW)).isEqualTo("готов, писем ещё не было");
        assertThat(WORDS.of(new WayOut("a:587", List.of(took("one", 60))), NOW))
                .isEqualTo("принимает письма, последнее в 10:41");
        assertThat(WORDS.of(new WayOut("a:587", List.of(failed("one", 60))), NOW))
                .isEqualTo("не принимает писем с 10:27: не удалось соединиться");
    }

    @Test
    void a_letter_to_ourselves_says_what_servers_on_the_way_changed() {
        RoundTrip untouched = Rooms.back(1, 60, 3);
        RoundTrip renamed = new RoundTrip(
                2,
                "self-test-2",
                "one",
                ago(60),
                "<a@mail.example>",
                Optional.of(ago(57)),
                Optional.of("<b@relay.example>"),
                Optional.of(false));

        assertThat(WORDS.of(untouched, NOW)).isEqualTo("вернулось за 3 с, отправлено в 10:41");
        assertThat(WORDS.of(renamed, NOW)).contains("заменил адрес отправителя", "заменил Message-ID");
    }
}
