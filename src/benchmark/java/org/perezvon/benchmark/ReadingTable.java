package org.perezvon.benchmark;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.perezvon.mail.MailKind;

/** Readings summed up, as tables for {@code docs/reading.md}. */
final class ReadingTable {

    private ReadingTable() {}

    static String extraction(String by, List<JudgedReading> readings, Function<JudgedReading, String> group) {
        StringBuilder table = new StringBuilder("| " + by + " | Mails | Exact | F1 |\n|---|---|---|---|\n");
        new TreeMap<>(readings.stream().collect(groupingBy(group)))
                .forEach((name, some) -> table.append(extraction(name, some)));
        return table.append(extraction("**all**", readings)).toString();
    }

    private static String extraction(String name, List<JudgedReading> some) {
        return String.format(Locale.ROOT, "| %s | %d | %.1f %% | %.3f |%n", name, some.size(), exact(some), f1(some));
    }

    /** Rows are what a mail is, columns what it was taken for. */
    static String confusion(List<JudgedReading> readings) {
        StringBuilder table = new StringBuilder("| | ").append(row(kind -> name(kind)));
        table.append("|---|").append(row(kind -> "---").replace(" ", ""));
        for (MailKind expected : MailKind.values()) {
            table.append("| **").append(name(expected)).append("** | ").append(row(taken -> {
                long count = readings.stream()
                        .filter(reading -> reading.letter().kind() == expected
                                && reading.opinion().kind() == taken)
                        .count();
                return count == 0 ? "" : expected == taken ? String.valueOf(count) : "**" + count + "**";
            }));
        }
        return table.toString();
    }

    private static String row(Function<MailKind, String> cell) {
        return Arrays.stream(MailKind.values()).map(cell).collect(Collectors.joining(" | ", "", " |\n"));
    }

    private static String name(MailKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Which ones to look at. */
    static String misread(List<JudgedReading> readings) {
        return readings.stream()
                .filter(reading -> !reading.isRightKind() || (reading.isAskedForText() && !reading.isExact()))
                .map(ReadingTable::complaint)
                .collect(Collectors.joining("\n", "Misread:\n", "\n"));
    }

    private static String complaint(JudgedReading reading) {
        String kind = reading.isRightKind()
                ? ""
                : " " + name(reading.letter().kind()) + " taken for "
                        + name(reading.opinion().kind());
        String text = !reading.isAskedForText() || reading.isExact()
                ? ""
                : String.format(Locale.ROOT, " F1 %.3f", reading.f1());
        return reading.letter().name() + kind + text;
    }

    static double exact(List<JudgedReading> some) {
        return 100.0 * some.stream().filter(JudgedReading::isExact).count() / some.size();
    }

    static double f1(List<JudgedReading> some) {
        return some.stream().mapToDouble(JudgedReading::f1).average().orElse(Double.NaN);
    }

    static double kinds(List<JudgedReading> some) {
        return 100.0 * some.stream().filter(JudgedReading::isRightKind).count() / some.size();
    }
}
