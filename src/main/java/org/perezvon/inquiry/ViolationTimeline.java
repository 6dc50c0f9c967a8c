package org.perezvon.inquiry;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Violations of the regulation, and those that the law has taken back (I-5). */
@Component
class ViolationTimeline implements TimelineSource {

    private final TimelineStore store;

    ViolationTimeline(TimelineStore store) {
        this.store = store;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return store.violations(inquiry.id()).stream()
                .flatMap(found -> Stream.concat(
                        Stream.of(new TimelineEntry(
                                found.at(),
                                "VIOLATION_" + found.kind(),
                                "Записано нарушение: " + found.kind().inRussian(),
                                null,
                                inquiry.number(),
                                found.evidence().lines().toList())),
                        found.withdrawnAt().stream()
                                .map(at -> new TimelineEntry(
                                        at,
                                        "VIOLATION_WITHDRAWN",
                                        "Нарушение снято: " + found.kind().inRussian(),
                                        null,
                                        inquiry.number(),
                                        found.withdrawnWhy().stream().toList()))))
                .toList();
    }
}
