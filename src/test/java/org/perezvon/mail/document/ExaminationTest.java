package org.perezvon.mail.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.Documents;

/** What a look into a file finds. */
class ExaminationTest {

    private static final String ANSWER = "Пособие назначат 20 ноября";

    @Test
    void documents_of_every_kind_agencies_send_are_read() {
        assertRead(Documents.docx(ANSWER, "Қосымша құжаттар"), "wordprocessingml.document");
        assertRead(Documents.xlsx(), "spreadsheetml.sheet");
        assertRead(Documents.xls(), "application/vnd.ms-excel");
        assertRead(Documents.pdf(ANSWER), "application/pdf");
        assertRead(Documents.rtf(ANSWER + ", ұлт"), "application/rtf");
        assertRead(Documents.odt(ANSWER), "opendocument.text");
        assertRead(Documents.ods(ANSWER), "opendocument.spreadsheet");
        assertRead(ANSWER.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static void assertRead(byte[] file, String type) {
        Findings found = examined(file);
        assertThat(found.type()).endsWith(type);
        assertThat(found.text()).contains(ANSWER);
        assertThat(found.unread()).isNull();
        assertThat(found.whole()).isTrue();
    }

    @Test
    void letters_beyond_windows_1251_are_read_in_rtf() {
        assertThat(examined(Documents.rtf("Құрметті ұжым")).text()).isEqualTo("Құрметті ұжым");
    }

    @Test
    void hidden_sheets_and_rows_are_told_by_name() {
        assertThat(examined(Documents.xlsx()).remarks())
                .containsExactlyInAnyOrder(Remark.of("скрытые листы: «Люди»"), Remark.of("есть скрытые строки"));
        assertThat(examined(Documents.ods(ANSWER)).remarks()).containsExactly(Remark.of("есть скрытые листы"));
        assertThat(examined(Documents.xls()).remarks())
                .anySatisfy(remark -> assertThat(remark.words()).startsWith("скрытые листы"));
    }

    @Test
    void macros_are_a_danger() {
        byte[] docm = Documents.zip(Map.of(
                "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8),
                "word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8),
                "word/vbaProject.bin", new byte[100]));

        Findings found = examined(docm);

        assertThat(found.type()).isEqualTo("application/vnd.ms-word.document.macroenabled.12");
        assertThat(found.remarks()).contains(OfficeRemarks.MACROS);
    }

    @Test
    void a_template_that_is_fetched_from_elsewhere_is_a_danger() {
        byte[] docx = Documents.zip(Map.of(
                "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8),
                "word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8),
                "word/_rels/settings.xml.rels", """
                        <Relationships><Relationship Id="1" Target="http://elsewhere.example/t.dotm" TargetMode="External" \
                        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>\
                        </Relationships>""".getBytes(StandardCharsets.UTF_8)));

        assertThat(examined(docx).remarks()).singleElement().satisfies(remark -> assertThat(remark.danger())
                .isTrue());
    }

    @Test
    void what_is_locked_by_a_password_is_a_danger_and_says_so() {
        for (byte[] locked : new byte[][] {Documents.locked(Documents.docx(ANSWER)), Documents.lockedPdf()}) {
            Findings found = examined(locked);
            assertThat(found.unread()).isEqualTo("файл закрыт паролем");
            assertThat(found.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.danger()).isTrue();
                assertThat(remark.words()).startsWith("закрыт паролем");
            });
        }
    }

    @Test
    void an_archive_is_known_by_what_lies_in_it_and_never_unpacked() {
        byte[] inner = Documents.zip(Map.of("ответ.txt", new byte[10]));
        byte[] archive = Documents.zip(
                Map.of("акт.pdf.exe", Documents.program(), "ещё.zip", inner, "нули.txt", new byte[200 * 1024 * 1024]));

        Findings found = examined(archive);

        assertThat(found.type()).isEqualTo("application/zip");
        assertThat(found.text()).contains("акт.pdf.exe");
        assertThat(found.remarks())
                .contains(
                        Remark.danger("в архиве программа: акт.pdf.exe"),
                        Remark.danger("в архиве ещё один архив: ещё.zip"),
                        Remark.danger("архив распаковывается в 200 МБ"));
    }

    @Test
    void a_program_is_a_program_whatever_it_is_called() {
        assertThat(examined(Documents.program()).remarks()).contains(Remark.danger("это программа, а не документ"));
    }

    @Test
    void old_russian_letters_are_a_text_too() {
        Findings found = Examination.of(
                ANSWER.getBytes(Charset.forName("windows-1251")),
                bytes -> new String(bytes, Charset.forName("windows-1251")));

        assertThat(found.type()).isEqualTo("text/plain");
        assertThat(found.text()).isEqualTo(ANSWER);
    }

    @Test
    void a_page_is_a_danger_and_its_words_are_read() {
        Findings found = examined(("<html><body><p>" + ANSWER + "</p></body></html>").getBytes(StandardCharsets.UTF_8));

        assertThat(found.text()).isEqualTo(ANSWER);
        assertThat(found.remarks()).anyMatch(Remark::danger);
    }

    @Test
    void a_scan_has_no_text_and_a_script_in_a_pdf_is_a_danger() {
        assertThat(examined(Documents.pdf()).unread()).contains("похоже, это скан");
        assertThat(examined(Documents.pdfWithScript()).remarks()).anyMatch(Remark::danger);
    }

    @Test
    void what_is_torn_is_told_and_never_thrown() {
        for (byte[] file : new byte[][] {
            Documents.docx(ANSWER),
            Documents.xls(),
            Documents.pdf(ANSWER),
            Documents.odt(ANSWER),
            Documents.program(),
            {}
        }) {
            for (int part = 1; part < 8; part++) {
                Findings found = examined(java.util.Arrays.copyOf(file, file.length * part / 8));
                assertThat(found.type()).isNotEmpty();
            }
        }
    }

    @Test
    void a_longer_text_than_anybody_reads_is_cut() {
        String[] paragraphs = java.util.stream.IntStream.range(0, 20_000)
                .mapToObj(i -> "Строка номер " + i + " очень длинного ответа на запрос")
                .toArray(String[]::new);

        Findings found = examined(Documents.docx(paragraphs));

        assertThat(found.text()).startsWith("Строка номер 0").hasSizeLessThanOrEqualTo(DocumentText.LONGEST);
        assertThat(found.whole()).isFalse();
    }

    private static Findings examined(byte[] file) {
        return Examination.of(file, bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
