package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailKind;

/** What the head of a letter tells whoever looks for the question it belongs to. */
class ParsedMailTest {

    @Test
    void the_address_written_to_is_found_wherever_servers_leave_it() {
        ParsedMail mail = read("""
                Received: from a (b [192.0.2.1]) by c (Postfix) with ESMTPS id 1
                \tfor <r1@ekc.example>; Tue, 17 Nov 2026 11:05:15 +0800
                Received: by d with LMTP id 2 for r2@ekc.example; Tue, 17 Nov 2026 11:05:14 +0800
                Delivered-To: r3@ekc.example
                X-Original-To: r4@ekc.example
                Envelope-To: r5@ekc.example
                To: "ЕКЦ, запросы" <R6@ekc.example>
                Cc: Канцелярия: <r7@ekc.example>, r8@ekc.example (архив);
                """);

        assertThat(mail.recipients().stream().map(EmailAddress::localPart))
                .containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8");
        assertThat(mail.receivedFor()).hasSize(2);
        assertThat(mail.to()).hasToString("[ЕКЦ, запросы <r6@ekc.example>]");
        assertThat(mail.cc()).extracting(Correspondent::name).containsExactly("", "архив");
    }

    @Test
    void every_id_that_is_answered_is_kept_in_its_order() {
        ParsedMail mail = read("""
                Message-ID: <new@a.example>
                In-Reply-To: <one@ekc.example> (Запрос) <two@ekc.example>
                References: <zero@ekc.example>
                \t<one@ekc.example><two@
                 ekc.example>
                """);

        assertThat(mail.messageId()).isEqualTo("new@a.example");
        assertThat(mail.inReplyTo()).containsExactly("one@ekc.example", "two@ekc.example");
        assertThat(mail.references()).containsExactly("zero@ekc.example", "one@ekc.example", "two@ekc.example");
    }

