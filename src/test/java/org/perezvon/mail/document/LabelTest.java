package org.perezvon.mail.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender says of a file, held against what it is. */
class LabelTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @ParameterizedTest
    @CsvSource({
        "ответ.pdf, application/pdf, application/pdf",
        "ответ.pdf, application/octet-stream, application/pdf",
        "Ответ.DOCX, application/octet-stream, " + DOCX,
        "ответ, application/octet-stream, application/pdf",
        "список.csv, text/csv, text/plain",
        "письмо.eml, message/rfc822, message/rfc822",
        "фото.jpg, image/jpg, image/jpeg",
        "ответ.bin, application/pdf, application/pdf",
        "подпись.p7s, application/pkcs7-signature, application/octet-stream",
    })
    void an_honest_label_needs_no_remark(String name, String declared, String found) {
        assertThat(new Label(name, declared).against(found)).isEmpty();
    }

    @Test
    void a_name_that_lies_is_told() {
        assertThat(new Label("ответ.pdf", "application/pdf").against("application/x-dosexec"))
                .containsExactly(Remark.of("назван «.pdf», а внутри программа Windows"));
        assertThat(new Label("ответ.doc", "application/msword").against("application/rtf"))
                .containsExactly(Remark.of("назван «.doc», а внутри документ RTF"));
    }

    @Test
    void a_declared_type_that_lies_is_told() {
        assertThat(new Label("ответ.pdf", "image/png").against("application/pdf"))
                .containsExactly(Remark.of("объявлен как изображение PNG, а внутри документ PDF"));
    }

    @Test
    void what_a_computer_runs_is_a_danger_by_its_name_alone() {
        for (String name : List.of("счёт.pdf.exe", "ответ.JS", "документ.lnk", "образ.iso", "отчёт.hta ")) {
            assertThat(new Label(name, "application/octet-stream").against("application/octet-stream"))
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.danger()).isTrue());
        }
    }
}
