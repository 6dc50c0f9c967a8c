package org.perezvon.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal terms by name, read straight from the decision table that process owners edit. Where a case is decided, the
 * engine's own decision says which row applies; here every row is known by its name, without an engine.
 */
public final class Terms {

    /** The file of the table, in {@code processes/} and in the engine. */
    public static final String FILE = "inquiry-terms.dmn";

    private static final String SHIPPED = "/processes/" + FILE;

    private final Map<String, Term> byName;

    private Terms(Map<String, Term> byName) {
        this.byName = byName;
    }

    /** The table that ships with the product. */
    public static Terms shipped() {
        try (InputStream table = Terms.class.getResourceAsStream(SHIPPED)) {
            if (table == null) {
                throw new IllegalStateException("Нет таблицы сроков " + SHIPPED);
            }
            return read(table);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать таблицу сроков " + SHIPPED, e);
        }
    }

    /**
     * @param table a DMN file with one decision table whose output cells hold plain values
     * @throws IllegalArgumentException in Russian, naming the row that cannot stand
     */
    public static Terms read(InputStream table) throws IOException {
        DecisionTable decision = DecisionTable.read(table);
        Map<String, Term> byName = new LinkedHashMap<>();
        int number = 0;
        for (List<String> row : decision.rows()) {
            number++;
            try {
                Term term = new TermRow(cells(decision.columns(), row)).toTerm();
                Term other = byName.putIfAbsent(term.name(), term);
                if (other != null && !other.equals(term)) {
                    throw new IllegalArgumentException("срок «" + term.name() + "» уже есть выше, но другой");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Таблица сроков, строка " + number + ": " + e.getMessage(), e);
            }
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("В таблице сроков нет ни одной строки");
        }
        return new Terms(byName);
    }

    /** @throws IllegalArgumentException in Russian, listing the names there are */
    public Term named(String name) {
        Term term = byName.get(name);
        if (term == null) {
            throw new IllegalArgumentException("Срока «" + name + "» нет; есть: " + String.join(", ", byName.keySet()));
        }
        return term;
    }

    public Optional<Term> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order of the table. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    public Collection<Term> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    private static Map<String, @Nullable Object> cells(List<String> columns, List<String> row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            cells.put(columns.get(i), literal(row.get(i)));
        }
        return cells;
    }

    /** Only plain values: what a cell computes could not be checked before the table is in force. */
    private static @Nullable Object literal(String cell) {
        if (cell.isEmpty() || cell.equals("null") || cell.equals("-")) {
            return null;
        }
        if (cell.length() >= 2 && cell.startsWith("\"") && cell.indexOf('"', 1) == cell.length() - 1) {
            return cell.substring(1, cell.length() - 1);
        }
        if (cell.matches("\\d{1,6}")) {
            return new BigDecimal(cell);
        }
        throw new IllegalArgumentException(
                "«" + cell + "» — не значение; в ячейке должно стоять число или текст в кавычках");
    }
}