    @Test
    void ids_without_brackets_are_ids_too() {
        assertThat(read("In-Reply-To: one@ekc.example two@ekc.example\n").inReplyTo())
                .containsExactly("one@ekc.example", "two@ekc.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tue, 17 Nov 2026 11:05:12 +0800        | 2026-11-17T03:05:12Z
                    17 Nov 2026 11:05 +0800 (+08)          | 2026-11-17T03:05:00Z
                    Tue, 17 Nov 2026 03:05:12 GMT          | 2026-11-17T03:05:12Z
                    вторник                                |
                    """)
    void a_date_is_read_or_left_out(String written, Instant expected) {
        assertThat(read("Date: " + written + "\n").date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a@b.example                                     | a@b.example
                    <a@b.example>                                   | a@b.example
                    'Имя' <a@b.example>                             | Имя <a@b.example>
                    "Имя \\"Отдел\\"" <a@b.example>                 | Имя "Отдел" <a@b.example>
                    Имя (отдел <a@b.example>                        | a@b.example
                    =?utf-8?Q?=D0=98,_=D0=9E?= <a@b.example>        | И, О <a@b.example>
                    Имя <mailto:a@b.example>                        | Имя <a@b.example>
                    Имя <a@почта.рф>                                | Имя <a@xn--80a1acny.xn--p1ai>
                    """)
    void senders_are_read_however_they_are_written(String written, String expected) {
        assertThat(read("From: " + written + "\n").from()).hasToString("[" + expected + "]");
    }

    @Test
    void programs_show_themselves_in_the_head() {
        ParsedMail mail = read("""
                Return-Path: < >
                Auto-Submitted: auto-replied (vacation)
                Precedence: Bulk
                X-Failed-Recipients: a@b.example, c@d.example
                Content-Type: multipart/report; report-type="delivery-status"; boundary=x
                """);

        assertThat(mail.hasEmptyReturnPath()).isTrue();
        assertThat(mail.autoSubmitted()).isEqualTo("auto-replied");
        assertThat(mail.precedence()).isEqualTo("bulk");
        assertThat(mail.failedRecipients()).hasSize(2);
        assertThat(mail.contentType()).isEqualTo("multipart/report");
        assertThat(mail.reportType()).isEqualTo("delivery-status");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    =?utf-8?B?0J7RgtCy0LXRgg==?=                        | Ответ
                    =?utf-8?B?0J7RgtCy0LXRgg                            | Ответ
                    Re: =?utf-8?Q?=D0=9E=D1=82=D0                       | Re: От
                    =?utf-8?B?PT91dGYtOD9CPzBKN1JndEN5MExYUmdnPT0/PQ==?= | Ответ
                    =?utf-8?Q?=D0=9E?= =?utf-8?B?0YI=?=                 | От
                    =?utf-8?B?0J7R?= =?utf-8?B?gtCy0LXRgg==?=           | Ответ
                    =?windows-1251?Q?=D0=9E=D1=82?=                     | От
                    =?x-none?Q?=CE=F2=E2=E5=F2_=ED=E0_=E7=E0=EF=F0=EE=F1?= | Ответ на запрос
                    =?utf-8?Q?=D0=A0=D1=9B=D0=A1=E2=80=9A?=             | От
                    2 =? 3 ?= 5                                         | 2 =? 3 ?= 5
                    =?utf-8?X?abc?=                                     | =?utf-8?X?abc?=
                    """)
    void a_subject_is_read_however_it_is_encoded(String written, String expected) {
        assertThat(read("Subject: " + written + "\n").subject()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    filename*=utf-8''%D0%9E%D1%82.pdf                        | От.pdf
                    filename="utf-8''%D0%9E%D1%82.pdf"                       | От.pdf
                    filename="%D0%9E%D1%82.pdf"                              | От.pdf
                    filename="100%.pdf"                                      | 100%.pdf
                    filename="a%20b.pdf"                                     | a%20b.pdf
                    filename*1*=%82.pdf; filename*0*=utf-8''%D0%9E%D1        | От.pdf
                    filename*0="От"; filename*1=".pdf"                       | От.pdf
                    filename*=windows-1251'ru'%CE%F2.pdf                     | От.pdf
                    filename==?utf-8?B?0J7Rgi5wZGY=?=                        | От.pdf
                    """)
    void the_name_of_a_file_is_read_however_it_is_encoded(String written, String expected) {
        ParsedMail mail = read("Content-Type: application/pdf\nContent-Disposition: attachment; " + written + "\n");

        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly(expected);
    }

    @Test
    void a_head_is_found_behind_what_stands_in_front_of_it() {
        String head = "Subject: Ответ\n\nда";

        for (String front :
                new String[] {"", "\ufeff", "\n\n", "From a@b.example Tue Nov 17 2026\n", " \n>From a b\n"}) {
            assertThat(read(front + head).subject()).as(front).isEqualTo("Ответ");
        }
        assertThat(ParsedMail.parse(("\ufeff" + head).getBytes(StandardCharsets.UTF_16LE))
                        .subject())
                .isEqualTo("Ответ");
        assertThat(read("\nбез заголовков\n").text()).contains("без заголовков");
    }

    @Test
    void words_are_read_by_what_they_are_and_not_by_what_they_are_called() {
        ParsedMail plain = read("Content-Type: text/html\n\nПервая строка\nвторая, 2 < 3\n");
        ParsedMail html = read("Content-Type: text/plain\n\n<!DOCTYPE html><html><p>Первая строка</p></html>\n");
        ParsedMail markdown = read("Content-Type: text/markdown\n\n* да\n");

        assertThat(plain.text().strip()).isEqualTo("Первая строка\nвторая, 2 < 3");
        assertThat(html.html()).contains("<p>");
        assertThat(markdown.text().strip()).isEqualTo("* да");
    }

    @Test
    void a_named_text_is_read_when_there_is_no_other() {
        ParsedMail mail = read("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8; name="letter.txt"
                Content-Disposition: inline; filename="letter.txt"

                Ответ
                --b
                Content-Type: text/x-amp-html

                <html></html>
                --b--
                """);

        assertThat(mail.text()).isEqualTo("Ответ");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("letter.txt");
    }

    @Test
    void an_encrypted_letter_says_so_and_answers_nothing() {
        ParsedMail inline = read("Subject: a\n\n-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n");
        ParsedMail apart = read("""
                Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

                --b
                Content-Type: application/pgp-encrypted

                Version: 1
                --b
                Content-Type: application/octet-stream; name="encrypted.asc"

                -----BEGIN PGP MESSAGE-----
                --b--
                """);

        for (ParsedMail mail : new ParsedMail[] {inline, apart}) {
            assertThat(mail.oddities()).anyMatch(oddity -> oddity.contains("зашифровано"));
            assertThat(KindGuess.of(mail, ReplyText.of(mail)).kind()).isEqualTo(MailKind.OTHER);
        }
    }

    @Test
    void no_bytes_are_a_letter_without_anything() {
        ParsedMail mail = ParsedMail.parse(new byte[0]);

        assertThat(mail.messageId()).isNull();
        assertThat(mail.from()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(ReplyText.of(mail).text()).isEmpty();
        assertThat(KindGuess.of(mail, ReplyText.of(mail)).kind()).isEqualTo(MailKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ../../etc/passwd        | passwd
                    C:\\Отчёты\\май.doc     | май.doc
                    ...                     | вложение-1.pdf
                    a<b>c?.pdf              | a_b_c_.pdf
                    """)
    void a_file_name_is_only_a_file_name(String given, String expected) {
        assertThat(AttachmentName.clean(given, "application/pdf", 1)).isEqualTo(expected);
    }

    private static ParsedMail read(String head) {
        return ParsedMail.parse((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
