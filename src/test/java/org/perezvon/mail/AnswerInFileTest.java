package org.perezvon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails say no more than that their answer lies in a file. */
class AnswerInFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "Ответ во вложении.",
                "Добрый день!\nНаправляем ответ (прилагается).",
                "См. прикреплённый файл",
                "Жауап тіркеледі",
                "Please find the answer attached.",
                "Antwort im Anhang"
            })
    void an_empty_or_pointing_text_beside_a_file_is_such(String text) {
        assertThat(AnswerInFile.is(text, List.of(file("ответ.pdf", "application/pdf", false))))
                .isTrue();
    }

    @Test
    void a_text_that_answers_is_not() {
        List<MailFile> files = List.of(file("ответ.pdf", "application/pdf", false));

        assertThat(AnswerInFile.is("Пособие назначат 20 ноября.", files)).isFalse();
        assertThat(AnswerInFile.is("Во вложении порядок выплаты. " + "Пособие назначат 20 ноября. ".repeat(20), files))
                .isFalse();
    }

    @Test
    void without_a_file_that_tells_nothing_is() {
        assertThat(AnswerInFile.is("Ответ во вложении", List.of())).isFalse();
        assertThat(AnswerInFile.is(
                        "",
                        List.of(
                                file("logo.png", "image/png", true),
                                file("smime.p7s", "application/pkcs7-signature", false))))
                .isFalse();
    }

    private static MailFile file(String name, String type, boolean inline) {
        return new MailFile(
                1, name, type, 10, inline, null, MailFile.State.NOT_YET, null, List.of(), List.of(), "", false, null);
    }
}
