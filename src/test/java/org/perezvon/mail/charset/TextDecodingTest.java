package org.perezvon.mail.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters come back whatever the letter says, or does not say, about their charset. */
class TextDecodingTest {

    private static final String RUSSIAN = "Здравствуйте! Пособие назначается семьям с детьми до 15 лет.";
    private static final String UKRAINIAN =
            "Доброго дня! Повідомляємо, що заявник має подати довідку про сім'ю, її склад.";
    private static final String GERMAN = "Guten Tag, die Prüfung hat länger gedauert. Mit freundlichen Grüßen, Jörg";
    private static final String FRENCH = "Bonjour, le délai est prolongé jusqu'à la fin du mois, voilà la décision.";
    private static final String POLISH = "Dzień dobry, proszę złożyć wniosek w urzędzie, odpowiedź będzie później.";
    private static final String TURKISH =
            "Değerli vatandaşımız, başvurunuz için gerekli şartlar aşağıdadır, iyi günler.";
    private static final String JAPANESE = "お問い合わせありがとうございます。申請書を提出してください。";
    private static final String CHINESE = "您好,您的申请已经收到,我们会在三天内答复,请准备好有关的材料。";
    private static final String TAIWANESE = "您好,您的申請已經收到,我們會在三天內答覆,請準備好有關的資料。";
    private static final String KOREAN = "안녕하세요. 신청서를 접수하였습니다. 감사합니다.";
    private static final String KAZAKH = "Сәлеметсіз бе! Өтінішіңіз қаралды, жауап ұсынылған мерзімде беріледі.";

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic"})
    void russian_is_read_in_a_charset_that_nobody_declared(String charset) {
        assertRead(RUSSIAN, Charset.forName(charset), null);
        assertRead(RUSSIAN, Charset.forName(charset), "x-unknown");
        assertRead(RUSSIAN, Charset.forName(charset), "us-ascii");
        assertRead(RUSSIAN, Charset.forName(charset), "iso-8859-1");
        assertRead(RUSSIAN, Charset.forName(charset), "utf-8");
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-U", "ISO-8859-5"})
    void ukrainian_is_read_in_a_charset_that_nobody_declared(String charset) {
        assertRead(UKRAINIAN, Charset.forName(charset), null);
    }

    @Test
    void europeans_are_read_in_a_charset_that_nobody_declared() {
        assertRead(GERMAN, Charset.forName("windows-1252"), null);
        assertRead(FRENCH, Charset.forName("windows-1252"), null);
        assertRead(POLISH, Charset.forName("windows-1250"), null);
        assertRead(POLISH, Charset.forName("ISO-8859-2"), null);
        assertRead(TURKISH, Charset.forName("windows-1254"), null);
    }

    @Test
    void east_asians_are_read_in_a_charset_that_nobody_declared() {
        assertRead(JAPANESE, Charset.forName("EUC-JP"), null);
        assertRead(JAPANESE, Charset.forName("Shift_JIS"), null);
        assertRead(JAPANESE, Charset.forName("ISO-2022-JP"), null);
        assertRead(CHINESE, Charset.forName("GB18030"), null);
        assertRead(TAIWANESE, Charset.forName("Big5"), null);
        assertRead(KOREAN, Charset.forName("EUC-KR"), null);
    }

    @Test
    void a_declared_charset_is_used_under_all_its_names() {
        assertRead(JAPANESE, Charset.forName("ISO-2022-JP"), "\"ISO-2022-JP\"");
        assertRead(CHINESE, Charset.forName("GB18030"), "gb2312");
        assertRead(TAIWANESE, Charset.forName("Big5"), "BIG5");
        assertRead(KOREAN, Charset.forName("EUC-KR"), "ks_c_5601-1987");
        assertRead(RUSSIAN, Charset.forName("x-MacCyrillic"), "x-mac-cyrillic");
        assertRead(RUSSIAN, Charset.forName("windows-1251"), "cp_1251");
        assertRead(RUSSIAN, Charset.forName("windows-1251"), "Windows1251; format=flowed");
        assertRead("Γειά σας, η αίτηση", Charset.forName("windows-1253"), "windows-1253");
        assertRead("שלום רב", Charset.forName("ISO-8859-8"), "iso-8859-8-i");
        assertRead(RUSSIAN, StandardCharsets.UTF_16LE, "utf-16");
        assertRead(RUSSIAN, StandardCharsets.UTF_16BE, "utf-16");
        assertRead(RUSSIAN, StandardCharsets.UTF_16LE, null);
        assertRead(RUSSIAN, StandardCharsets.UTF_8, "utf-16");
        assertRead("Yes, we can answer", StandardCharsets.US_ASCII, "utf-16");
        assertRead("“quoted” — 5 €", Charset.forName("windows-1252"), "iso-8859-1");
        assertRead("Price £5, 20°", StandardCharsets.ISO_8859_1, "iso-8859-1");
        assertRead("log \u001b[0m end", StandardCharsets.US_ASCII, "utf-8");
    }

    @Test
    void kazakh_is_read_in_the_charsets_that_java_does_not_know() {
        byte[] kz1048 = HexFormat.of().parseHex("d1bccbe5ecb3f2f1b3e720e5e521");
        byte[] pt154 = HexFormat.of().parseHex("d1bae5ecb3f2");

        assertThat(TextDecoding.of(kz1048, "kz-1048").text()).isEqualTo("СәЛемітсіз ее!");
        assertThat(TextDecoding.of(pt154, "ptcp154").text()).isEqualTo("Сәеміт");
    }

    @Test
    void utf_7_is_read() {
        TextDecoding read =
                TextDecoding.of("+BB8EQAQ4BDIENQRC-, 2 +- 2 = 4 +AD0-".getBytes(StandardCharsets.US_ASCII), "UTF-7");

        assertThat(read.text()).isEqualTo("Привет, 2 + 2 = 4 =");
        assertThat(read.charset()).isEqualTo("utf-7");
        assertThat(read.oddity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "windows-1252", "ISO-8859-1"})
    void a_text_encoded_twice_is_read_once(String between) {
        for (String text : new String[] {RUSSIAN, KAZAKH, GERMAN, FRENCH}) {
            String twice = spoilt(text, between);

            TextDecoding read = TextDecoding.of(twice.getBytes(StandardCharsets.UTF_8), "utf-8");

            assertThat(read.text()).isEqualTo(text);
            assertThat(read.oddity()).contains("дважды");
        }
    }

    @Test
    void only_the_lines_encoded_twice_are_mended() {
        String text = "Ответ ниже.\n> " + spoilt("Какие документы нужны?", "windows-1251") + "\n«МФЦ», тел. 117";

        assertThat(TextDecoding.of(text.getBytes(StandardCharsets.UTF_8), "utf-8")
                        .text())
                .isEqualTo("Ответ ниже.\n> Какие документы нужны?\n«МФЦ», тел. 117");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "АО «РС»",
                "ООО «МФЦ» — ГОСТ Р № 5",
                "Â + Ã = Ñ°",
                "СРОК: 10°",
                "São Tomé, ação, NÃO",
                "ÄÖÜ „Р“ Р… С—",
                "Т‘"
            })
    void a_text_encoded_once_is_left_alone(String text) {
        assertThat(TextDecoding.of(text.getBytes(StandardCharsets.UTF_8), null).text())
                .isEqualTo(text);
    }

