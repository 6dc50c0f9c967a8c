package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/** The cells of a table's row. Those of one line each stand side by side; longer ones one below the other. */
final class HtmlRow {

    private final List<List<Line>> cells = new ArrayList<>();

    void add(List<Line> cell) {
        List<Line> lines = withoutBlankEnds(cell);
        if (!lines.isEmpty()) {
            cells.add(lines);
        }
    }

    List<Line> lines() {
        boolean sideBySide = cells.size() > 1 && cells.stream().allMatch(cell -> cell.size() == 1);
        if (!sideBySide) {
            return cells.stream().flatMap(List::stream).toList();
        }
        Line first = cells.get(0).get(0);
        StringBuilder joined = new StringBuilder(first.text());
        cells.subList(1, cells.size())
                .forEach(cell -> joined.append(" | ").append(cell.get(0).text()));
        return List.of(new Line(joined.toString(), first.depth(), first.signature()));
    }

    private static List<Line> withoutBlankEnds(List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to);
    }
}
