package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jsoup.nodes.Entities;
import org.perezvon.mail.charset.TextDecoding;
import org.perezvon.testing.CorpusMail;

/** What holds for every letter, not only for those of the corpus. */
class ReadingProperties {

    private static final List<String> WORDS = List.of(
            "для",
            "назначения",
            "единого",
            "пособия",
            "нужны",
            "паспорт",
            "заявление",
            "и",
            "сведения",
            "о",
            "доходах",
            "за",
            "последний",
            "год",
            "приём",
            "ведётся",
            "в",
            "отделении",
            "по",
            "адресу",
            "срок",
            "рассмотрения",
            "составляет",
            "десять",
            "рабочих",
            "дней",
            "семья",
            "ребёнок",
            "выплата",
            "поликлиника",
            "справка",
            "объём",
            "съезд",
            "подъезд",
            "экзамен",
            "щедрый",
            "юрист",
            "цех",
            "фонд",
            "жильё",
            "№ 15",
            "117",
            "МФЦ",
            "Иркутск");

    /** What nobody takes for a signature. */
    private static final String LAST =
            "\nДругих сведений по этому вопросу у нас на сегодняшний день нет, спрашивайте ещё.";

    @Property(tries = 2000)
    void any_bytes_yield_a_reading(@ForAll @Size(max = 3000) byte[] raw) {
        read(raw);
    }

    @Property(tries = 2000)
    void any_scraps_of_mail_yield_a_reading(@ForAll("scraps") String raw) {
        read(raw.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1500)
    void a_letter_of_the_corpus_with_broken_bytes_yields_a_reading(@ForAll long seed) {
        Random random = new Random(seed);
        List<CorpusMail> letters = MailCorpusTest.letters();
        byte[] raw = letters.get(random.nextInt(letters.size())).bytes();
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes; i++) {
            raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
        }
        int keep = random.nextInt(3) == 0 ? random.nextInt(raw.length) : raw.length;
        read(Arrays.copyOf(raw, keep));
    }

    @Property(tries = 3000)
    void a_text_wrapped_by_any_program_comes_back_exactly(@ForAll("texts") String text, @ForAll Program program) {
        ReplyText reply = ReplyText.of(ParsedMail.parse(program.letter(text)));

        assertThat(reply.text()).isEqualTo(program.sayable(text));
        assertThat(reply.quoted()).contains("Какие документы нужны");
    }

    @Property(tries = 1000)
    void a_russian_sentence_is_read_in_whatever_charset_nobody_declared(
            @ForAll("sentences") String sentence, @ForAll("cyrillic") String charset) {
        byte[] bytes = sentence.getBytes(Charset.forName(charset));

        assertThat(TextDecoding.of(bytes, null).text()).isEqualTo(new String(bytes, Charset.forName(charset)));
        assertThat(TextDecoding.of(bytes, "us-ascii").text()).isEqualTo(new String(bytes, Charset.forName(charset)));
    }

