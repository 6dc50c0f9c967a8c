package org.perezvon.mail.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.Property;

/** What the reader of an office document does not see at first, though it may see him. */
final class OfficeRemarks {

    private static final int LARGEST_PART = 20 * 1024 * 1024;

    static final Remark MACROS = Remark.danger("макросы: при открытии могут выполниться чужие команды");

    private static final Remark REMOTE = Remark.danger("ссылается на внешний файл, который загрузится при открытии");

    private OfficeRemarks() {}

    /** Whether an entry of a zipped document holds commands. */
    static boolean isMacro(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/") || name.startsWith("basic/script");
    }

    /** What the parts of a zipped document tell. */
    static List<Remark> of(ZipContents document) throws IOException {
        List<Remark> remarks = new ArrayList<>();
        if (document.has(OfficeRemarks::isMacro)
                || document.has(name -> name.startsWith("Basic/")
                        && name.endsWith(".xml")
                        && !name.endsWith("-lc.xml")
                        && !name.endsWith("-lb.xml"))) {
            remarks.add(MACROS);
        }
        boolean remote = document.texts(name -> name.endsWith(".rels"), LARGEST_PART / 20).stream()
                .anyMatch(OfficeRemarks::fetchesSomething);
        if (remote) {
            remarks.add(REMOTE);
        }
        String content = document.has("mimetype"::equals) ? document.text("content.xml", LARGEST_PART) : "";
        if (content.contains("table:display=\"false\"")) {
            remarks.add(Remark.of("есть скрытые листы"));
        }
        if (content.contains("table:visibility=\"collapse\"") || content.contains("table:visibility=\"filter\"")) {
            remarks.add(Remark.of("есть скрытые строки или столбцы"));
        }
        return remarks;
    }

    /** A template or an object that lies elsewhere; mere links are not followed by themselves. */
    private static boolean fetchesSomething(String relationships) {
        return Arrays.stream(relationships.split("<Relationship ", 1000))
                .filter(one -> one.contains("TargetMode=\"External\""))
                .anyMatch(one -> one.contains("/attachedTemplate\"") || one.contains("/oleObject\""));
    }

    /**
     * What the reader of the text has noticed.
     *
     * @param within what lies within, by name
     */
    static List<Remark> of(Metadata seen, Collection<String> within) {
        List<Remark> remarks = new ArrayList<>();
        String sheets = names(seen, Office.HIDDEN_SHEET_NAMES, Office.VERY_HIDDEN_SHEET_NAMES);
        if (isTrue(seen, Office.HAS_HIDDEN_SHEETS) || isTrue(seen, Office.HAS_VERY_HIDDEN_SHEETS)) {
            remarks.add(Remark.of("скрытые листы" + (sheets.isEmpty() ? "" : ": " + sheets)));
        }
        if (isTrue(seen, Office.HAS_HIDDEN_ROWS)) {
            remarks.add(Remark.of("есть скрытые строки"));
        }
        if (isTrue(seen, Office.HAS_HIDDEN_COLUMNS)) {
            remarks.add(Remark.of("есть скрытые столбцы"));
        }
        if (isTrue(seen, Office.HAS_HIDDEN_TEXT)) {
            remarks.add(Remark.of("есть скрытый текст"));
        }
        if (isTrue(seen, Office.HAS_TRACK_CHANGES)) {
            remarks.add(Remark.of("есть исправления, видные не всем"));
        }
        Set<String> files = within.stream().filter(name -> !name.isBlank()).collect(Collectors.toSet());
        if (!files.isEmpty()) {
            String listed = files.stream().sorted().limit(5).collect(Collectors.joining(", "));
            boolean program = files.stream().anyMatch(DangerousName::isProgram);
            remarks.add(new Remark(program, "внутри документа есть файлы: " + listed));
        }
        return remarks;
    }

    private static boolean isTrue(Metadata seen, Property property) {
        return "true".equalsIgnoreCase(seen.get(property));
    }

    private static String names(Metadata seen, Property... properties) {
        return Arrays.stream(properties)
                .flatMap(property -> Arrays.stream(seen.getValues(property)))
                .distinct()
                .limit(5)
                .map(name -> "«" + name + "»")
                .collect(Collectors.joining(", "));
    }
}
