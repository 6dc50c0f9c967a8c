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
                    ANSWER          | Да.
                    ANSWER          | 15 рабочих дней
                    ANSWER          | Приём по вторникам. Ответ на второй вопрос: госпошлина 300 рублей.
                    ANSWER          | Спасибо за вопрос. Документы принимает любой МФЦ города и области.
                    ANSWER          | Обращение зарегистрировано, вх. № 5. Пособие назначает Социальный фонд по заявлению родителей.
                    ANSWER          | Заявитель может обратиться в МФЦ, срок оказания услуги 10 рабочих дней.
                    ANSWER          | Срок действия справки продлевается автоматически до конца года.
                    ANSWER          | Иванова в отпуске, поэтому отвечаю я: пособие назначает фонд.
                    ANSWER          | Просим довести до гражданина: выплата перечислена 16 ноября на счёт в банке.
                    ACKNOWLEDGEMENT | Зарегистрировано.
                    ACKNOWLEDGEMENT | Добрый день! Ваш запрос зарегистрирован за № 54-8812 от 17.11.2026.
                    ACKNOWLEDGEMENT | Запрос получен, передан исполнителю.
                    ACKNOWLEDGEMENT | Ваше обращение принято. Ответ будет направлен в установленный законом срок.
                    ACKNOWLEDGEMENT | Ответ будет подготовлен в установленный срок.
                    ACKNOWLEDGEMENT | Подтверждаем получение Вашего письма.
                    ACKNOWLEDGEMENT | Принято в работу, спасибо!
                    ACKNOWLEDGEMENT | Уважаемые коллеги! Обращению присвоен входящий номер 54-8812.
                    OTHER           | Добрый день!
                    OTHER           | Спасибо!
                    EXTENSION       | Просим перенести срок предоставления ответа на 20 ноября.
                    EXTENSION       | В связи с большим объёмом сведений прошу продлить срок на два рабочих дня.
                    EXTENSION       | Ходатайствуем о продлении срока подготовки ответа, так как ждём данных из районов.
                    EXTENSION       | Жауап беру мерзімін ұзартуды сұраймыз, себебі мәліметтер сұратылды.
                    REFUSAL         | Данный вопрос не входит в компетенцию министерства.
                    REFUSAL         | Указанные сведения вне компетенции управления.
                    REFUSAL         | Ваше письмо перенаправлено в администрацию города.
                    REFUSAL         | Бұл мәселе біздің құзыретімізге кірмейді.
                    CLARIFICATION   | Уточните, пожалуйста, адрес заявителя.
                    CLARIFICATION   | Для ответа просим предоставить дополнительные сведения: дату обращения и номер заявления.
                    CLARIFICATION   | Өтініш берушінің мекенжайын нақтылауыңызды сұраймыз.
                    AUTO_REPLY      | Здравствуйте! Буду отсутствовать до 30 ноября.
                    AUTO_REPLY      | Данное письмо сформировано автоматически.
                    AUTO_REPLY      | Я на больничном, отвечу позже.
                    """)
    void a_short_letter_is_what_it_says(MailKind kind, String said) {
        KindGuess guess = guess("", said);

        assertThat(guess.kind()).as("%s", guess.evidence()).isEqualTo(kind);
    }

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
