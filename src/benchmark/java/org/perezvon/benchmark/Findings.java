package org.perezvon.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark has found, a line for each goal. */
final class Findings {

    private static final String LINE = "%-58s %14s %14s %14s %9s  %s%n";

    private final List<Finding> all = new ArrayList<>();

    /**
     * @param limit how large {@code ours} may be
     * @param beside the same thing measured on what we compare ourselves with
     */
    void atMost(String what, double ours, double limit, double beside, String unit) {
        all.add(new Finding(what, "<= " + number(limit, unit), ours, beside, unit, ours <= limit));
    }

    /** @param times how many times as small {@code ours} has to be */
    void timesAsFast(String what, double ours, double times, double beside, String unit) {
        all.add(new Finding(what, ">= %.1f times".formatted(times), ours, beside, unit, beside / ours >= times));
    }

    boolean goalsMet() {
        return all.stream().allMatch(Finding::met);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append(LINE.formatted("what", "goal", "ours", "beside", "ratio", ""));
        all.forEach(finding -> table.append(LINE.formatted(
                finding.what(),
                finding.goal(),
                number(finding.ours(), finding.unit()),
                number(finding.beside(), finding.unit()),
                "%.1f".formatted(finding.beside() / finding.ours()),
                finding.met() ? "PASS" : "FAIL")));
        return table.toString();
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, unit);
    }

    private record Finding(String what, String goal, double ours, double beside, String unit, boolean met) {}
}
