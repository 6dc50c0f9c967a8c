package org.perezvon.inquiry;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people, and the tables that decide for them, decided about an inquiry, with their words and the clause. */
@Component
class DecisionTimeline implements TimelineSource {

    private final ResolutionStore resolutions;

    DecisionTimeline(ResolutionStore resolutions) {
        this.resolutions = resolutions;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return resolutions.of(inquiry.id()).stream()
                .map(resolution -> new TimelineEntry(
                        resolution.at(),
                        "DECISION_" + resolution.kind(),
                        "Решено: " + resolution.kind().inRussian(),
                        resolution.by(),
                        inquiry.number(),
                        details(resolution)))
                .toList();
    }

    private static List<String> details(Resolution resolution) {
        return Stream.of(
                        resolution.note(),
                        resolution.clause(),
                        resolution.agencyCode().map(code -> "Орган: " + code),
                        resolution.addressee().map(person -> "Кому: " + person.name() + ", " + person.email()))
                .flatMap(detail -> detail.stream())
                .toList();
    }
}
