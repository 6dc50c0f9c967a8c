package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.mail.Answered;

/** What is new in a letter, what is repeated, what is signed, and what lawyers and servers add. */
class ReplyCutTest {

    private static ReplyText cut(String body) {
        return cut("Приёмная <priem@minsoc.example>", body);
    }

    private static ReplyText cut(String from, String body) {
        return ReplyText.of(ParsedMail.parse(("""
                From: %s
                To: vopros@ekc.example
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """.formatted(from) + body).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "вт, 17 нояб. 2026 г. в 10:42, Центр <vopros@ekc.example>:",
                "Вторник, 17 ноября 2026, 10:42 +08:00 от vopros@ekc.example <vopros@ekc.example>:",
                "17.11.2026, 10:42, \"Центр\" <vopros@ekc.example>:",
                "17.11.2026 10:42, Центр пишет:",
                "Вы писали 17 ноября 2026 г., 10:42:16:",
                "17 нояб. 2026 г., в 10:42, Центр <\nvopros@ekc.example> написал(а):",
                "2026 ж. 17 қар., сс, 10:42, Орталық <vopros@ekc.example> жазды:",
                "On Tue, Nov 17, 2026 at 10:42 AM Centre <vopros@ekc.example> wrote:",
                "---- On Tue, 17 Nov 2026 10:42:50 +0800 vopros@ekc.example wrote ----",
                "Am 17.11.2026 um 10:42 schrieb Zentrum:",
                "Le mar. 17 nov. 2026 à 10:42, Centre <vopros@ekc.example> a écrit :",
                "Op di 17 nov 2026 om 10:42 schreef Centrum <vopros@ekc.example>:",
                "wt., 17 lis 2026 o 10:42 Centrum <vopros@ekc.example> napisał(a):",
                "ti 17. marrask. 2026 klo 10.42 Keskus (vopros@ekc.example) kirjoitti:",
                "Merkez <vopros@ekc.example>, 17 Kas 2026 Sal, 10:42 tarihinde şunu yazdı:",
                "中心 <vopros@ekc.example> 于2026年11月17日周二 10:42写道：",
                "2026년 11월 17일 (화) 오전 10:42, 센터 <vopros@ekc.example>님이 작성:"
            })
    void an_introduction_ends_the_answer_though_no_quotation_sign_follows(String introduction) {
        ReplyText reply = cut("Пособие назначено.\n\n" + introduction + "\n\nЗдравствуйте!\nКогда назначат?\n");

        assertThat(reply.text()).isEqualTo("Пособие назначено.");
        assertThat(reply.quoted()).contains("Когда назначат?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "От: Центр <v@ekc.example>\nОтправлено: вторник, 17 ноября 2026 г. 10:42\nКому: Петрова\nТема: Запрос",
                "________________________________\nKimden: Merkez\nGönderildi: 17 Kasım 2026\nKime: Ayşe\nKonu: Talep",
                "Відправник: Центр\nНадіслано: 17 листопада 2026 р. 10:42\nКому: Ганна\nТема: Запит",
                "差出人: センター <v@ekc.example>\n送信日時: 2026年11月17日 10:42\n宛先: 田中\n件名: 質問",
                "-----Oprindelig meddelelse-----\nFra: Center\nSendt: 17. november 2026\nTil: Anna\nEmne: Spørgsmål",
                "Aaa: Centre <v@ekc.example>\nBbb: 17 ccc 2026 10:42\nDdd: Anna\nEee: Question",
                "Центр <v@ekc.example>\n17.11.2026 10:42\n\nКому\nm@minsoc.example\nКопия\n\nТема\nЗапрос"
            })
    void a_head_ends_the_answer_in_any_language_by_its_shape(String head) {
        ReplyText reply = cut("Пособие назначено.\n\n" + head + "\n\nЗдравствуйте!\nКогда назначат?\n");

        assertThat(reply.text()).isEqualTo("Пособие назначено.");
        assertThat(reply.quoted()).contains("Когда назначат?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. МФЦ\nАдрес: ул. Ленина, 1\nТелефон: 20-20-20\nE-mail: mfc@x.example\nВремя работы: 9:00-18:00",
                "Заявление направьте до 20.11.2026 с 9:00 по адресу a@b.example:\n\nг. Иркутск, ул. Ленина, 1.",
                "Дата: 17.11.2026\nВремя: 10:00\nМесто: ул. Ленина, 1",
                "Нужны документы:\n> паспорт;\n> СНИЛС;\n> заявление.",
                "Порядок такой:\n\n> шаг 1: заявление\n> шаг 2: паспорт и СНИЛС\n\nСрок — 10 рабочих дней.",
                "Пособие назначит управление соцзащиты.\n\nУправление соцзащиты Ленинского района\nул. Ленина, 5\n"
                        + "тел. 20-20-20",
                "Пособие назначают детям\n> 3 лет, если доход семьи мал.",
                "Обращаться:\n\nИванов Иван Иванович\nначальник отдела\nтел. 20-20-20",
                "Добрый день!\n\nИванов Иван Иванович",
                "С уважением относимся к вашему вопросу, но помочь не можем.",
                "Сведения о доходах конфиденциальны и третьим лицам не предоставляются.\n\nОбратитесь лично.",
                "Внимание! Приёма граждан 4 ноября не будет.",
                "Вторник с 9:00 до 13:00, по предварительной записи на портале;\n--\n"
                        + "четверг с 14:00 до 18:00, без записи, в порядке живой очереди."
            })
    void an_answer_that_only_looks_like_a_head_a_quotation_or_a_signature_is_left_alone(String answer) {
        assertThat(cut(answer + "\n").text()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "С уважением к Вам,\nначальник отдела\nПетрова М.П.",
                "С уважением,\nМинистерство социального развития\n664025, г. Иркутск, ул. Канадзавы, 2, тел.: 8 (3952) "
                        + "20-20-20, факс: 8 (3952) 20-20-21, e-mail: sobes@minsoc.example, https://minsoc.example",
                "Құрметпен / С уважением,\nА. Серікова",
                "Министр                        И.И. Иванов\n\nИсп. Петрова М.П., тел. 20-20-20",
                "Директор центра И.И. Иванов",
                "Петрова Мария Павловна\nведущий специалист\n8 (3952) 20-20-20",
                "Ведущий специалист отдела кадров\nСидорова Анна",
                "-- \nОтдел обращений",
                "_____________\nПетрова М.П.",
                "Отправлено с устройства Xiaomi",
                "Von meinem iPhone gesendet",
                "Mit freundlichen Grüßen\ni. A. Anna Schmidt",
                "Saygılarımla,\nAyşe"
            })
    void a_signature_is_recognised_with_and_without_a_farewell(String signature) {
        ReplyText reply = cut("Пособие назначено с ноября.\n\n" + signature + "\n");

        assertThat(reply.text()).isEqualTo("Пособие назначено с ноября.");
        assertThat(reply.signature()).isEqualTo(signature.replace("-- \n", ""));
    }

    @Test
    void the_senders_own_first_name_is_a_signature_and_another_word_is_not() {
        assertThat(cut("Anna Schmidt <a.schmidt@amt.example>", "Das ist richtig.\n\nAnna\n")
                        .text())
                .isEqualTo("Das ist richtig.");
        assertThat(cut("Anna Schmidt <a.schmidt@amt.example>", "Die Stadt ist:\n\nIrkutsk\n")
                        .text())
                .isEqualTo("Die Stadt ist:\n\nIrkutsk");
    }

    @Test
    void a_word_that_could_begin_a_head_in_some_language_is_an_answer_where_no_head_stands() {
        assertThat(
                        cut("За\n\nОт: Центр <v@ekc.example>\nОтправлено: 17 ноября 2026 г. 10:42\nТема: Запрос\n\nВопрос?\n")
                                .text())
                .isEqualTo("За");
    }

    @Test
    void a_farewell_that_runs_on_behind_the_last_sentence_is_parted_from_it() {
        ReplyText reply = cut("Да, положена. С уважением, Петрова М.П.\n");

        assertThat(reply.text()).isEqualTo("Да, положена.");
        assertThat(reply.signature()).isEqualTo("С уважением, Петрова М.П.");
    }

    @Test
    void banner_and_disclaimer_stand_apart_and_are_not_lost() {
        ReplyText reply = cut("""
                ВНИМАНИЕ! Письмо от внешнего отправителя.
                Не открывайте вложения и не переходите по ссылкам.

                Пособие назначено.

                С уважением,
                Петрова

                Настоящее сообщение содержит конфиденциальную информацию, предназначенную только для адресата.
                Если Вы не являетесь адресатом, использование и копирование этой информации запрещено.
                """);

        assertThat(reply.text()).isEqualTo("Пособие назначено.");
        assertThat(reply.signature()).isEqualTo("С уважением,\nПетрова");
        assertThat(reply.disclaimer()).contains("внешнего отправителя", "не переходите по ссылкам", "не являетесь");
    }

    @Test
    void answers_between_the_lines_are_told_with_the_questions_they_answer() {
        ReplyText reply = cut("""
                Добрый день!

                17.11.2026 10:42, Центр пишет:
                > Здравствуйте!
                >
                > 1. Когда начнутся прививки?
                С 1 декабря.
                > 2. Нужна ли запись через портал, если гражданин придёт
                > в поликлинику по месту жительства?

                Нет.
                Приходите без записи.

                > Единый контакт-центр
                """);

        assertThat(reply.text()).isEqualTo("Добрый день!\n\nС 1 декабря.\n\nНет.\nПриходите без записи.");
        assertThat(reply.answered())
                .containsExactly(
                        new Answered("1. Когда начнутся прививки?", "С 1 декабря."),
                        new Answered(
                                "2. Нужна ли запись через портал, если гражданин придёт в поликлинику по месту жительства?",
                                "Нет.\nПриходите без записи."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ответ.\n\n> 1. Вопрос?\n> 2. Вопрос?\n", "> 1. Вопрос?\n> 2. Вопрос?\n\nОтвет.\n"})
    void an_answer_above_or_below_all_questions_answers_none_of_them_alone(String body) {
        assertThat(cut(body).answered()).isEmpty();
    }

    @Test
    void a_letter_forwarded_with_nothing_else_is_shown_whole() {
        ReplyText reply = cut("""
                ---------- Пересылаемое сообщение ----------
                17.11.2026, 10:42, "Центр занятости" <czn@x.example>:

                Пособие назначено.
                """);

        assertThat(reply.text()).contains("Пособие назначено.");
    }

    @Test
    void our_own_lines_are_told_from_theirs_though_nothing_else_parts_them() {
        ParsedMail mail = ParsedMail.parse("""
                From: m@minsoc.example
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                > Когда начнутся прививки от гриппа?
                > С первого декабря.
                > Нужна ли запись на прививку?
                > Нет, приходите так.
                """.getBytes(StandardCharsets.UTF_8));

        ReplyText reply = ReplyText.of(mail, "Когда начнутся прививки от гриппа?\nНужна ли запись на прививку?");

        assertThat(reply.answered())
                .containsExactly(
                        new Answered("Когда начнутся прививки от гриппа?", "С первого декабря."),
                        new Answered("Нужна ли запись на прививку?", "Нет, приходите так."));
    }

    @ParameterizedTest
    @Timeout(10)
    @ValueSource(
            strings = {
                "От: a@b.example\n",
                "> цитата 10:42 2026 a@b.example:\nответ\n",
                "> \n\n",
                "--\n",
                "С уважением,\n",
                "Добрый день\n> Иван Иванов\nИван Иванов\n\n",
                "Ответ. С уважением, Иван ",
                "Данное сообщение и любые вложения конфиденциальны\n",
                "вт, 17 нояб. 2026 г. в 10:42, Имя <\n",
                "a@",
                "внимание "
            })
    void a_letter_that_repeats_what_readers_look_for_is_cut_in_proportion_to_its_length(String repeated) {
        assertThat(cut(repeated.repeat(700_000 / repeated.length())).text()).isNotBlank();
    }
}
