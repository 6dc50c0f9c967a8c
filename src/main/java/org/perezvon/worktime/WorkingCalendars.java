package org.perezvon.worktime;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working calendars in force, on every node the same, and the deadlines they give. */
@Component
@DependsOnDatabaseInitialization
@Transactional
public class WorkingCalendars {

    private static final Logger log = LoggerFactory.getLogger(WorkingCalendars.class);

    private final CalendarStore store;
    private final ProposalStore proposals;
    private final Clock clock;
    private volatile Loaded loaded = new Loaded(0, new Deadlines(Calendars.of(Map.of(), List.of())));

    private record Loaded(long edition, Deadlines deadlines) {}

    WorkingCalendars(CalendarStore store, ProposalStore proposals, Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Deadlines by the calendars in force. No other calendar comes into force before the caller's transaction ends, so that
     * what was computed here is found again by whoever recomputes.
     */
    public Deadlines inForce() {
        store.holdStill();
        return current();
    }

    /**
     * Deadlines as they would be if a proposal were in force, for whoever wants to see what it would move.
     *
     * @param layer of the calendar that would be another
     */
    public record Preview(String layer, Deadlines deadlines) {}

    /** @return nothing when there is no such proposal, or it has been decided already */
    public Optional<Preview> preview(long proposal) {
        return proposals
                .find(proposal)
                .filter(found -> found.state() == Proposal.State.OPEN)
                .map(Proposal::sheet)
                .map(sheet ->
                        new Preview(sheet.layer(), new Deadlines(inForce().all().with(sheet))));
    }

    /**
     * Brings sheets into force that no version exists of yet: all of them when the product starts for the first time, a new
     * year when a newer release brings it.
     *
     * @return sheets that differ from what is in force; a person has to decide about them
     */
    List<Sheet> ship(Calendars shipped, String person) {
        store.holdAlone();
        shipped.titles().forEach(store::addLayer);
        Map<String, Sheet> inForce = new HashMap<>();
        store.inForce().forEach(version -> inForce.put(key(version.sheet()), version.sheet()));
        List<Sheet> others = new ArrayList<>();
        for (Sheet sheet : shipped.sheets()) {
            Sheet present = inForce.get(key(sheet));
            if (present == null) {
                long edition = store.add(sheet, clock.instant(), person, null, null);
                log.info("Calendar {} is in force, edition {}", sheet.name(), edition);
            } else if (!present.rows().equals(sheet.rows())) {
                others.add(sheet);
            }
        }
        return others;
    }

    private Deadlines current() {
        long newest = store.newestEdition();
        Loaded now = loaded;
        if (now.edition() != newest) {
            now = load(newest);
            loaded = now;
        }
        return now.deadlines();
    }

    private Loaded load(long newest) {
        List<CalendarStore.Version> inForce = store.inForce();
        Map<String, Long> editions = new HashMap<>();
        inForce.forEach(version -> editions.merge(version.sheet().layer(), version.edition(), Math::max));
        Calendars calendars = Calendars.of(
                store.titles(),
                inForce.stream().map(CalendarStore.Version::sheet).toList());
        return new Loaded(newest, new Deadlines(calendars, editions));
    }

    private static String key(Sheet sheet) {
        return sheet.layer() + "/" + sheet.year();
    }
}
