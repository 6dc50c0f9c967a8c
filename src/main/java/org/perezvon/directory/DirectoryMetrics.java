package org.perezvon.directory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What of the directory a monitoring system should watch: agencies nobody answers for, agreements that end. */
@Component
class DirectoryMetrics implements MeterBinder {

    private final Directory directory;
    private final Agreements agreements;

    DirectoryMetrics(Directory directory, Agreements agreements) {
        this.directory = directory;
        this.agreements = agreements;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("perezvon.directory.unanswerable", this, DirectoryMetrics::unanswerable)
                .description("Agencies to which no letter can go today (I-3.1)")
                .register(registry);
        agreements("ending", false, registry);
        agreements("expired", true, registry);
    }

    private double unanswerable() {
        return directory.agencies().stream()
                .filter(agency -> agency.responsible().isEmpty())
                .count();
    }

    private void agreements(String state, boolean expired, MeterRegistry registry) {
        Gauge.builder("perezvon.directory.agreements", agreements, all -> all.warnings().stream()
                        .filter(warning -> warning.expired() == expired)
                        .count())
                .description("Agreements without a successor that have ended or will soon (T-2)")
                .tag("state", state)
                .register(registry);
    }
}
