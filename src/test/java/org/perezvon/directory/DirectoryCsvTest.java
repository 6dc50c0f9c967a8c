package org.perezvon.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.kernel.InvalidInput;

/** The directory's file: what a spreadsheet may do to it, and what it may not do to a spreadsheet. */
class DirectoryCsvTest {

    @Test
    void what_was_written_is_read_back() {
        AgencyRow row = new AgencyRow(Map.of(
                Column.CODE,
                "minsoc",
                Column.NAME,
                "Министерство «Забота»; \"соц\",\nвторая строка",
                Column.PHONE,
                "+7 395 200-00-11",
                Column.REGION,
                "'в кавычке'"));

        List<DirectoryCsv.Line> read = DirectoryCsv.read(DirectoryCsv.write(List.of(row, row)));

        assertThat(read).hasSize(2);
        assertThat(read.get(0).number()).isEqualTo(2);
        assertThat(read.get(1).number()).isEqualTo(4);
        row.cells().forEach((column, text) -> assertThat(read.get(0).row().cell(column))
                .isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 395 200-00-11", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void nothing_is_a_formula_to_a_spreadsheet(String cell) {
        byte[] file = DirectoryCsv.write(List.of(new AgencyRow(Map.of(Column.CODE, "a1", Column.NAME, cell))));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("'" + cell)
                .doesNotContain(";" + cell);
        assertThat(DirectoryCsv.read(file).get(0).row().cell(Column.NAME)).isEqualTo(cell);
    }

    @Test
    void a_file_saved_by_a_russian_excel_or_with_commas_is_read_too() {
        byte[] excel = "Код;Название\r\nminsoc;Министерство\r\n\r\n;\r\nminzdrav;Здрав\r\n"
                .getBytes(Charset.forName("windows-1251"));
        byte[] commas = "код,название\nminsoc,\"Министерство, большое\"".getBytes(StandardCharsets.UTF_8);

        assertThat(DirectoryCsv.read(excel))
                .extracting(line -> line.number() + " " + line.row().cell(Column.NAME))
                .containsExactly("2 Министерство", "5 Здрав");
        assertThat(DirectoryCsv.read(commas).get(0).row().cell(Column.NAME)).isEqualTo("Министерство, большое");
    }

    @Test
    void a_file_that_is_far_too_long_is_not_read() {
        assertThatThrownBy(() -> DirectoryCsv.read(new byte[5_000_001])).hasMessageContaining("больше 5 МБ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "название\nМинистерство",
                "код;цвет\na1;синий",
                "код;код\na1;a1",
                "код;название\na1;б;лишнее",
                "код\n\"a1"
            })
    void what_is_no_table_of_the_directory_is_refused_in_russian(String text) {
        assertThatThrownBy(() -> DirectoryCsv.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("(?s).*[а-яё].*");
    }
}