    private static void read(byte[] raw) {
        ParsedMail mail = ParsedMail.parse(raw);
        ReplyText reply = ReplyText.of(mail);
        KindGuess guess = KindGuess.of(mail, reply);

        assertThat(mail.oddities()).noneMatch(oddity -> oddity.contains("Exception") || oddity.contains("java."));
        assertThat(guess.evidence()).isNotEmpty();
        assertThat(mail.subject()).isNotNull();
        assertThat(mail.recipients()).isNotNull();
        mail.attachments().forEach(file -> assertThat(file.name()).isNotBlank().doesNotContain("/", "\\", "\n"));
        if (!mail.text().isBlank() && mail.html().isBlank()) {
            assertThat(reply.text()).isNotBlank();
            assertThat(letters(reply.text() + reply.quoted() + reply.signature() + reply.disclaimer()))
                    .as("nothing is lost")
                    .isEqualTo(letters(mail.text()));
        }
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLowerCase).count();
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "From: ",
                        "Имя <a@b.ru>",
                        "\r\n",
                        "\n",
                        "\r\n\r\n",
                        "Content-Type: multipart/mixed; boundary=x",
                        "--x\r\n",
                        "--x--",
                        "Content-Type: text/html; charset=",
                        "windows-1251",
                        "Content-Transfer-Encoding: base64",
                        "Content-Transfer-Encoding: quoted-printable",
                        "=D0=9",
                        "=?utf-8?B?0J/R",
                        "?=",
                        "=?koi8-r?Q?=F0",
                        "<blockquote>",
                        "<div class=\"gmail_quote\">",
                        "</div>",
                        "<p>",
                        "<table><tr><td>",
                        "> ",
                        ">>> ",
                        "От: ",
                        "Кому: ",
                        "Тема: ",
                        "Отправлено: ",
                        "-----Исходное сообщение-----",
                        "17.11.2026, 10:42, <a@b.ru>:",
                        "-- ",
                        "С уважением,",
                        "Content-Type: message/rfc822",
                        "Content-Disposition: attachment; filename*0*=utf-8''%D0",
                        "Action: failed",
                        "Content-Type: message/delivery-status",
                        "\u0000",
                        " ",
                        ";",
                        "\"",
                        "зарегистрировано, вх. № 5",
                        ReplyMarker.LINE,
                        "format=flowed; delsp=yes",
                        "begin 644 a.txt",
                        "#0V%T\n",
                        "=ybegin line=128 size=1 name=a\n",
                        "=yend\n",
                        "-----BEGIN PGP SIGNED MESSAGE-----\n",
                        "-----BEGIN PGP SIGNATURE-----\n",
                        "-----END PGP SIGNATURE-----\n",
                        "Content-Type: application/ms-tnef",
                        "Content-Type: application/pkcs7-mime",
                        "Content-Type: text/calendar",
                        "MIAGCSqGSIb3DQEHAqCA",
                        "eJ8+IgEA",
                        "BEGIN:VEVENT\n",
                        "SUMMARY:",
                        "charset=utf-7",
                        "charset=utf-16",
                        "+BB8EQAQ4-",
                        "РџСЂРёРІРµС‚",
                        "ÐŸÑ€Ð¸",
                        "\u001b$B",
                        "<li>",
                        "<pre>",
                        "&nbsp;",
                        "&#")
                .list()
                .ofMaxSize(60)
                .map(scraps -> String.join("", scraps));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.oneOf(
                Arbitraries.of(WORDS),
                Arbitraries.strings().withCharRange('а', 'я').ofMinLength(1).ofMaxLength(12),
                Arbitraries.integers().between(0, 99999).map(String::valueOf));
        Arbitrary<String> end = Arbitraries.of(".", ".", ".", "!", "?", ";", ",", "");
        Arbitrary<String> line = Combinators.combine(word.list().ofMinSize(1).ofMaxSize(14), end)
                .as((words, stop) -> capital(String.join(" ", words)) + stop);
        Arbitrary<String> paragraph = line.list().ofMinSize(1).ofMaxSize(4).map(lines -> String.join("\n", lines));
        // Words strewn at random make names and posts, and below an answer those are its signature: «Поликлиника».
        return paragraph.list().ofMinSize(1).ofMaxSize(5).map(paragraphs -> String.join("\n\n", paragraphs) + LAST);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(WORDS)
                .list()
                .ofMinSize(6)
                .ofMaxSize(30)
                .map(words -> capital(String.join(" ", words)) + ".");
    }

    @Provide
    Arbitrary<String> cyrillic() {
        return Arbitraries.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "UTF-8");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** How mail programs wrap the answer; kept close to what they really send. */
    enum Program {
        GMAIL_PLAIN("utf-8") {
            @Override
            String body(String text) {
                return text + "\n\nвт, 17 нояб. 2026 г. в 10:42, ЕКЦ <ekc@ekc.example>:\n\n" + signed("> ");
            }
        },
        YANDEX_PLAIN("utf-8") {
            @Override
            String body(String text) {
                return text + "\n\n17.11.2026, 10:42, \"ЕКЦ\" <ekc@ekc.example>:\n" + signed("> ");
            }
        },
        MAIL_RU_PLAIN("utf-8") {
            @Override
            String body(String text) {
                return text + "\n\n\nВторник, 17 ноября 2026, 10:42 +08:00 от ЕКЦ <ekc@ekc.example>:\n \n" + signed("");
            }
        },
        OUTLOOK_PLAIN("windows-1251") {
            @Override
            String body(String text) {
                return text
                        + "\n\nОт: ЕКЦ <ekc@ekc.example>\nОтправлено: 17 ноября 2026 г. 10:42\nКому: Петрова\nТема: Запрос\n\n"
                        + signed("");
            }
        },
        OUTLOOK_EXPRESS("koi8-r") {
            @Override
            String body(String text) {
                return text + "\n\n----- Original Message ----- \nFrom: \"ЕКЦ\" <ekc@ekc.example>\nTo: <p@m.example>\n"
                        + "Sent: Tuesday, November 17, 2026 10:42 AM\nSubject: Запрос\n\n" + signed("> ");
            }
        },
        THUNDERBIRD_BOTTOM("utf-8") {
            @Override
            String body(String text) {
                return "17.11.2026 10:42, ЕКЦ пишет:\n" + signed("> ") + "\n\n" + text;
            }
        },
        THE_BAT_BOTTOM("windows-1251") {
            @Override
            String body(String text) {
                return "Вы писали 17 ноября 2026 г., 10:42:22:\n\n" + signed("ЕК> ") + "\n\n" + text;
            }
        },
        GMAIL_HTML("utf-8") {
            @Override
            String body(String text) {
                return html("<div dir=\"ltr\">" + divs(text) + "</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" "
                        + "class=\"gmail_attr\">вт, 17 нояб. 2026 г. в 10:42, ЕКЦ &lt;ekc@ekc.example&gt;:<br></div>"
                        + "<blockquote class=\"gmail_quote\" style=\"border-left:1px\">" + ours()
                        + "</blockquote></div>");
            }
        },
        YANDEX_HTML("utf-8") {
            @Override
            String body(String text) {
                return html(
                        divs(text) + "<div>\u00a0</div><div>17.11.2026, 10:42, \"ЕКЦ\" &lt;ekc@ekc.example&gt;:</div>"
                                + "<blockquote>" + ours() + "</blockquote>");
            }
        },
        MAIL_RU_HTML("utf-8") {
            @Override
            String body(String text) {
                return html("<p>" + paragraphs(text)
                        + "</p><blockquote style=\"border-left:1px solid #0857A6; margin:10px;\">"
                        + "Вторник, 17 ноября 2026, 10:42 +08:00 от ЕКЦ &lt;ekc@ekc.example&gt;:<br>" + ours()
                        + "</blockquote>");
            }
        },
        OUTLOOK_HTML("windows-1251") {
            @Override
            String body(String text) {
                String said = escaped(text)
                        .lines()
                        .map(line -> "<p class=MsoNormal>" + (line.isEmpty() ? "<o:p>&nbsp;</o:p>" : line) + "</p>")
                        .collect(Collectors.joining("\n"));
                return html(
                        "<div class=WordSection1>" + said + "<div style='border:none;border-top:solid #E1E1E1 1.0pt'>"
                                + "<p class=MsoNormal><b>From:</b> ekc@ekc.example<br><b>Sent:</b> Tuesday<br><b>To:</b> П<br>"
                                + "<b>Subject:</b> Запрос</p></div>" + ours() + "</div>");
            }
        },
        OWA_HTML("utf-8") {
            @Override
            String body(String text) {
                return html("<div>" + escaped(text).replace("\n", "<br>") + "</div><div id=\"appendonsend\"></div>"
                        + "<hr tabindex=\"-1\"><div id=\"divRplyFwdMsg\"><b>От:</b> ekc@ekc.example<br><b>Тема:</b> Запрос</div>"
                        + ours());
            }
        },
        APPLE_HTML("utf-8") {
            @Override
            String body(String text) {
                return html(divs(text) + "<div><br><blockquote type=\"cite\"><div>17 нояб. 2026 г., в 10:42, ЕКЦ "
                        + "&lt;ekc@ekc.example&gt; написал(а):</div><br></blockquote></div><blockquote type=\"cite\">"
                        + ours()
                        + "</blockquote>");
            }
        },
        THUNDERBIRD_HTML_BOTTOM("utf-8") {
            @Override
            String body(String text) {
                return html("<div class=\"moz-cite-prefix\">17.11.2026 10:42, ЕКЦ пишет:<br></div>"
                        + "<blockquote type=\"cite\" cite=\"mid:1@ekc\">" + ours() + "</blockquote><p>"
                        + paragraphs(text) + "</p>");
            }
        };

        private final String charset;

        Program(String charset) {
            this.charset = charset;
        }

        abstract String body(String text);

        /** The text without the letters that the program's charset has not. */
        String sayable(String text) {
            return new String(text.getBytes(Charset.forName(charset)), Charset.forName(charset));
        }

        byte[] letter(String text) {
            String body = body(text);
            String type = body.startsWith("<html") ? "html" : "plain";
            String head = "From: p@m.example\r\nSubject: Re\r\nMIME-Version: 1.0\r\nContent-Type: text/" + type
                    + "; charset=" + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
            return (head + body).replace("\n", "\r\n").replace("\r\r", "\r").getBytes(Charset.forName(charset));
        }

        static String signed(String sign) {
            return List.of(ReplyMarker.LINE, "", "Здравствуйте!", "Какие документы нужны для пособия?", "ЕКЦ").stream()
                    .map(line -> sign + line)
                    .collect(Collectors.joining("\n"));
        }

        static String ours() {
            return "<div data-perezvon=\"k1.x\"><p>" + ReplyMarker.LINE
                    + "</p><p>Какие документы нужны для пособия?</p></div>";
        }

        static String html(String body) {
            return "<html><body>" + body + "</body></html>";
        }

        static String escaped(String text) {
            return Entities.escape(text);
        }

        static String divs(String text) {
            return escaped(text)
                    .lines()
                    .map(line -> "<div>" + (line.isEmpty() ? "<br>" : line) + "</div>")
                    .collect(Collectors.joining());
        }

        static String paragraphs(String text) {
            return escaped(text).replace("\n\n", "</p><p>").replace("\n", "<br>");
        }
    }
}
