package org.perezvon.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calendars as programs and the administrators' page read them. */
@Component
@Transactional(readOnly = true)
class CalendarViews {

    record LayerView(String layer, String title, boolean own, List<VersionView> years) {}

    /**
     * @param hours of a forty-hour week
     * @param days how many days its sheet tells of
     * @param proposal by which it came into force; absent for what the product shipped with
     */
    record VersionView(
            String layer,
            int year,
            long edition,
            String fingerprint,
            String act,
            boolean decreed,
            Totals totals,
            int hours,
            int days,
            Instant confirmedAt,
            String confirmedBy,
            @Nullable String note,
            @Nullable Long proposal) {}

    record ProposalView(
            long id,
            String layer,
            String title,
            int year,
            String source,
            String act,
            boolean decreed,
            Instant madeAt,
            String madeBy,
            Proposal.State state,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            Difference difference,
            List<Finding> findings,
            boolean outdated,
            boolean confirmable) {}

    private final WorkingCalendars calendars;
    private final CalendarStore store;
    private final CalendarDesk desk;

    CalendarViews(WorkingCalendars calendars, CalendarStore store, CalendarDesk desk) {
        this.calendars = calendars;
        this.store = store;
        this.desk = desk;
    }

    List<LayerView> layers() {
        Calendars all = calendars.inForce().all();
        Map<String, String> titles = store.titles();
        Map<String, List<VersionView>> years = new LinkedHashMap<>();
        for (CalendarStore.Version version : store.inForce()) {
            years.computeIfAbsent(version.sheet().layer(), layer -> new ArrayList<>())
                    .add(version(all, version));
        }
        return years.entrySet().stream()
                .map(layer -> new LayerView(
                        layer.getKey(),
                        titles.getOrDefault(layer.getKey(), ""),
                        Layer.isOwn(layer.getKey()),
                        layer.getValue()))
                .toList();
    }

    /** @throws IllegalArgumentException in Russian, for a body's own days: they lie on whatever calendars it keeps */
    CalendarYear year(String layer, int year) {
        if (Layer.isOwn(layer)) {
            throw new IllegalArgumentException(
                    "Календарь органа смотрят в его карточке: GET /api/agencies/{code}/calendar/{year}");
        }
        Calendars all = calendars.inForce().all();
        return CalendarYear.of(
                layer, all.titles().getOrDefault(layer, ""), all.upTo(CalendarDesk.beneath(layer), layer), year);
    }

    List<VersionView> versions(String layer, int year) {
        Calendars all = calendars.inForce().all();
        return store.versions(layer, year).stream()
                .map(version -> version(all, version))
                .toList();
    }

    ProposalView proposal(Proposal proposal) {
        Sheet sheet = proposal.sheet();
        boolean outdated = desk.isOutdated(proposal);
        return new ProposalView(
                proposal.id(),
                sheet.layer(),
                store.titles().getOrDefault(sheet.layer(), "органа"),
                sheet.year(),
                proposal.source(),
                sheet.act(),
                sheet.decreed(),
                proposal.madeAt(),
                proposal.madeBy(),
                proposal.state(),
                proposal.decidedAt(),
                proposal.decidedBy(),
                desk.difference(proposal),
                proposal.findings(),
                outdated,
                proposal.state() == Proposal.State.OPEN && !outdated && !proposal.hasErrors());
    }

    private static VersionView version(Calendars all, CalendarStore.Version version) {
        Sheet sheet = version.sheet();
        // A body's own days lie on whatever calendars the body keeps; alone they add up to nothing.
        Totals totals = Layer.isOwn(sheet.layer())
                ? new Totals(0, 0, 0)
                : Totals.of(all.with(sheet).upTo(CalendarDesk.beneath(sheet.layer()), sheet.layer()), sheet.year());
        return new VersionView(
                sheet.layer(),
                sheet.year(),
                version.edition(),
                sheet.edition(),
                sheet.act(),
                sheet.decreed(),
                totals,
                totals.hours40(),
                sheet.marks().size(),
                version.confirmedAt(),
                version.confirmedBy(),
                version.note(),
                version.proposal());
    }
}
