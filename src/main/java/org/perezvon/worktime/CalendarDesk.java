package org.perezvon.worktime;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where calendars are changed: somebody proposes a sheet, sees what it would change, and confirms it or puts it away. What
 * was in force before stays on file.
 */
@Component
@Transactional
class CalendarDesk {

    private static final Logger log = LoggerFactory.getLogger(CalendarDesk.class);

    private final WorkingCalendars calendars;
    private final CalendarStore store;
    private final ProposalStore proposals;
    private final ApplicationEventPublisher events;
    private final WorktimeSettings settings;
    private final Clock clock;

    CalendarDesk(
            WorkingCalendars calendars,
            CalendarStore store,
            ProposalStore proposals,
            ApplicationEventPublisher events,
            WorktimeSettings settings,
            Clock clock) {
        this.calendars = calendars;
        this.store = store;
        this.proposals = proposals;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param file what somebody has saved elsewhere, in any form that {@link CalendarFile} knows
     * @param totals what he read in the official publication
     * @throws UnreadableCalendar when no sheet comes of it
     */
    Proposal propose(CalendarFile file, Collection<Checksum> totals, String person) {
        Calendars inForce = calendars.inForce().all();
        ImportedSheet imported = file.read(inForce);
        Sheet sheet = imported.sheet();
        List<Checksum> all = new ArrayList<>(totals);
        new CalendarFolder(settings.calendars())
                .checksum(sheet.layer(), sheet.year())
                .ifPresent(all::add);
        return propose(inForce, imported, beneath(sheet.layer()), all, person);
    }

    /**
     * One day, as a governor's order or a body's own declares it.
     *
     * @param kind absent: the day is again what its weekday and the layers below say
     * @param beneath the layers below the day's own
     */
    Proposal proposeDay(
            String layer,
            List<String> beneath,
            LocalDate date,
            Mark.@Nullable Kind kind,
            String reason,
            String person) {
        Calendars inForce = calendars.inForce().all();
        Sheet before = inForce.sheet(layer, date.getYear()).orElseGet(() -> foreseen(inForce, layer, date.getYear()));
        List<Row> rows = new ArrayList<>(
                before.rows().stream().filter(row -> !row.date().equals(date)).toList());
        if (kind != null) {
            rows.add(new Row(date, kind, reason));
        }
        String edition = Sheet.fingerprint(rows.toString().getBytes(StandardCharsets.UTF_8));
        Sheet sheet = Sheet.of(layer, date.getYear(), rows, before.act(), before.decreed(), edition);
        ImportedSheet entered = new ImportedSheet(sheet, "один день", Checksum.NONE, List.of());
        return propose(inForce, entered, beneath, List.of(), person);
    }

    /** What a release brings otherwise than is in force; offered once. */
    void proposeShipped(Sheet sheet, String person) {
        if (!proposals.isKnown(sheet)) {
            ImportedSheet shipped = new ImportedSheet(sheet, person, Checksum.NONE, List.of());
            propose(calendars.inForce().all(), shipped, beneath(sheet.layer()), List.of(), person);
        }
    }

    private Proposal propose(
            Calendars inForce,
            ImportedSheet imported,
            List<String> beneath,
            Collection<Checksum> totals,
            String person) {
        Sheet sheet = imported.sheet();
        List<Finding> findings = SheetChecks.of(
                inForce, imported, beneath, totals, Year.now(clock).getValue());
        long id =
                proposals.add(sheet, beneath, imported.format(), findings, baseEdition(sheet), clock.instant(), person);
        log.info("Calendar {} is proposed as {}", sheet.name(), id);
        return proposals.find(id).orElseThrow();
    }

    /** @throws IllegalArgumentException in Russian, when there is no such proposal */
    @Transactional(readOnly = true)
    public Proposal proposal(long id) {
        return proposals
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("Нет предложения календаря с номером " + id));
    }

    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return proposals.open();
    }

    /** What a proposal would change now; of one already decided, what it changed or would have changed then. */
    Difference difference(Proposal proposal) {
        Calendars inForce = calendars.inForce().all();
        Calendars before = proposal.state() == Proposal.State.OPEN ? inForce : inForce.with(base(proposal));
        return Difference.of(before, proposal.sheet(), proposal.beneath());
    }

    /** The sheet a proposal was compared with; one without days where there was none. */
    private Sheet base(Proposal proposal) {
        Sheet sheet = proposal.sheet();
        return store.version(proposal.baseEdition())
                .map(CalendarStore.Version::sheet)
                .orElseGet(() -> Sheet.of(sheet.layer(), sheet.year(), List.of(), "", false, ""));
    }

    /** Whether the sheet in force is another than the one the proposal was compared with. */
    boolean isOutdated(Proposal proposal) {
        return proposal.state() == Proposal.State.OPEN && baseEdition(proposal.sheet()) != proposal.baseEdition();
    }

    /**
     * Brings a proposal into force; every open inquiry it concerns is computed anew from now on.
     *
     * @throws Conflict in Russian, when it has been decided already, is outdated or has errors
     * @return the number of the new edition
     */
    long confirm(long id, String person, @Nullable String note) {
        store.holdAlone();
        Proposal proposal = proposal(id);
        if (isOutdated(proposal)) {
            throw new Conflict("Пока вы смотрели, этот календарь изменили. Загрузите файл снова,"
                    + " чтобы увидеть разницу с тем, что действует теперь.");
        }
        if (proposal.hasErrors()) {
            throw new Conflict("В календаре есть ошибки, с ними его подтвердить нельзя: исправьте файл.");
        }
        if (!proposals.decide(id, Proposal.State.CONFIRMED, clock.instant(), person)) {
            throw new Conflict("По этому календарю уже принято решение: обновите страницу.");
        }
        Sheet sheet = proposal.sheet();
        if (Layer.isOwn(sheet.layer())) {
            store.addLayer(sheet.layer(), "органа");
        }
        long edition = store.add(sheet, clock.instant(), person, note, id);
        events.publishEvent(new CalendarChanged(sheet.layer(), sheet.year(), edition));
        log.info("Calendar {} is in force, edition {}, confirmed by {}", sheet.name(), edition, person);
        return edition;
    }

    /** @throws Conflict in Russian, when it has been decided already */
    void putAway(long id, String person) {
        if (!proposals.decide(id, Proposal.State.PUT_AWAY, clock.instant(), person)) {
            throw new Conflict("По этому календарю уже принято решение: обновите страницу.");
        }
    }

    /** A region that had no days of its own until now: it begins with none in every year of its country. */
    void addRegion(String layer, String title, String person) {
        store.holdAlone();
        Calendars inForce = calendars.inForce().all();
        String country = beneath(layer).get(0);
        if (inForce.keys().contains(layer)) {
            throw new IllegalArgumentException("Календарь «" + layer + "» уже есть");
        }
        if (!inForce.keys().contains(country)) {
            throw new IllegalArgumentException("Нет календаря страны «" + country + "», есть " + inForce.keys());
        }
        store.addLayer(layer, title);
        int thisYear = Year.now(clock).getValue();
        inForce.sheets().stream()
                .filter(sheet -> sheet.layer().equals(country) && sheet.year() >= thisYear)
                .forEach(sheet -> store.add(
                        Sheet.of(layer, sheet.year(), List.of(), "", true, Sheet.fingerprint(new byte[0])),
                        clock.instant(),
                        person,
                        null,
                        null));
    }

    /** {@code ru-IRK} lies on {@code ru}. */
    static List<String> beneath(String layer) {
        return layer.contains("-") ? List.of(layer.substring(0, layer.indexOf('-'))) : List.of();
    }

    private long baseEdition(Sheet sheet) {
        return store.versions(sheet.layer(), sheet.year()).stream()
                .findFirst()
                .map(CalendarStore.Version::edition)
                .orElse(0L);
    }

    /** A year nobody has loaded yet, as it is expected; one day more does not make it decreed. */
    private static Sheet foreseen(Calendars inForce, String layer, int year) {
        return Layer.isOwn(layer) ? Sheet.of(layer, year, List.of(), "", true, "") : inForce.foreseen(layer, year);
    }
}
