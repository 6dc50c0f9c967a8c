package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @Test
    void the_shipped_table_says_what_clause_10_says() {
        Term answer = Terms.shipped().named("irkutsk-answer");

        assertThat(answer.counting()).isEqualTo(Counting.SAME_CLOCK_TIME);
        assertThat(answer.length()).isEqualTo(1);
        assertThat(answer.cutOff()).isEqualTo("16:00");
        assertThat(answer.wall()).isEqualTo(WorkingDays.of(5));
        assertThat(answer.shortClause()).isEqualTo("п. 10 регламента");
    }

    @Test
    void a_name_nobody_knows_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> Terms.shipped().named("irkutsk-anser"))
                .hasMessageStartingWith("Срока «irkutsk-anser» нет; есть: dispatch, irkutsk-answer, ");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "тот же час" | "тот самый час" | Способ счёта «тот самый час» неизвестен; бывают: «тот же час», «конец дня»
        "16:00" | "16-00" | пороговый час пишут как 16:00, а написано «16-00»
        "2 ч" | "2 часа" | напомнить за «2 ч» или «30 мин», а написано «2 часа»
        "irkutsk-answer" | null | не заполнен столбец «Имя срока»
        >5< | >0< | Срок в рабочих днях бывает от 1 до 30, а указано 0
        >5< | >"пять"< | в столбце «Продлить не далее» должно стоять целое число, а стоит «пять»
        >5< | >days + 1< | «days + 1» — не значение; в ячейке должно стоять число или текст в кавычках
        "п. 10 подп. 3 регламента (I-10.3)" | null | Срок «irkutsk-answer»: предел продления и его пункт указывают вместе
        """)
    void a_row_that_is_no_term_is_refused_by_its_number(String cell, String instead, String why) throws Exception {
        String table = shippedTable();
        int row = table.indexOf("rule_irkutsk-answer");
        String broken = table.substring(0, row) + table.substring(row).replaceFirst(Pattern.quote(cell), instead);

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Таблица сроков, строка 2: " + why);
    }

    @Test
    void two_different_terms_of_one_name_are_refused() {
        assertThatThrownBy(() -> read(shippedTable().replace("\"kazakhstan-inform\"", "\"kazakhstan-appoint\"")))
                .hasMessageContaining("срок «kazakhstan-appoint» уже есть выше, но другой");
    }

    @Test
    void what_is_no_table_is_refused() {
        assertThatThrownBy(() -> read("<html>")).hasMessageStartingWith("Таблица решений не читается как DMN");
        assertThatThrownBy(() -> read("<a/>")).hasMessageContaining("ровно одна таблица решений, а их 0");
        assertThatThrownBy(() -> read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))
                .hasMessageStartingWith("Таблица решений не читается как DMN");
    }

    private static Terms read(String table) throws IOException {
        return Terms.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static String shippedTable() {
        try (InputStream table =
                Objects.requireNonNull(TermsTest.class.getResourceAsStream("/processes/inquiry-terms.dmn"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
