package org.perezvon.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark has found: a line for each goal, and how busy the machine was meanwhile. */
final class Findings {

    private static final String LINE = "%-70s %12s %12s %12s %7s  %s%n";

    private final List<Finding> all = new ArrayList<>();

    /** @param beside the same thing measured on what we compare ourselves with */
    void atMost(String what, double ours, double limit, double beside, Unit unit) {
        all.add(new Finding(what, "<= " + unit.of(limit), ours, beside, unit, ours <= limit));
    }

    /** Compared with nothing. */
    void atMost(String what, double ours, double limit, Unit unit) {
        atMost(what, ours, limit, Double.NaN, unit);
    }

    /** More is better, and it is compared with nothing. */
    void atLeast(String what, double ours, double limit, Unit unit) {
        all.add(new Finding(what, ">= " + unit.of(limit), ours, Double.NaN, unit, ours >= limit));
    }

    /** Faster is better, whatever the other one does. */
    void perSecond(String what, double ours, double limit, double beside) {
        all.add(new Finding(what, ">= " + Unit.PER_SECOND.of(limit), ours, beside, Unit.PER_SECOND, ours >= limit));
    }

    /** @param times how many times as long the other one has to take */
    void timesAsFast(String what, double ours, double times, double beside, Unit unit) {
        all.add(new Finding(what, ">= " + times + " times", ours, beside, unit, beside >= times * ours));
    }

    /** @param share of the other one that is asked for, where more is better */
    void atLeast(String what, double ours, double share, double beside, Unit unit) {
        all.add(new Finding(what, ">= " + share + " times", ours, beside, unit, ours >= share * beside));
    }

    /** Nothing was promised. */
    void told(String what, double ours, double beside, Unit unit) {
        all.add(new Finding(what, "", ours, beside, unit, true));
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
            boolean alone = Double.isNaN(beside);
            String ratio = alone || beside == 0 || ours == 0
                    ? ""
                    : String.format(Locale.ROOT, "%.2f", unit == Unit.PER_SECOND ? ours / beside : beside / ours);
            return LINE.formatted(
                    what,
                    goal,
                    unit.of(ours),
                    alone ? "" : unit.of(beside),
                    ratio,
                    goal.isEmpty() ? "" : met ? "PASS" : "FAIL");
        }
    }
}
