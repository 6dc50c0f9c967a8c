package org.perezvon.worktime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as text: cells between commas, quotes around a cell that holds one, a doubled quote for a quote (RFC 4180); blanks
 * around a cell do not count.
 */
final class Csv {

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private Csv(String text, char separator) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.separator = separator;
    }

    /** @param number of the line where it begins, from 1 */
    record Line(int number, List<String> cells) {}

    /** @throws UnreadableCalendar when a quote is never closed, or closed in the middle of a cell */
    static List<Line> lines(String text, char separator) {
        Csv csv = new Csv(text, separator);
        List<Line> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Line line = csv.line();
            if (!line.cells().stream().allMatch(String::isBlank)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The rows under a header, cell by column; a cell that is missing at the end of a row is empty. */
    static List<Map<String, String>> rows(String text) {
        List<Line> lines = lines(text, ',');
        List<Map<String, String>> rows = new ArrayList<>();
        for (Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            List<String> header = lines.get(0).cells();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), i < line.cells().size() ? line.cells().get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    private Line line() {
        int number = line;
        List<String> cells = new ArrayList<>();
        do {
            skipBlanks();
            cells.add(at < text.length() && text.charAt(at) == '"' ? quotedCell() : plainCell());
            skipBlanks();
        } while (isNext(separator));
        boolean ended = isNext('\r') | isNext('\n');
        if (!ended && at < text.length()) {
            throw unreadable(number);
        }
        line++;
        return new Line(number, cells);
    }

    private String plainCell() {
        int begin = at;
        while (at < text.length() && !endsCell(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quotedCell() {
        int number = line;
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' && !text.startsWith("\"\"", at)) {
                at++;
                return cell.toString();
            }
            at += character == '"' ? 1 : 0;
            line += character == '\n' ? 1 : 0;
            cell.append(character);
        }
        throw unreadable(number);
    }

    private static UnreadableCalendar unreadable(int line) {
        return UnreadableCalendar.at("Строка " + line, "не разбирается как CSV. Проверьте кавычки и разделители.");
    }

    private void skipBlanks() {
        while (at < text.length()
                && text.charAt(at) != separator
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean endsCell(char character) {
        return character == separator || character == '\r' || character == '\n';
    }

    private boolean isNext(char character) {
        boolean next = at < text.length() && text.charAt(at) == character;
        at += next ? 1 : 0;
        return next;
    }
}
