package org.perezvon.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.worktime.DecisionTable;
import org.springframework.stereotype.Component;

/** The tables about extensions and clocks come into force only when every row of them can be followed. */
@Component
class ReplyTableRule implements DeployedFileRule {

    @Override
    public boolean concerns(String name) {
        return name.endsWith(ExtensionPolicy.TABLE + ".dmn") || name.endsWith(ClockPolicy.TABLE + ".dmn");
    }

    @Override
    public List<String> objections(byte[] content) {
        try {
            DecisionTable table = DecisionTable.read(new ByteArrayInputStream(content));
            Consumer<Map<String, String>> reading =
                    table.columns().contains("clock") ? ClockPolicy::startsAnew : ExtensionPolicy::decision;
            List<String> objections = new ArrayList<>();
            for (int number = 0; number < table.rows().size(); number++) {
                try {
                    reading.accept(cells(table.columns(), table.rows().get(number)));
                } catch (IllegalArgumentException e) {
                    objections.add("Строка " + (number + 1) + ": " + e.getMessage());
                }
            }
            return objections;
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    private static Map<String, String> cells(List<String> columns, List<String> row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            String cell = row.get(i);
            if (cell.isEmpty() || cell.equals("null") || cell.equals("-")) {
                continue;
            }
            boolean text = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells.put(columns.get(i), text ? cell.substring(1, cell.length() - 1) : cell);
        }
        return cells;
    }
}
