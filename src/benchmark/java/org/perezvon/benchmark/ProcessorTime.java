package org.perezvon.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processor time that this program and its database have used since they were started. Other programs on the machine make
 * everything last longer, but this they hardly change.
 */
record ProcessorTime(double javaMillis, double databaseMillis) {

    static ProcessorTime now(JdbcClient jdbc) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ProcessorTime(
                system.getProcessCpuTime() / 1e6,
                server(jdbc)
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum());
    }

    /** @return what each of so many has needed since then */
    ProcessorTime each(ProcessorTime before, int count) {
        return new ProcessorTime(
                (javaMillis - before.javaMillis) / count, (databaseMillis - before.databaseMillis) / count);
    }

    private static Stream<ProcessHandle> server(JdbcClient jdbc) {
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream().flatMap(ProcessHandle::descendants);
    }

    @Override
    public String toString() {
        return "%.1f ms + %.1f ms".formatted(javaMillis, databaseMillis);
    }
}
