package org.perezvon.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.SheetCell;
import org.perezvon.kernel.SheetText;

/**
 * A table that somebody sent as a file of Word, Excel or as CSV: rows of plain texts. Formulas are never computed, and what
 * unpacks to more than it should is refused before it is opened.
 *
 * @param beside what stands beside the table in a document, e.g. its date
 */
record ImportTable(List<Line> lines, String beside) {

    static final int LARGEST = 10_000_000;
    private static final int LARGEST_UNPACKED = 60_000_000;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_ROWS = 5000;
    private static final int MOST_CELLS = 50;
    private static final int LONGEST_CELL = 60_000;

    ImportTable {
        lines = List.copyOf(lines);
    }

    /** @param number as people count: of the line in the file, of the row in its table */
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** @throws InvalidInput in Russian, when it is no such file */
    static ImportTable read(byte[] file) {
        if (file.length > LARGEST) {
            throw refused("Файл больше 10 МБ: разделите его");
        }
        try {
            if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
                return csv(file);
            }
            return part(file, "word/document.xml") ? word(file) : excel(file);
        } catch (IOException | POIXMLException | UncheckedIOException | IllegalArgumentException e) {
            throw refused("Файл не читается: нужна таблица Word (docx), Excel (xlsx) или CSV");
        }
    }

    /** Looks through all of it first, so that a small file which unpacks to a giant is never opened. */
    private static boolean part(byte[] file, String wanted) throws IOException {
        boolean found = false;
        long unpacked = 0;
        int parts = 0;
        byte[] piece = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found |= entry.getName().equals(wanted);
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw refused("Файл распаковывается больше чем в 60 МБ: такой не открываем");
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw refused("В файле слишком много частей: такой не открываем");
                }
            }
        }
        return found;
    }

    private static ImportTable excel(byte[] file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<Line> lines = new ArrayList<>();
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < Math.min(row.getLastCellNum(), MOST_CELLS); column++) {
                    Cell cell = row.getCell(column);
                    cells.add(cell == null ? "" : cut(text(cell)));
                }
                add(lines, new Line(row.getRowNum() + 1, cells));
            }
            return new ImportTable(lines, "");
        }
    }

    /** Of a formula what its author saw last; a day as it is written in tables. */
    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? DateTimeFormatter.ofPattern("dd.MM.yyyy").format(cell.getLocalDateTimeCellValue())
                        : new DataFormatter()
                                .formatRawCellContents(
                                        cell.getNumericCellValue(),
                                        cell.getCellStyle().getDataFormat(),
                                        cell.getCellStyle().getDataFormatString());
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }

    /** The first table with at least two rows; whatever stands in paragraphs is beside it. */
    private static ImportTable word(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTable table = document.getTables().stream()
                    .filter(one -> one.getNumberOfRows() > 1)
                    .findFirst()
                    .orElseThrow(() -> refused("В документе нет таблицы"));
            List<Line> lines = new ArrayList<>();
            for (XWPFTableRow row : table.getRows()) {
                add(
                        lines,
                        new Line(
                                lines.size() + 1,
                                row.getTableCells().stream()
                                        .limit(MOST_CELLS)
                                        .map(cell -> cut(cell.getText()))
                                        .toList()));
            }
            List<String> paragraphs = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            return new ImportTable(lines, String.join("\n", paragraphs));
        }
    }

    private static ImportTable csv(byte[] file) throws IOException {
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
                        .get())) {
            long before = 0;
            for (CSVRecord record : parser) {
                add(
                        lines,
                        new Line(
                                (int) before + 1,
                                record.stream()
                                        .limit(MOST_CELLS)
                                        .map(SheetCell::meant)
                                        .map(ImportTable::cut)
                                        .toList()));
                before = parser.getCurrentLineNumber();
            }
        }
        return new ImportTable(lines, "");
    }

    private static void add(List<Line> lines, Line line) {
        if (lines.size() >= MOST_ROWS) {
            throw refused("Строк больше " + MOST_ROWS + ": разделите файл");
        }
        lines.add(line);
    }

    private static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell.strip();
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput(List.of(new InvalidInput.Problem("file", message)));
    }
}
