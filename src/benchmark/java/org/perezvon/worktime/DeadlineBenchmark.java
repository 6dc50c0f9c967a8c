package org.perezvon.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One answer's deadline with the sentences that explain it, beside the same moments found by walking minute by minute
 * through the same calendars. Requests come at any second of 2022..2027.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DeadlineBenchmark {

    private static final int RECEIPTS = 4096;
    private static final LocalDateTime FIRST = LocalDate.of(2022, 1, 10).atStartOfDay();
    private static final LocalDateTime LAST = LocalDate.of(2027, 12, 15).atStartOfDay();

    private final Term term = Terms.shipped().named("irkutsk-answer");
    private final Body body = Body.irkutsk();
    private final Deadlines deadlines = Deadlines.shipped();
    private final MinuteOracle oracle = new MinuteOracle(Stream.concat(
                    IntStream.rangeClosed(2022, 2027).mapToObj("ru-%d.csv"::formatted),
                    IntStream.rangeClosed(2024, 2027).mapToObj("regional/ru-IRK-%d.csv"::formatted))
            .toArray(String[]::new));

    private final LocalDateTime[] received = receipts();
    private final Instant[] moments =
            Stream.of(received).map(at -> at.atZone(body.zone()).toInstant()).toArray(Instant[]::new);
    private int next;

    @Benchmark
    public Deadline derived() {
        return deadlines.of(term, body, moments[next++ & RECEIPTS - 1]);
    }

    @Benchmark
    public int walked() {
        LocalDateTime at = received[next++ & RECEIPTS - 1];
        return oracle.answerDue(at).compareTo(oracle.closingOfDay(5, at));
    }

    private static LocalDateTime[] receipts() {
        long seconds = Duration.between(FIRST, LAST).toSeconds();
        return new Random(509)
                .longs(RECEIPTS, 0, seconds)
                .mapToObj(FIRST::plusSeconds)
                .toArray(LocalDateTime[]::new);
    }
}
