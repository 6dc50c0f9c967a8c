package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void a_row_is_read_by_its_header() {
        assertThat(Csv.rows("date,kind,name\n2026-05-09,holiday,День Победы\n"))
                .containsExactly(Map.of("date", "2026-05-09", "kind", "holiday", "name", "День Победы"));
    }

    @Test
    void quotes_keep_commas_lines_and_quotes() {
        assertThat(Csv.lines("a,\"b, c\",\"d \"\"e\"\"\nf\"\ng", ','))
                .containsExactly(new Csv.Line(1, List.of("a", "b, c", "d \"e\"\nf")), new Csv.Line(3, List.of("g")));
    }

    @Test
    void windows_line_ends_a_byte_order_mark_and_empty_rows_are_nothing() {
        assertThat(Csv.rows("\uFEFFdate,name\r\n\r\n2026-05-09,\r\n,\r\n"))
                .containsExactly(Map.of("date", "2026-05-09", "name", ""));
    }

    @Test
    void blanks_around_a_cell_do_not_count() {
        assertThat(Csv.lines(" a ;\t\"b \" ; c d", ';')).containsExactly(new Csv.Line(1, List.of("a ", "b ", "c d")));
    }

    @Test
    void cells_missing_at_the_end_of_a_row_are_empty() {
        assertThat(Csv.rows("a,b,c\n1,2")).containsExactly(Map.of("a", "1", "b", "2", "c", ""));
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_with_its_line() {
        assertThatThrownBy(() -> Csv.rows("a,b\n1,\"2\n3"))
                .hasMessage("Строка 2: не разбирается как CSV. Проверьте кавычки и разделители.");
        assertThatThrownBy(() -> Csv.rows("a,b\n1,\"2\"3\n")).hasMessageStartingWith("Строка 2: не разбирается");
    }

    @Test
    void a_table_without_rows_has_none() {
        assertThat(Csv.rows("a,b\n")).isEmpty();
        assertThat(Csv.rows("")).isEmpty();
    }
}
