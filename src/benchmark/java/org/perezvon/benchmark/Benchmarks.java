package org.perezvon.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.LoggerFactory;

/** Runs one benchmark by its name and says whether its goals are met; {@code docs/benchmarks.md} tells of each. */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        boolean goalsMet = false;
        try {
            Findings findings = run(String.join(" ", arguments));
            System.out.println(findings);
            goalsMet = findings.goalsMet();
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(goalsMet ? 0 : 1); // mail servers and pools leave threads behind
    }

    private static Findings run(String name) {
        return switch (name) {
            case "deadline" -> DeadlineFindings.measure();
            case "timers" -> TimerFindings.measure();
            case "recomputation" -> new RecomputationBenchmark().run();
            case "mail" -> new MailBenchmark().run();
            case "reading" -> new ReadingBenchmark().run();
<<<<<<< HEAD
            case "search" -> new SearchBenchmark().run();
            default ->
                throw new IllegalArgumentException("There is no benchmark «" + name + "»: choose one of "
                        + List.of("deadline", "timers", "recomputation", "mail", "reading", "search"));
=======
            case "typing" -> new TypingBenchmark().run();
            default ->
                throw new IllegalArgumentException("There is no benchmark «" + name + "»: choose one of "
                        + List.of("deadline", "timers", "recomputation", "mail", "reading", "typing"));
>>>>>>> main
        };
    }
}
