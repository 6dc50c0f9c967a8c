package org.perezvon.benchmark;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.perezvon.worktime.DeadlineBenchmark;

/** Runs {@link DeadlineBenchmark} in JVMs of their own. */
final class DeadlineFindings {

    private DeadlineFindings() {}

    static Findings measure() {
        Map<String, Double> microseconds;
        try {
            microseconds = new Runner(new OptionsBuilder()
                            .include(DeadlineBenchmark.class.getName() + "\\..*")
                            .build())
                    .run().stream()
                            .collect(Collectors.toMap(
                                    result -> result.getPrimaryResult().getLabel(),
                                    result -> result.getPrimaryResult().getScore()));
        } catch (RunnerException e) {
            throw new IllegalStateException("Could not run the benchmark of deadlines", e);
        }
        Findings findings = new Findings();
        findings.timesAsFast(
                "one deadline with its derivation",
                microseconds.getOrDefault("derived", Double.NaN),
                10,
                microseconds.getOrDefault("walked", Double.NaN),
                Unit.MICROSECONDS);
        return findings;
    }
}
