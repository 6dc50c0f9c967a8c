package org.perezvon.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.worktime.DecisionTable;
import org.springframework.stereotype.Component;

/** The tables about call-backs come into force only when every row of them can be followed: a citizen waits at each. */
@Component
class CallBackTableRule implements DeployedFileRule {

    private static final String SUFFIX = ".dmn";

    private static final Map<String, Consumer<CallBackRow>> READINGS = Map.of(
            "call-back-attempts",
            row -> {
                CallBackPolicy.Result.parse(row.text("next", "Что дальше"));
                row.pause("pause");
            },
            "call-back-hours",
            CallBackRow::window,
            "call-back-moment",
            row -> row.truth("now", "Звонить"),
            "call-back-default",
            row -> CallBackPlan.Moment.parse(row.text("moment", "Когда перезвонить")),
            "call-back-offer",
            row -> {
                row.pause("reserved");
                row.pause("within");
            },
            "caller-zone",
            CallBackTableRule::zone);

    @Override
    public boolean concerns(String name) {
        return READINGS.containsKey(name.replace(SUFFIX, ""));
    }

    /** Which table it is, its columns tell: a file may have been renamed. */
    @Override
    public List<String> objections(byte[] content) {
        try {
            DecisionTable table = DecisionTable.read(new ByteArrayInputStream(content));
            String name = named(table);
            List<String> objections = new ArrayList<>();
            for (int number = 0; number < table.rows().size(); number++) {
                try {
                    READINGS.getOrDefault(name, row -> {})
                            .accept(new CallBackRow(
                                    name, cells(table.columns(), table.rows().get(number))));
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

    private static String named(DecisionTable table) {
        return switch (table.columns().get(0)) {
            case "next" -> "call-back-attempts";
            case "from" -> "call-back-hours";
            case "now" -> "call-back-moment";
            case "moment" -> "call-back-default";
            case "reserved" -> "call-back-offer";
            case "zone" -> "caller-zone";
            default ->
                throw new IllegalArgumentException("Столбец «" + table.columns().get(0)
                        + "» незнаком: имена столбцов справа менять нельзя, меняйте надписи и ячейки");
        };
    }

    private static void zone(CallBackRow row) {
        @Nullable Object zone = row.cells().get("zone");
        try {
            if (zone != null) {
                ZoneId.of(zone.toString());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Таблица «caller-zone»: нет часового пояса «" + zone + "»", e);
        }
    }

    private static Map<String, @Nullable Object> cells(List<String> columns, List<String> row) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            cells.put(columns.get(i), value(row.get(i)));
        }
        return cells;
    }

    private static @Nullable Object value(String cell) {
        return switch (cell) {
            case "", "-", "null" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1)
                        : cell;
        };
    }
}
