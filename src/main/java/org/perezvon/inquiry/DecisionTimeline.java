package org.perezvon.inquiry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.Centre;
import org.springframework.stereotype.Component;

/** What people, and the tables that decide for them, decided about an inquiry. */
@Component
class DecisionTimeline implements TimelineSource {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ResolutionStore store;
    private final Directory directory;
    private final Centre centre;

    DecisionTimeline(ResolutionStore store, Directory directory, Centre centre) {
        this.store = store;
        this.directory = directory;
        this.centre = centre;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        return store.of(inquiry.id()).stream()
                .map(resolution -> new TimelineEntry(
                        resolution.at(),
                        "DECISION_" + resolution.kind(),
                        "Решено: " + resolution.kind().inRussian(),
                        resolution.by(),
                        inquiry.number(),
                        details(resolution)))
                .toList();
    }

    private List<String> details(Resolution resolution) {
        List<String> details = new ArrayList<>();
        resolution.note().ifPresent(details::add);
        resolution.until().ifPresent(until -> details.add("До: " + clock(until)));
        resolution.agencyCode().ifPresent(code -> details.add("Орган: " + name(code)));
        resolution
                .addressee()
                .ifPresent(person -> details.add(
                        "Кому: " + person.name() + ", " + person.email().value()));
        resolution.clause().ifPresent(clause -> details.add("Основание: " + clause));
        return details;
    }

    private String name(String agency) {
        return directory.agency(agency).map(Agency::name).orElse(agency);
    }

    private String clock(Instant moment) {
        return MOMENT.format(moment.atZone(centre.zone()));
    }
}
