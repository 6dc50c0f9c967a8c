package org.perezvon.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark has found: a line for each goal, and how busy the machine was meanwhile. */
final class Findings {

    private static final String LINE = "%-60s %12s %12s %12s %7s  %s%n";

    private final List<Finding> all = new ArrayList<>();

    /** @param beside the same thing measured on what we compare ourselves with */
    void atMost(String what, double ours, double limit, double beside, Unit unit) {
        all.add(new Finding(what, "<= " + unit.of(limit), ours, beside, unit, ours <= limit));
    }

    /** @param times how many times as long the other one has to take */
    void timesAsFast(String what, double ours, double times, double beside, Unit unit) {
        all.add(new Finding(what, ">= " + times + " times", ours, beside, unit, beside >= times * ours));
    }

    boolean goalsMet() {
        return all.stream().allMatch(Finding::met);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(LINE.formatted("", "goal", "ours", "beside", "ratio", ""));
        all.forEach(finding -> table.append(finding.line()));
        return table.append("%d processors, load %.1f%n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()))
                .toString();
    }

    private record Finding(String what, String goal, double ours, double beside, Unit unit, boolean met) {

        String line() {
            String ratio = String.format(Locale.ROOT, "%.1f", beside / ours);
            return LINE.formatted(what, goal, unit.of(ours), unit.of(beside), ratio, met ? "PASS" : "FAIL");
        }
    }
}
