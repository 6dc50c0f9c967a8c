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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Decisions;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.worktime.DecisionTable;
import org.springframework.stereotype.Component;

/** The rules of competence, as process owners edit them; a table with a row that is no rule never comes into force. */
@Component
class CompetenceTable implements DeployedFileRule {

    private static final String KEY = "competence";

    private final Decisions decisions;

    CompetenceTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The table of this moment. */
    Function<Case, CompetenceRule> rules() {
        Function<Map<String, String>, Optional<Map<String, @Nullable Object>>> rows = decisions.remembering(KEY);
        return asked -> rows.apply(asked.inTable()).map(CompetenceRule::of).orElse(CompetenceRule.NONE);
    }

    /** What the table is asked. */
    record Case(Evidence.Reason reason, String topic, Agency agency) {

        Map<String, String> inTable() {
            return Map.of(
                    "reason", reason.inTable(),
                    "topic", topic,
                    "kind", agency.kind().name(),
                    "agency", agency.code());
        }
    }

    @Override
    public boolean concerns(String name) {
        return name.endsWith(KEY + ".dmn");
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
