package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A working calendar put together from layers: federal, then region, then the body's own days; the later layer
 * prevails. Years past the last loaded one are foreseen from weekends and fixed holidays, and are not {@linkplain
 * #isDecreed decreed}.
 */
public final class WorkingCalendar {

    private static final int FORESEEN_YEARS = 3;

    private final List<Layer> layers;
    private final int firstYear;
    private final int lastDecreedYear;
    private final long firstDay;
    private final Day[] days;

    WorkingCalendar(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        this.firstYear = layers.get(0).firstYear();
        this.lastDecreedYear =
                layers.stream().mapToInt(Layer::lastDecreedYear).min().orElseThrow();
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(layers.get(0).lastYear() + FORESEEN_YEARS + 1, 1, 1);
        this.firstDay = first.toEpochDay();
        this.days = first.datesUntil(end).map(this::compose).toArray(Day[]::new);
    }

    public boolean isWorking(LocalDate date) {
        return day(date).working();
    }

    /** Whether the day is a working one and an hour shorter than its hours say. */
    public boolean isShort(LocalDate date) {
        return day(date).shortened();
    }

    /** The first working day after {@code date}. */
    public LocalDate next(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last working day before {@code date}. */
    public LocalDate previous(LocalDate date) {
        LocalDate previous = date.minusDays(1);
        while (!isWorking(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** The last of so many working days after {@code date}, which itself is not counted. */
    public LocalDate plus(LocalDate date, WorkingDays days) {
        return IntStream.range(0, days.count()).boxed().reduce(date, (day, i) -> next(day), (a, b) -> b);
    }

    /** The last year for which every layer is decreed. */
    public int lastDecreedYear() {
        return lastDecreedYear;
    }

    /** Whether the year is known from acts; otherwise what is computed from it is provisional. */
    public boolean isDecreed(int year) {
        return firstYear <= year && year <= lastDecreedYear;
    }

    Day day(LocalDate date) {
        long index = date.toEpochDay() - firstDay;
        return 0 <= index && index < days.length ? days[(int) index] : compose(date);
    }

    /** The working days after {@code date} up to and including {@code last}. */
    List<LocalDate> workingDaysAfter(LocalDate date, LocalDate last) {
        return date.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorking)
                .toList();
    }

    /** One sentence for everything that made a day from {@code first} to {@code last} other than its weekday says. */
    List<String> whatMovedDays(LocalDate first, LocalDate last) {
        Map<String, List<LocalDate>> datesByReason = new LinkedHashMap<>();
        first.datesUntil(last.plusDays(1)).forEach(date -> day(date).marks().forEach(mark -> datesByReason
                .computeIfAbsent(mark.inWords(), reason -> new ArrayList<>())
                .add(date)));
        List<String> sentences = new ArrayList<>();
        datesByReason.forEach((reason, dates) -> sentences.add(whichDays(dates) + " — " + reason + "."));
        return sentences;
    }

    /** Which calendars were read for these years, by which acts and in which edition. */
    String sources(int fromYear, int toYear) {
        List<String> calendars = new ArrayList<>();
        List<String> editions = new ArrayList<>();
        for (Layer layer : layers) {
            for (Sheet sheet : layer.sheets(fromYear, toYear)) {
                calendars.add("календарь " + layer.title() + " на " + sheet.year() + " год"
                        + (sheet.act().isEmpty() ? "" : " (" + Mark.spelltOut(sheet.act()) + ")"));
                editions.add(sheet.name());
            }
        }
        return calendars.isEmpty()
                ? "Производственных календарей на эти годы нет."
                : "Производственные календари: " + String.join("; ", calendars) + ". Редакция: "
                        + String.join(", ", editions) + ".";
    }

    private Day compose(LocalDate date) {
        return Day.of(date, layers.stream().map(layer -> layer.marks(date)).toList());
    }

    private static String whichDays(List<LocalDate> dates) {
        LocalDate first = dates.get(0);
        String which = dates.size() == 1
                ? Russian.dayOfWeek(first.getDayOfWeek()) + " " + Russian.date(first)
                : Russian.runs(dates);
        return Russian.capitalized(which) + " " + first.getYear() + " года";
    }
}
