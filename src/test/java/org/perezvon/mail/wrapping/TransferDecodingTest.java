package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part is decoded as it was encoded, not as it says. */
class TransferDecodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0J/RgNC40LLQtdGC              | Привет
                    0J/RgN C40L LQtdGC            |
                    0J/R\\ngNC4\\r\\n0LLQtdGC     | Привет
                    0J/RgNC40LLQtdG               | Приве
                    0J/RgNC40*LLQtdGC             | Привет
                    0J8=0YA=                      | Пр
                    YQ==                          | a
                    YWI                           | ab
                    """)
    void base64_is_read_as_far_as_it_goes(String written, String expected) {
        String decoded = decoded(written, "base64");

        assertThat(decoded).startsWith(expected == null ? written : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    =D0=9F=D1=80!                 | Пр!
                    =d0=9f                        | П
                    a=\\r\\nb=  \\nc              | abc
                    2 = 2, =ZZ, =                 | 2 = 2, =ZZ,
                    x=3D1                         | x=1
                    """)
    void an_equals_sign_that_encodes_nothing_stays(String written, String expected) {
        assertThat(decoded(written, "quoted-printable").strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BASE64", "base-64", "base64;"})
    void an_encoding_is_known_however_its_name_is_written(String encoding) {
        assertThat(decoded("0J/RgNC40LLQtdGC", encoding)).isEqualTo("Привет");
    }

    @Test
    void letters_in_their_own_bytes_were_not_encoded_whatever_is_declared() {
        assertThat(decoded("Адрес: http://a.example/?n=12", "quoted-printable")).endsWith("?n=12");
        assertThat(decoded("Это не закодировано, хотя так указано.", "base64")).startsWith("Это не");
    }

    @Test
    void an_encoding_that_nobody_declared_is_seen() {
        String base64 = Base64.getMimeEncoder()
                .encodeToString("Нужны паспорт и заявление о назначении.".getBytes(StandardCharsets.UTF_8));

        assertThat(decoded(base64, "7bit")).isEqualTo("Нужны паспорт и заявление о назначении.");
        assertThat(decoded("=D0=9F=D0=B0=D1=81=D0=BF=\r\n=D0=BE=D1=80=D1=82", ""))
                .isEqualTo("Паспорт");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MessageIdentifierOfForeignLetter12345678901A
                    if (a == 1) b=D0 c=D1 d=D2 e=D3 f=
                    https://sobes.example/?a=D0=D1=D2=D3=D4&x=y
                    Content-Type: text/plain; charset=utf-8
                    """)
    void words_that_only_look_encoded_are_left_alone(String written) {
        assertThat(decoded(written, "7bit")).isEqualTo(written);
    }

    private static String decoded(String written, String encoding) {
        String bytes = written.replace("\\r", "\r").replace("\\n", "\n");
        return new String(
                TransferDecoding.of(bytes.getBytes(StandardCharsets.UTF_8), encoding, true)
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
