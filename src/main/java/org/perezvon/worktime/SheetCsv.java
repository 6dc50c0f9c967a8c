package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Our own form of a calendar: {@code date,kind,name}, one row to a day. Excel may have written it anew with semicolons,
 * Russian dates and empty rows at the end.
 */
final class SheetCsv {

    private SheetCsv() {}

    /**
     * One row that says something.
     *
     * @param name empty where the row does not tell one
     */
    record Line(int number, LocalDate date, Mark.Kind kind, String name) {

        String place() {
            return "Строка " + number;
        }

        Row toRow() {
            return new Row(date, kind, name);
        }
    }

    /** Whether the text begins with our header. */
    static boolean recognizes(String text) {
        List<String> header = header(text);
        return header.contains("date") && header.contains("kind");
    }

    /** @throws UnreadableCalendar at the first row that cannot be understood */
    static List<Line> read(String text) {
        List<String> header = header(text);
        List<Line> lines = new ArrayList<>();
        boolean headerRead = false;
        for (Csv.Line line : Csv.lines(text, separator(text))) {
            if (headerRead) {
                lines.add(line(line.number(), header, line.cells()));
            }
            headerRead = true;
        }
        return lines;
    }

    /** The rows as a file that {@link #read} reads back. */
    static String write(List<Row> rows) {
        StringBuilder text = new StringBuilder("date,kind,name\n");
        for (Row row : rows) {
            text.append(row.date()).append(',').append(row.kind().word()).append(',');
            text.append(quoted(row.name())).append('\n');
        }
        return text.toString();
    }

    private static Line line(int number, List<String> header, List<String> fields) {
        String place = "Строка " + number;
        LocalDate date = FileDate.anyOf(place, field("date", header, fields));
        String name = field("name", header, fields).replaceAll("\\s+", " ").strip();
        try {
            return new Line(number, date, Mark.Kind.of(field("kind", header, fields)), name);
        } catch (IllegalArgumentException e) {
            throw UnreadableCalendar.at(place, e.getMessage() + ". Исправьте файл.");
        }
    }

    private static String field(String column, List<String> header, List<String> fields) {
        int index = header.indexOf(column);
        return 0 <= index && index < fields.size() ? fields.get(index).strip() : "";
    }

    private static List<String> header(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return Stream.of(first.split("[,;\t]"))
                .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static char separator(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static String quoted(String name) {
        return name.matches("[^,;\"\t]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
