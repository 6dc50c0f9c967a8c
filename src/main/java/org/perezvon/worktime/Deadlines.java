package org.perezvon.worktime;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Legal deadlines, each with the sentences that explain it. Knows the working calendars; holds nothing else, and may be
 * asked from any thread.
 */
public class Deadlines {

    private final Calendars calendars;
    private final Map<String, Long> editions;
    private final Map<Body, Schedule> schedules = new ConcurrentHashMap<>();
    private final Map<Composition, WorkingCalendar> composed = new ConcurrentHashMap<>();

    Deadlines(Calendars calendars) {
        this(calendars, Map.of());
    }

    /** @param editions the number of the newest edition of each layer */
    Deadlines(Calendars calendars, Map<String, Long> editions) {
        this.calendars = calendars;
        this.editions = Map.copyOf(editions);
    }

    /** With the calendars that ship with the product. */
    public static Deadlines shipped() {
        return new Deadlines(Calendars.from(CalendarFolder.SHIPPED));
    }

    /**
     * With the calendars of a folder, laid out as those that ship.
     *
     * @throws IllegalArgumentException when they cannot be understood or do not add up; the message is in Russian
     * @throws UncheckedIOException when they cannot be read; the message is in Russian
     */
    public static Deadlines from(Path folder) {
        return new Deadlines(Calendars.from(folder));
    }

    Calendars all() {
        return calendars;
    }

    /** The newest edition of the calendars this body keeps; deadlines with an older one may have moved. */
    public long edition(Body body) {
        return body.layers().stream()
                .mapToLong(layer -> editions.getOrDefault(layer, 0L))
                .max()
                .orElse(0);
    }

    /** The calendars a body may keep, by key, e.g. {@code ru, ru-IRK}. */
    public Set<String> calendars() {
        return calendars.keys();
    }

    /**
     * @param start the moment the clause speaks of: receipt of the request, naming of the person, signing of the
     *     protocol; fractions of a second do not count
     * @throws IllegalArgumentException when the body keeps a calendar that is not loaded; the message is in Russian
     * @throws YearWithoutCalendar when days before the first year of the calendar would have to be counted
     */
    public Deadline of(Term term, Body body, Instant start) {
        Schedule schedule = schedule(body);
        ZonedDateTime from = start.truncatedTo(SECONDS).atZone(body.zone());
        Reckoning reckoning = term.reading().reckon(term, schedule, from);
        if (term.reading().countsDays()) {
            schedule.calendar().requireYear(reckoning.from().getYear());
        }
        return new Derivation(term, schedule, from, reckoning).toDeadline();
    }

    /**
     * The deadline as a letter with reasons has moved it (I-10.3): to the end of the working hours of that day, of the next
     * working day where the body does not work on it, never beyond the longest extension.
     *
     * @param until the day that was granted
     */
    public Deadline extended(Deadline deadline, Body body, LocalDate until) {
        return Extension.granted(deadline, schedule(body), until);
    }

    /** The day so many working days after a moment: «ещё на три рабочих дня». */
    public LocalDate later(Body body, Instant moment, WorkingDays more) {
        return calendar(body).plus(moment.atZone(body.zone()).toLocalDate(), more);
    }

    /**
     * When to remind of a deadline: its term's lead of working time before it is due, always within the body's working
     * hours, never before the start; lunch, nights and days off do not count. Where no working time lies between start and
     * due, or the term asks for no reminder, the due moment itself. A term in minutes runs by the clock, and so does its
     * warning.
     */
    public Instant reminder(Deadline deadline, Body body) {
        if (!deadline.term().reading().countsDays()) {
            return deadline.target();
        }
        Duration lead = deadline.term().reminder();
        return lead == null ? deadline.due() : reminder(deadline, body, lead);
    }

    Instant reminder(Deadline deadline, Body body, Duration lead) {
        Schedule schedule = schedule(body);
        ZonedDateTime due = deadline.due().atZone(body.zone());
        ZonedDateTime earliest = schedule.openFrom(deadline.start().atZone(body.zone()));
        ZonedDateTime reminder = schedule.back(due, lead);
        ZonedDateTime moment = reminder.isBefore(earliest) ? earliest : reminder;
        return moment.isBefore(due) ? moment.toInstant() : due.toInstant();
    }

    /** Whether the body is at work: its working hours, less lunch, on its working days (I-12). */
    public boolean isAtWork(Body body, Instant moment) {
        return schedule(body).isOpen(moment.atZone(body.zone()));
    }

    /** The moment itself when the body is at work, otherwise the next beginning of its work: after lunch, in the morning. */
    public Instant nextAtWork(Body body, Instant moment) {
        return schedule(body).openFrom(moment.atZone(body.zone())).toInstant();
    }

    /** The calendar this body keeps. */
    public WorkingCalendar calendar(Body body) {
        return schedule(body).calendar();
    }

    private Schedule schedule(Body body) {
        return schedules.computeIfAbsent(body, b -> new Schedule(composed(b), b.hours(), b.zone()));
    }

    /** Bodies without days of their own share the calendar of their region: it holds every day of a decade. */
    private WorkingCalendar composed(Body body) {
        List<String> layers =
                body.layers().stream().filter(calendars::hasAnythingToSay).toList();
        return composed.computeIfAbsent(
                new Composition(layers, body.ownDays()), c -> calendars.compose(c.layers(), c.ownDays()));
    }

    private record Composition(List<String> layers, Map<LocalDate, OwnDay> ownDays) {}
}