    @Test
    void a_footer_in_a_charset_of_its_own_does_not_spoil_the_answer() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((RUSSIAN + "\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Сообщение проверено антивирусом".getBytes(Charset.forName("windows-1251")));

        TextDecoding read = TextDecoding.of(bytes.toByteArray(), "utf-8");

        assertThat(read.text()).isEqualTo(RUSSIAN + "\r\nСообщение проверено антивирусом");
        assertThat(read.oddity()).contains("windows-1251");
    }

    @Test
    void utf_8_with_a_broken_letter_in_each_line_stays_utf_8() {
        byte[] bytes = (RUSSIAN + "\n" + KAZAKH + "\nДа, можно.").getBytes(StandardCharsets.UTF_8);
        for (int i = 3; i < bytes.length; i += 23) {
            bytes[i] = (byte) 0xff;
        }

        TextDecoding read = TextDecoding.of(bytes, "utf-8");

        assertThat(read.charset()).isEqualTo("utf-8");
        assertThat(read.text()).contains("равствуйте", "детьми");
    }

    @ParameterizedTest
    @CsvSource({
        "cp-1251, windows-1251",
        "Windows1251, windows-1251",
        "cp1251, windows-1251",
        "koi8, koi8-r",
        "KOI8-R, koi8-r",
        "cp866, cp866",
        "gb2312, gb2312",
        "ISO-8859-1, iso-8859-1",
        "utf8, utf-8"
    })
    void a_charset_is_told_by_its_proper_name(String written, String proper) {
        Charset charset = CharsetName.of(written).charset();
        String text = proper.startsWith("gb") ? CHINESE : proper.startsWith("iso") ? GERMAN : RUSSIAN;

        assertThat(TextDecoding.of(text.getBytes(charset), written).charset()).isEqualTo(proper);
    }

    @Test
    void utf_8_cut_in_the_middle_of_a_letter_stays_utf_8() {
        byte[] whole = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, 21);

        TextDecoding read = TextDecoding.of(cut, "utf-8");

        assertThat(read.text()).startsWith("Здравствуй");
        assertThat(read.oddity()).contains("битые");
    }

    @Test
    void a_page_that_names_its_charset_is_believed_when_the_head_is_not() {
        byte[] page = ("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"></head><body>"
                        + "цу")
                .getBytes(Charset.forName("KOI8-R"));

        assertThat(TextDecoding.ofHtml(page, null).text()).endsWith("цу");
        assertThat(TextDecoding.ofHtml(page, "us-ascii").text()).endsWith("цу");
        assertThat(TextDecoding.ofHtml(page, null).charset()).isEqualTo("koi8-r");
    }

    @Test
    void what_was_declared_wrongly_is_told() {
        assertThat(TextDecoding.of(RUSSIAN.getBytes(Charset.forName("KOI8-R")), "windows-1251")
                        .oddity())
                .contains("windows-1251", "KOI8-R");
        assertThat(TextDecoding.of(RUSSIAN.getBytes(Charset.forName("windows-1251")), "кириллица")
                        .oddity())
                .contains("неизвестная кодировка");
        assertThat(TextDecoding.of(RUSSIAN.getBytes(Charset.forName("windows-1251")), "windows-1251")
                        .oddity())
                .isNull();
    }

    private static String spoilt(String text, String between) {
        StringBuilder twice = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String letter = new String(new byte[] {b}, Charset.forName(between));
            twice.append(letter.charAt(0) == '\ufffd' ? (char) (b & 0xff) : letter.charAt(0));
        }
        return twice.toString();
    }

    private static void assertRead(String text, Charset charset, @Nullable String declared) {
        assertThat(TextDecoding.of(text.getBytes(charset), declared).text())
                .as(charset + " declared as " + declared)
                .isEqualTo(text);
    }
}
