package org.perezvon.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.perezvon.kernel.InvalidInput;

/** Files with many items, as people make them (K-21). */
class ImportTableTest {

    private static final String REGULATION =
            "Регламент государственной услуги «Назначение пособия на ребёнка», утверждён приказом от 12.03.2014 № 15";

    @Test
    void the_annex_as_a_document_becomes_one_item_for_each_service() throws IOException {
        ImportRows rows = ImportRows.of(ImportTable.read(annex()));

        assertThat(rows.areOfAnnex()).isTrue();
        assertThat(rows.entered("minsoc", name -> Optional.empty()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.line()).isEqualTo(3);
                    assertThat(row.item().agency()).isEqualTo("minsoc");
                    assertThat(row.item().kind()).isEqualTo("REFERENCE");
                    assertThat(row.item().title())
                            .isEqualTo("Назначение пособия на ребёнка (услуга № 00801001 в реестре)");
                    assertThat(row.item().answer())
                            .contains(
                                    "Регламент: " + REGULATION,
                                    "Изменения: приказ № 3",
                                    "Подробнее: egov.kz",
                                    "Ахметов А. А.");
                    assertThat(row.item().source()).isEqualTo(REGULATION);
                    assertThat(row.item().why()).contains("K-21", "«20» ноября 2026 г.");
                });
    }

    @Test
    void a_sheet_is_read_by_its_headings_and_a_formula_by_what_it_shows() throws IOException {
        ImportRows rows = ImportRows.of(ImportTable.read(sheet()));

        assertThat(rows.entered(null, name -> Optional.of("minsoc").filter(code -> name.equals("Минсоц"))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.item().agency()).isEqualTo("minsoc");
                    assertThat(row.item().title()).isEqualTo("Режим работы");
                    assertThat(row.item().answer()).isEqualTo("С 9 до 18");
                    assertThat(row.item().validUntil()).isEqualTo("2027-12-31");
                    assertThat(row.item().kind()).isEqualTo("CLARIFICATION");
                });
    }

    @Test
    void csv_of_a_russian_excel_is_read_with_its_lines_counted_as_people_do() {
        String text = "Заголовок;Ответ;Темы\r\n\"Что\nделать\";Ждать;раз, два\r\n\r\nКуда;'=В окно 5;\r\n";

        ImportRows rows = ImportRows.of(ImportTable.read(text.getBytes(Charset.forName("windows-1251"))));

        assertThat(rows.entered("minsoc", name -> Optional.empty()))
                .extracting(ImportRows.Entered::line)
                .containsExactly(2, 5);
        assertThat(rows.entered("minsoc", name -> Optional.empty())
                        .get(1)
                        .item()
                        .answer())
                .isEqualTo("=В окно 5");
    }

    @Test
    void a_small_file_that_unpacks_to_a_giant_is_not_opened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 70; i++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> ImportTable.read(bytes.toByteArray()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("распаковывается");
    }

    @Test
    void what_is_no_table_is_refused_in_russian() {
        List<byte[]> none = List.of(
                "PK\3\4 это не архив".getBytes(StandardCharsets.UTF_8),
                "просто текст".getBytes(StandardCharsets.UTF_8),
                new byte[0]);

        assertThat(none).allSatisfy(file -> assertThatThrownBy(() -> ImportRows.of(ImportTable.read(file)))
                .isInstanceOf(InvalidInput.class));
    }

    private static byte[] annex() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Информация о государственной услуге");
            XWPFTable table = document.createTable(3, 6);
            List<List<String>> rows = List.of(
                    List.of(
                            "№ п/п",
                            "№ государственной услуги в реестре",
                            "Регламент государственной услуги (с указанием его реквизитов)",
                            "Изменения нормативных правовых актов",
                            "Интернет-ресурс, на котором размещена информация о государственной услуге",
                            "Ф.И.О. ответственного исполнителя"),
                    List.of("1", "2", "3", "4", "5", "6"),
                    List.of("1", "00801001", REGULATION, "приказ № 3", "egov.kz", "Ахметов А. А."));
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < 6; cell++) {
                    table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
                }
            }
            document.createParagraph().createRun().setText("Дата: «20» ноября 2026 г.");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] sheet() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            fill(sheet.createRow(0), "Сведения Минсоца");
            fill(sheet.createRow(2), "Орган власти", "Вопрос:", "Ответ", "Действует до", "Вид");
            Row row = sheet.createRow(3);
            fill(row, "Минсоц", "Режим работы", "", "31.12.2027", "разъяснение");
            row.getCell(2).setCellFormula("\"С 9 до 18\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(Row row, String... cells) {
        for (int cell = 0; cell < cells.length; cell++) {
            row.createCell(cell).setCellValue(cells[cell]);
        }
    }
}
