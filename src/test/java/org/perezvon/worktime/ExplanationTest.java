package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk, and one day a prosecutor, reads. */
class ExplanationTest {

    private static final Deadlines DEADLINES = Deadlines.shipped();
    private static final Body IRKUTSK = Body.irkutsk();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        irkutsk-answer | 2026-11-17T10:30 | Запрос получен во вторник 17 ноября в 10:30, поэтому ответ ожидается до 10:30 среды 18 ноября (один рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-11-17T10:30:59 | Запрос получен во вторник 17 ноября в 10:30, поэтому ответ ожидается до 10:30 среды 18 ноября (один рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-11-20T16:40 | Запрос получен в пятницу 20 ноября в 16:40, то есть после 16:00, поэтому ответ ожидается до 16:00 понедельника 23 ноября (следующий рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-11-17T16:00:01 | Запрос получен во вторник 17 ноября в 16:00:01, то есть после 16:00, поэтому ответ ожидается до 16:00 среды 18 ноября (следующий рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-11-18T02:00 | Запрос получен в среду 18 ноября в 2:00, до начала рабочего дня, поэтому ответ ожидается до 9:00 четверга 19 ноября (один рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-05-11T12:00 | Запрос получен в понедельник 11 мая в 12:00, в нерабочий день, поэтому ответ ожидается до 16:00 вторника 12 мая (следующий рабочий день, п. 10 регламента).
        irkutsk-answer | 2026-12-30T16:30 | Запрос получен в среду 30 декабря 2026 года в 16:30, то есть после 16:00, поэтому ответ ожидается до 16:00 понедельника 11 января 2027 года (следующий рабочий день, п. 10 регламента).
        irkutsk-answer | 2027-12-30T12:00 | Запрос получен в четверг 30 декабря 2027 года в 12:00, поэтому ответ ожидается до 12:00 понедельника 10 января 2028 года (один рабочий день, п. 10 регламента; срок предварительный: календарь на 2028 год ещё не утверждён).
        dispatch | 2026-11-17T10:30 | Звонок поступил во вторник 17 ноября в 10:30, поэтому запрос направляется до 10:45 вторника 17 ноября (15 минут, п. 10 регламента).
        kazakhstan-appoint | 2026-11-17T10:00 | Запрос получен во вторник 17 ноября в 10:00, поэтому ответственное лицо назначается до 18:30 четверга 19 ноября (два рабочих дня, п. 5 Правил).
        kazakhstan-training | 2024-06-13T12:00 | Информация представлена в четверг 13 июня в 12:00, поэтому обучение проводится до 18:30 четверга 20 июня (пять рабочих дней, п. 8 Правил).
        kazakhstan-consulting | 2026-11-20T17:00 | Протокол подписан в пятницу 20 ноября в 17:00, поэтому консультирование начинается в 9:00 понедельника 30 ноября (по истечении пяти рабочих дней, п. 9 Правил).
        kazakhstan-monthly-report | 2026-07-01T00:00 | Отчётный период окончился 30 июня 2026 года, поэтому отчёт представляется до 18:30 вторника 7 июля 2026 года (к пятому числу, п. 18 Правил).
        """)
    void one_sentence_goes_into_the_letter(String term, LocalDateTime start, String sentence) {
        assertThat(deadline(Terms.shipped().named(term), start).explanation()).isEqualTo(sentence);
    }

    @Test
    void where_the_hour_does_not_matter_a_day_is_told_without_one() {
        Deadline deadline = deadline(LegalTerms.KAZAKHSTAN_CONSULTING, LocalDateTime.parse("2026-11-20T00:00"));

        assertThat(deadline.explanation()).startsWith("Протокол подписан в пятницу 20 ноября, поэтому");
        assertThat(deadline.derivation().get(0)).isEqualTo("Протокол подписан в пятницу 20 ноября 2026 года.");
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-11-20T00:00"))
                        .explanation())
                .as("where it does, midnight is an hour")
                .startsWith("Запрос получен в пятницу 20 ноября в 0:00, до начала рабочего дня, поэтому");
    }

    @Test
    void the_file_holds_every_step_with_its_clause() {
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-05-08T15:30:07"))
                        .derivation())
                .satisfiesExactly(
                        says("Запрос получен в пятницу 8 мая 2026 года в 15:30:07 по местному времени (UTC+8)."),
                        says(
                                "По п. 10 подп. 2 регламента (I-10.2) ответ ожидается в течение одного рабочего дня с момента"
                                        + " поступления, то есть до того же часа следующего рабочего дня — до 15:30:07 вторника"
                                        + " 12 мая 2026 года."),
                        says("Лучше ответить ещё в день поступления, до 17:00 пятницы 8 мая 2026 года: это внутренний"
                                + " ориентир, а не срок регламента."),
                        says(
                                "Письмом с указанием причин, отправленным до истечения этого срока, его можно продлить, но не"
                                        + " далее конца пятого рабочего дня после дня поступления (12, 13, 14, 15 и 18 мая) — до"
                                        + " 18:00 понедельника 18 мая 2026 года, п. 10 подп. 3 регламента (I-10.3)."),
                        says("Пятница 8 мая 2026 года — предпраздничный день, сокращение на 1 час (ст. 95 ТК РФ)."),
                        says("Суббота 9 мая 2026 года — нерабочий праздничный день: День Победы."),
                        says(
                                "Понедельник 11 мая 2026 года — выходной день, перенос с субботы 9 мая 2026 года (ч. 2 ст. 112"
                                        + " ТК РФ)."),
                        calendar -> assertThat(calendar)
                                .matches(
                                        "Производственный календарь: России на 2026 год \\(постановление Правительства РФ"
                                                + " от 24\\.09\\.2025 № 1466\\); Иркутской области на 2026 год; редакция"
                                                + " ru-2026/[0-9a-f]{8}, ru-IRK-2026/[0-9a-f]{8}\\."));
    }

    @Test
    void a_working_short_saturday_is_explained_by_both_its_acts() {
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2027-02-20T12:00"))
                        .derivation())
                .contains(
                        "Суббота 20 февраля 2027 года — рабочий день, выходной перенесён на понедельник 22 февраля 2027"
                                + " года (постановление Правительства РФ от 17.09.2026 № 1187).",
                        "Суббота 20 февраля 2027 года — рабочая суббота, сокращение на 1 час (приказ"
                                + " Минздравсоцразвития от 13.08.2009 № 588н).",
                        "Понедельник 22 февраля 2027 года — выходной день, перенос с субботы 20 февраля 2027 года"
                                + " (постановление Правительства РФ от 17.09.2026 № 1187).",
                        "Вторник 23 февраля 2027 года — нерабочий праздничный день: День защитника Отечества.");
    }

    @Test
    void a_regional_day_is_explained_by_the_regions_law() {
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-04-20T10:30"))
                        .derivation())
                .contains(
                        "Вторник 21 апреля 2026 года — нерабочий праздничный день: Единый день памяти (Закон Иркутской"
                                + " области от 05.07.2023 № 100-ОЗ).");
    }

    @Test
    void the_new_year_holidays_take_two_lines_and_not_eight() {
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-12-30T16:30"))
                        .derivation())
                .contains(
                        "Четверг 31 декабря 2026 года — выходной день, перенос с воскресенья 4 января 2026 года"
                                + " (постановление Правительства РФ от 24.09.2025 № 1466).",
                        "1–6 и 8 января 2027 года — нерабочие праздничные дни: Новогодние каникулы.",
                        "Четверг 7 января 2027 года — нерабочий праздничный день: Рождество Христово.");
    }

    @Test
    void a_request_on_a_day_off_and_one_at_night_say_what_they_count_from() {
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-05-11T12:00"))
                        .derivation())
                .contains("Это нерабочий день, поэтому, как и при поступлении после 16:00, по п. 10 подп. 2 регламента"
                        + " (I-10.2) ответ ожидается на следующий рабочий день, до 16:00 вторника 12 мая 2026 года.");
        assertThat(deadline(LegalTerms.IRKUTSK_ANSWER, LocalDateTime.parse("2026-11-18T02:00"))
                        .derivation())
                .contains("Рабочий день ещё не начался: срок считается с его начала, с 9:00.");
    }

    @Test
    void a_report_is_explained_by_the_days_around_its_date_and_not_by_those_of_the_period() {
        assertThat(deadline(LegalTerms.KAZAKHSTAN_MONTHLY_REPORT, LocalDateTime.parse("2026-06-30T10:00"))
                        .derivation())
                .satisfiesExactly(
                        says("Отчётный период окончился 30 июня 2026 года."),
                        says("По п. 18 Правил (K-18) отчёт представляется к пятому числу, то есть по 5 июля 2026 года"
                                + " включительно."),
                        says("Воскресенье 5 июля — нерабочий день, поэтому срок переходит на следующий рабочий день и"
                                + " истекает в 18:30 вторника 7 июля 2026 года."),
                        says(
                                "Лучше успеть до 18:30 пятницы 3 июля 2026 года: это внутренний ориентир, а не срок правил."),
                        says("Понедельник 6 июля 2026 года — нерабочий праздничный день: День Столицы."),
                        calendar -> assertThat(calendar).startsWith("Производственный календарь: Казахстана на 2026"));
        assertThat(String.join(
                        " ",
                        deadline(LegalTerms.KAZAKHSTAN_QUARTERLY_REPORT, LocalDateTime.parse("2026-04-15T10:00"))
                                .derivation()))
                .as("the holidays of May do not touch a date in July")
                .doesNotContain("мая");
    }

    @Test
    void days_of_two_months_are_listed_each_with_its_month() {
        assertThat(deadline(LegalTerms.KAZAKHSTAN_INFORM, LocalDateTime.parse("2024-12-30T16:00"))
                        .derivation())
                .contains(
                        "По п. 5 Правил (K-5) информация представляется в течение трёх рабочих дней; день события не"
                                + " считается, рабочие дни срока: 31 декабря, 5 и 6 января.",
                        "Воскресенье 5 января 2025 года — рабочий день, выходной перенесён на пятницу 3 января 2025 года"
                                + " (приказ МТСЗН РК от 21.11.2024 № 436).");
    }

    private static Consumer<String> says(String sentence) {
        return actual -> assertThat(actual).isEqualTo(sentence);
    }

    private static Deadline deadline(Term term, LocalDateTime start) {
        Body body = term.name().startsWith("kazakhstan") ? Body.kazakhstan() : IRKUTSK;
        return DEADLINES.of(term, body, start.atZone(body.zone()).toInstant());
    }
}
