package org.perezvon.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How agencies' plain letters are understood: news, consent, dates. */
class LetterWithNewsTest {

    @Test
    void a_letter_with_labelled_lines_becomes_an_item_with_its_source_topics_and_days() {
        Proposal read = LetterWithNews.read(
                "Re: Обновление шаблона: Как получить пособие на ребёнка", """
                Добрый день!

                Пособие назначают по заявлению через портал.
                Срок — 10 рабочих дней.
                Источник: приказ № 12-мпр от 01.11.2026
                Темы: пособия, дети; семья
                Дата изменения: 16.11.2026
                Сведения действительны до 31 декабря 2027 года.
                """, Optional.of("minsoc"));

        assertThat(read.title()).isEqualTo("Как получить пособие на ребёнка");
        assertThat(read.text())
                .startsWith("Пособие назначают")
                .endsWith("2027 года.")
                .doesNotContain("Источник", "Темы");
        assertThat(read.source()).isEqualTo("приказ № 12-мпр от 01.11.2026");
        assertThat(read.topics()).containsExactly("пособия", "дети", "семья");
        assertThat(read.changedOn()).contains(LocalDate.of(2026, 11, 16));
        assertThat(read.validUntil()).contains(LocalDate.of(2027, 12, 31));
        assertThat(read.validFrom()).isEmpty();
    }

    /** As operators' handbooks tell agencies to write it, and as people do. */
    @ParameterizedTest
    @CsvSource({
        "'Действует до: 31.12.2027', , 2027-12-31",
        "'Действует с: 01.01.2027', 2027-01-01, ",
        "'Действует с 01.01.2027 до 31.12.2027', 2027-01-01, 2027-12-31",
        "'Срок действия: до 30 июня 2027 года', , 2027-06-30",
        "'Вводится со 2 марта 2027 г. Действует по 31.12.2027', 2027-03-02, 2027-12-31"
    })
    void from_when_and_until_when_is_read_where_the_letter_says_it(String line, LocalDate from, LocalDate until) {
        Proposal read = LetterWithNews.read("Прокат", "Прокат работает.\n" + line, Optional.empty());
        assertThat(read.validFrom()).isEqualTo(Optional.ofNullable(from));
        assertThat(read.validUntil()).isEqualTo(Optional.ofNullable(until));
    }

    @Test
    void a_letter_without_a_subject_is_named_after_its_first_sentence() {
        Proposal read = LetterWithNews.read("", "Приём граждан ведётся с 9 до 18. Обед с 13 до 14.", Optional.empty());

        assertThat(read.title()).isEqualTo("Приём граждан ведётся с 9 до 18");
        assertThat(read.changedOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Изменения внесены 16.11.2026 приказом № 5', 2026-11-16",
        "'Дата изменения — 3 мая 2026 г.', 2026-05-03",
        "'Режим изменился с 16 ноября 2026 года', 2026-11-16",
        "'Порядок изменен с 01.12.26', 2026-12-01"
    })
    void since_when_it_is_so_is_read_where_the_letter_says_it(String text, LocalDate day) {
        assertThat(StatedDates.changedOn(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Выплата 31.02.2026 не положена", "Приказ от 16.11.2026 прилагаем", "Звоните"})
    void a_day_that_is_something_else_is_not_taken_for_the_day_of_the_change(String text) {
        assertThat(StatedDates.changedOn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Согласовано",
                "Добрый день! Согласовано. С уважением, Иванова А.П.",
                "Подтверждаем.",
                "Коллеги, возражений нет, публикуйте",
                "Да, всё верно, спасибо!",
                "подтверждаем до 31.12.2027",
                "Согласовано до 31.12.2027"
            })
    void few_words_of_consent_are_consent(String text) {
        assertThat(Consent.of(text)).isInstanceOf(Consent.Agreed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Не согласовано", "Добрый день! Сведения неактуальны, просим убрать.", "Не подтверждаем"})
    void few_words_against_are_a_refusal(String text) {
        assertThat(Consent.of(text)).isInstanceOf(Consent.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Согласовано, но срок исправить на 15 дней",
                "Пособие назначают по заявлению через портал или МФЦ. Срок — 15 рабочих дней, деньги приходят на карту «Мир».",
                ""
            })
    void anything_else_is_a_text_somebody_has_to_read(String text) {
        assertThat(Consent.of(text)).isInstanceOf(Consent.Corrected.class);
    }

    @Test
    void of_several_items_some_are_confirmed_by_number() {
        assertThat(ConfirmationReply.of("Подтверждаем, кроме 2 и 5"))
                .isEqualTo(new ConfirmationReply.Holding(Set.of(2, 5)));
        assertThat(ConfirmationReply.of("Подтверждаем до 31.12.2027"))
                .isEqualTo(new ConfirmationReply.Holding(Set.of()));
        assertThat(ConfirmationReply.of("Не действуют")).isInstanceOf(ConfirmationReply.None.class);
        assertThat(ConfirmationReply.of(
                        "2. Теперь приём по пятницам с 9 до 12 в кабинете 14 по предварительной записи"))
                .isInstanceOf(ConfirmationReply.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Позвоните заявителю 8 (914) 000-11-22",
                "СНИЛС 112-233-445 95",
                "Паспорт 25 10 123456 выдан",
                "+79140001122"
            })
    void signs_of_one_citizen_are_seen(String text) {
        assertThat(PersonalSigns.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Телефон горячей линии 8 (3952) 24-05-86", "Приказ № 25 от 10.11.2026", "Нужны паспорт и СНИЛС"})
    void what_concerns_everybody_is_no_sign_of_one_citizen(String text) {
        assertThat(PersonalSigns.in(text)).isEmpty();
    }

    @Test
    void two_texts_are_compared_word_by_word() {
        assertThat(Comparison.of("Срок 10 дней.", "Срок 15 рабочих дней."))
                .extracting(piece -> piece.kind() + ":" + piece.text())
                .containsExactly("SAME:Срок ", "GONE:10", "NEW:15", "SAME: ", "NEW:рабочих ", "SAME:дней.");
    }

    @Test
    void titles_of_one_subject_share_half_of_their_words() {
        assertThat(Likeness.shared("Как получить пособие на ребёнка", "Пособие на ребёнка: как получать"))
                .isGreaterThanOrEqualTo(0.5);
        assertThat(Likeness.shared("Как получить пособие на ребёнка", "Режим работы архива"))
                .isLessThan(0.2);
    }
}
