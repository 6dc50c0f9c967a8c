package org.perezvon.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.worktime.DecisionTable;
import org.springframework.stereotype.Component;

/** A table of competence comes into force only when every row of it is a rule. */
@Component
class CompetenceTableRule implements DeployedFileRule {

    @Override
    public boolean concerns(String name) {
        return name.endsWith("competence.dmn");
    }

    @Override
    public List<String> objections(byte[] content) {
        List<String> objections = new ArrayList<>();
        try {
            DecisionTable table = DecisionTable.read(new ByteArrayInputStream(content));
            for (int row = 0; row < table.rows().size(); row++) {
                objection(row + 1, cells(table.columns(), table.rows().get(row)))
                        .ifPresent(objections::add);
            }
        } catch (IllegalArgumentException e) {
            objections.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
        return objections;
    }

    private static Optional<String> objection(int number, Map<String, @Nullable Object> cells) {
        try {
            CompetenceRule.of(cells);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("Таблица компетенции, строка " + number + ": " + e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> cells(List<String> columns, List<String> row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            cells.put(columns.get(i), literal(row.get(i)));
        }
        return cells;
    }

    private static @Nullable Object literal(String cell) {
        if (cell.isEmpty() || cell.equals("null") || cell.equals("-")) {
            return null;
        }
        return cell.matches("-?\\d{1,6}") ? new BigDecimal(cell) : cell.replaceAll("^\"|\"$", "");
    }
}
