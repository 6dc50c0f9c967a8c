package org.perezvon.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.SheetCell;
import org.perezvon.kernel.SheetText;

/**
 * The directory as a table that a spreadsheet opens: semicolons, Russian headings, UTF-8 with its mark. No cell is ever
 * a formula to a spreadsheet: what could be one begins with an apostrophe, which is taken off again when it is read.
 */
final class DirectoryCsv {

    private static final String MARK = "\uFEFF";
    private static final int LONGEST = 5_000_000;

    private DirectoryCsv() {}

    /** @param number of the line in the file on which the row begins, from 1 */
    record Line(long number, AgencyRow row) {}

    static byte[] write(List<AgencyRow> rows) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer =
                CSVFormat.EXCEL.builder().setDelimiter(';').get().print(text)) {
            printer.printRecord(Arrays.stream(Column.values()).map(Column::title));
            for (AgencyRow row : rows) {
                printer.printRecord(Arrays.stream(Column.values()).map(column -> SheetCell.written(row.cell(column))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Rows with the columns the file has; empty lines are passed over.
     *
     * @throws InvalidInput in Russian, when this is no such table
     */
    static List<Line> read(byte[] file) {
        if (file.length > LONGEST) {
            throw refused("Файл больше 5 МБ: это не таблица справочника");
        }
        String text = SheetText.of(file);
        String first = text.lines().findFirst().orElse("");
        char delimiter = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .setTrim(true)
                        .get())) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw refused("Файл пуст");
            }
            List<Column> columns = columns(records.next());
            for (long before = parser.getCurrentLineNumber();
                    records.hasNext();
                    before = parser.getCurrentLineNumber()) {
                CSVRecord record = records.next();
                if (record.stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(new Line(before + 1, row(columns, record, before + 1)));
                }
            }
        } catch (CSVException | UncheckedIOException e) {
            throw refused("Файл не разбирается как таблица CSV: проверьте кавычки");
        } catch (IOException e) {
            throw refused("Файл не разбирается как таблица CSV: проверьте кавычки");
        }
        return lines;
    }

    private static List<Column> columns(CSVRecord header) {
        List<Column> columns = new ArrayList<>();
        for (String title : header) {
            columns.add(Column.titled(title)
                    .orElseThrow(() -> refused("Столбец «%s» незнаком. Есть столбцы: %s"
                            .formatted(
                                    title,
                                    String.join(
                                            ", ",
                                            Arrays.stream(Column.values())
                                                    .map(Column::title)
                                                    .toList())))));
        }
        if (!columns.contains(Column.CODE)) {
            throw refused("В первой строке нет столбца «код»: по нему узнают орган");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw refused("Столбец назван в первой строке дважды");
        }
        return columns;
    }

    private static AgencyRow row(List<Column> columns, CSVRecord record, long number) {
        if (record.size() > columns.size()) {
            throw refused("Строка %d: ячеек больше, чем столбцов".formatted(number));
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), i < record.size() ? SheetCell.meant(record.get(i)) : "");
        }
        return new AgencyRow(cells);
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput(List.of(new Problem("file", message)));
    }
}
