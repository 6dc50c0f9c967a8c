package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorktimeTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Worktime.class);

    @Test
    void with_nothing_configured_the_shipped_calendars_are_used() {
        application.run(context -> assertThat(context.getBean(Deadlines.class)
                        .calendar(Body.irkutsk())
                        .lastDecreedYear())
                .isGreaterThanOrEqualTo(2027));
    }

    @Test
    void a_place_that_holds_no_calendars_stops_the_start() {
        application
                .withPropertyValues("perezvon.worktime.calendars=file:/nowhere/at/all/")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("/nowhere/at/all/status.csv"));
    }

    @Test
    void a_place_without_its_slash_stops_the_start() {
        application
                .withPropertyValues("perezvon.worktime.calendars=classpath:calendars")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_deadline_with_its_derivation_costs_microseconds() {
        Deadlines deadlines = Deadlines.shipped();
        Body body = Body.irkutsk();
        Instant newYear = Instant.parse("2026-12-28T00:00:00Z");
        Runnable tenThousand = () -> IntStream.range(0, 10_000)
                .forEach(i -> deadlines.of(LegalTerms.IRKUTSK_ANSWER, body, newYear.plusSeconds(i * 60L)));
        tenThousand.run();

        // Time of this thread on the processor: a busy machine does not count. About 10 µs each, once warm.
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long before = processor.getCurrentThreadCpuTime();
        tenThousand.run();
        Duration spent = Duration.ofNanos(processor.getCurrentThreadCpuTime() - before);

        assertThat(spent.dividedBy(10_000)).isLessThan(Duration.ofNanos(300_000));
    }
}
