package org.perezvon.mail.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that old programs write into the text come out of it, and nothing else does. */
class FilesInTextTest {

    @Test
    void a_uuencoded_file_is_taken_out() {
        FilesInText found = in("Ответ:\nbegin 644 cat.txt\n#0V%T\n`\nend\nконец\n");

        assertThat(text(found)).isEqualTo("Ответ:\nконец\n");
        assertThat(found.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("cat.txt");
            assertThat(file.content()).asString(StandardCharsets.US_ASCII).isEqualTo("Cat");
        });
    }

    @Test
    void a_file_that_breaks_off_is_taken_as_far_as_it_goes() {
        assertThat(in("begin 644 cat.txt\n#0V%T\n").files()).hasSize(1);
    }

    @Test
    void a_yencoded_file_is_taken_out() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Ответ\r\n=ybegin line=128 size=4 name=справка.bin\r\n".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(new byte[] {'=', (byte) (0xe3 + 42 + 64), (byte) (0xff + 42), (byte) (0x41 + 42), '=', 'n'});
        text.writeBytes("\r\n=yend size=4\r\nконец".getBytes(StandardCharsets.UTF_8));

        FilesInText found = FilesInText.in(text.toByteArray());

        assertThat(text(found)).isEqualTo("Ответ\r\nконец");
        assertThat(found.files().get(0).name()).isEqualTo("справка.bin");
        assertThat(found.files().get(0).content()).containsExactly(0xe3, 0xff, 0x41, 0x04);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 a.txt",
                "begin 644 a.txt\nнет здесь файла\n",
                "begin 6 pm\nall\nend\n",
                "Please begin 644 a\n",
                "=ybegin line=128 name=a\nникогда не кончится",
                "begin  with this\nend"
            })
    void words_that_only_look_like_a_file_stay(String text) {
        assertThat(in(text).files()).isEmpty();
        assertThat(text(in(text))).isEqualTo(text);
    }

    @Test
    void thousands_of_beginnings_are_looked_at_once() {
        FilesInText found = in("begin 644 a\n#0V%T\n".repeat(100_000));

        assertThat(found.files()).hasSizeLessThan(2);
    }

    private static FilesInText in(String text) {
        return FilesInText.in(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(FilesInText found) {
        return new String(found.text(), StandardCharsets.UTF_8);
    }
}
