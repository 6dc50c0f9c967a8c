package org.perezvon.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.InvalidInput;

/** The rows of a file as somebody would enter them: of the plain form, or of the annex (K-21). */
final class ImportRows {

    private static final int LOOKED_FOR_HEADINGS = 10;
    private static final int FEWEST_HEADINGS = 2;
    private static final int LONGEST_NAME = 200;
    private static final Pattern QUOTED = Pattern.compile("[«\"“]([^»\"”]{5,200})[»\"”]");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    private final ImportTable table;
    private final Map<ImportColumn, Integer> columns;
    private final int headings;

    private ImportRows(ImportTable table, Map<ImportColumn, Integer> columns, int headings) {
        this.table = table;
        this.columns = columns;
        this.headings = headings;
    }

    /** @param line as people count in the file */
    record Entered(int line, KnowledgeController.NewItem item) {}

    /** @throws InvalidInput when no row has headings that are known; in Russian */
    static ImportRows of(ImportTable table) {
        for (int row = 0; row < Math.min(LOOKED_FOR_HEADINGS, table.lines().size()); row++) {
            Map<ImportColumn, Integer> found = new EnumMap<>(ImportColumn.class);
            List<String> cells = table.lines().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                int place = column;
                ImportColumn.headed(cells.get(column)).ifPresent(known -> found.putIfAbsent(known, place));
            }
            boolean plain = found.containsKey(ImportColumn.TITLE) && found.containsKey(ImportColumn.ANSWER);
            boolean annex = found.containsKey(ImportColumn.ANNEX_REGULATION);
            if (found.size() >= FEWEST_HEADINGS && (plain || annex)) {
                return new ImportRows(table, found, row);
            }
        }
        throw new InvalidInput(List.of(new InvalidInput.Problem(
                "file",
                "Не найдены заголовки столбцов. Нужны «Заголовок» и «Ответ» (ещё бывают: Орган, Источник, Действует с,"
                        + " Действует до, Темы, Вид) или столбцы приложения к Правилам: № государственной услуги в"
                        + " реестре, Регламент государственной услуги, Изменения нормативных правовых актов,"
                        + " Интернет-ресурс, Ф.И.О. ответственного исполнителя")));
    }

    boolean areOfAnnex() {
        return columns.containsKey(ImportColumn.ANNEX_REGULATION);
    }

    /** How a field is called in this file. */
    String heading(String field) {
        return Arrays.stream(ImportColumn.values())
                .filter(column ->
                        column.isOfAnnex() == areOfAnnex() && column.field().equals(field))
                .findFirst()
                .or(() -> Arrays.stream(ImportColumn.values())
                        .filter(column -> column.field().equals(field))
                        .findFirst())
                .map(ImportColumn::title)
                .orElse(field);
    }

    /** @param agency of whom all of it is, where the file does not say; @param code finds an agency by what people call it */
    List<Entered> entered(@Nullable String agency, Function<String, Optional<String>> code) {
        List<Entered> entered = new ArrayList<>();
        for (ImportTable.Line line :
                table.lines().subList(headings + 1, table.lines().size())) {
            if (!line.isEmpty() && !isRowOfNumbers(line)) {
                entered.add(new Entered(line.number(), areOfAnnex() ? annex(line, agency) : plain(line, agency, code)));
            }
        }
        return entered;
    }

    /** Official forms number their columns in a row of their own: 1 2 3 4. */
    private static boolean isRowOfNumbers(ImportTable.Line line) {
        return line.cells().size() > 2 && line.cells().stream().allMatch(cell -> cell.matches("\\d{1,2}"));
    }

    private KnowledgeController.NewItem plain(
            ImportTable.Line line, @Nullable String agency, Function<String, Optional<String>> code) {
        String named = cell(line, ImportColumn.AGENCY);
        return new KnowledgeController.NewItem(
                kind(cell(line, ImportColumn.KIND)),
                named.isEmpty() ? agency : code.apply(named).orElse(named),
                cell(line, ImportColumn.TITLE),
                cell(line, ImportColumn.ANSWER),
                List.of(),
                cell(line, ImportColumn.SOURCE),
                Arrays.stream(cell(line, ImportColumn.TOPICS).split("[,;]")).toList(),
                iso(cell(line, ImportColumn.VALID_FROM)),
                iso(cell(line, ImportColumn.VALID_UNTIL)),
                "Загружено из файла, строка " + line.number());
    }

    /** How a service is provided (T-4), as the annex tells it. */
    private KnowledgeController.NewItem annex(ImportTable.Line line, @Nullable String agency) {
        String regulation = cell(line, ImportColumn.ANNEX_REGULATION);
        String number = cell(line, ImportColumn.ANNEX_NUMBER);
        String changes = cell(line, ImportColumn.ANNEX_CHANGES);
        String site = cell(line, ImportColumn.ANNEX_SITE);
        Matcher quoted = QUOTED.matcher(regulation);
        String name = quoted.find() ? quoted.group(1) : regulation;
        String brief = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        List<String> said = Stream.of(
                        labelled("Регламент", regulation),
                        labelled("Изменения", changes),
                        labelled("Подробнее", site),
                        labelled("Ответственный исполнитель", cell(line, ImportColumn.ANNEX_PERSON)))
                .filter(part -> !part.isEmpty())
                .toList();
        return new KnowledgeController.NewItem(
                ItemKind.REFERENCE.name(),
                agency,
                brief.isEmpty() ? "" : number.isEmpty() ? brief : brief + " (услуга № " + number + " в реестре)",
                regulation.isEmpty() ? "" : String.join("\n\n", said),
                List.of(),
                regulation,
                number.isEmpty() ? List.of() : List.of("услуга " + number),
                null,
                null,
                ("Загружено из приложения к Правилам (K-21), строка " + line.number() + ". " + date(line)).strip());
    }

    private String date(ImportTable.Line line) {
        String own = cell(line, ImportColumn.ANNEX_DATE);
        Matcher below = Pattern.compile("Дата\\s*:\\s*([^\\n]{4,40})").matcher(table.beside());
        return !own.isEmpty()
                ? "Дата: " + own
                : below.find() ? "Дата: " + below.group(1).strip() : "";
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + ": " + text;
    }

    private String cell(ImportTable.Line line, ImportColumn column) {
        return columns.containsKey(column) ? line.cell(Objects.requireNonNull(columns.get(column))) : "";
    }

    /** By its Russian name or ours; anything else is told as a fault. */
    private static String kind(String written) {
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.title().toLowerCase(Locale.ROOT).equals(written.toLowerCase(Locale.ROOT)))
                .map(ItemKind::name)
                .findFirst()
                .orElse(written);
    }

    private static String iso(String written) {
        Matcher day = DAY.matcher(written);
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)))
                : written;
    }
}
