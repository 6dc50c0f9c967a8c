package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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

    /** @param hours of a forty-hour week */
    record VersionView(
            String layer,
            int year,
            long edition,
            String fingerprint,
            String act,
            boolean decreed,
            Totals totals,
            int hours,
            Instant confirmedAt,
            String confirmedBy,
            @Nullable String note) {}

    record YearView(String layer, String title, int year, boolean decreed, List<DayView> days) {}

    enum State {
        @JsonProperty("working")
        WORKING,
        @JsonProperty("short")
        SHORT,
        @JsonProperty("off")
        OFF,
        @JsonProperty("holiday")
        HOLIDAY
    }

    /** @param why a sentence that goes on from the day; absent where the day is what its weekday says */
    record DayView(
            LocalDate date,
            DayOfWeek weekday,
            State state,
            @Nullable String why) {}

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

    YearView year(String layer, int year) {
        Calendars all = calendars.inForce().all();
        WorkingCalendar calendar = all.upTo(CalendarDesk.beneath(layer), layer);
        return new YearView(
                layer,
                all.titles().getOrDefault(layer, ""),
                year,
                calendar.isDecreed(year),
                Totals.daysOf(year).map(date -> day(calendar.day(date))).toList());
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
                version.confirmedAt(),
                version.confirmedBy(),
                version.note());
    }

    private static DayView day(Day day) {
        boolean holiday = day.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.HOLIDAY);
        State state =
                day.working() ? day.shortened() ? State.SHORT : State.WORKING : holiday ? State.HOLIDAY : State.OFF;
        @Nullable String why = day.marks().isEmpty() ? null : day.inWords();
        return new DayView(day.date(), day.date().getDayOfWeek(), state, why);
    }
}
