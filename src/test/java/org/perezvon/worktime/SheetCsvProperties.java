package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a sheet holds, its file holds: an administrator may take it away, look at it in Excel and bring it back. */
class SheetCsvProperties {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Calendars EMPTY =
            Calendars.of(Map.of("ru", "России"), List.of(Sheet.of("ru", 2000, List.of(), "", true, "0")));

    @Property(tries = 500)
    void a_sheet_comes_back_from_its_file(@ForAll("sheets") Sheet sheet) {
        byte[] file = SheetCsv.write(sheet.rows()).getBytes(UTF_8);

        assertThat(read(file, sheet).rows()).isEqualTo(sheet.rows());
    }

    @Property(tries = 500)
    void a_sheet_comes_back_from_excel(@ForAll("sheets") Sheet sheet) {
        String semicolons = SheetCsv.write(sheet.rows())
                .replaceAll("(?m)^([^,\n]*),([^,\n]*),", "$1;$2;")
                .replace("\n", "\r\n");

        byte[] file = semicolons.getBytes(WINDOWS_1251);
        Assume.that(!isUtf8(file));

        assertThat(read(file, sheet).rows()).isEqualTo(sheet.rows());
    }

    @Property(tries = 500)
    void the_same_days_are_worked_whatever_the_order_of_the_rows(@ForAll("sheets") Sheet sheet) {
        List<String> lines = SheetCsv.write(sheet.rows()).lines().toList();
        Stream<String> backwards =
                Stream.iterate(lines.size() - 1, i -> i > 0, i -> i - 1).map(lines::get);
        String file = lines.get(0) + "\n" + String.join("\n", backwards.toList());

        assertThat(read(file.getBytes(UTF_8), sheet).marks()).isEqualTo(sheet.marks());
    }

    /** No day is called «В«», but its two bytes are a lone « in UTF-8, and nobody could tell. */
    private static boolean isUtf8(byte[] file) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Sheet read(byte[] file, Sheet sheet) {
        return new CalendarFile(file, "ru", sheet.year(), sheet.act())
                .read(EMPTY)
                .sheet();
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('А', 'я')
                .withChars(" ,;\"«»№().-0123456789ёЁIV'%$\\")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .filter(name -> !name.isEmpty());
        Arbitrary<List<List<Row>>> days = Combinators.combine(
                        Arbitraries.integers().between(0, 364), Arbitraries.of(0, 1, 2, 3, 4), names, names)
                .as((day, what, name, other) -> rows(LocalDate.of(2027, 1, 1).plusDays(day), what, name, other))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .uniqueElements(rows -> rows.get(0).date());
        return days.map(list -> Sheet.of(
                "ru", 2027, list.stream().flatMap(List::stream).toList(), "ПП РФ от 17.09.2026 № 1187", true, "17"));
    }

    /** One row to a day, or two where a working day is short. */
    private static List<Row> rows(LocalDate date, int what, String name, String other) {
        Mark.Kind[] kinds = Mark.Kind.values();
        return what < kinds.length
                ? List.of(new Row(date, kinds[what], name))
                : List.of(new Row(date, Mark.Kind.WORKING_DAY, name), new Row(date, Mark.Kind.SHORT_DAY, other));
    }
}
