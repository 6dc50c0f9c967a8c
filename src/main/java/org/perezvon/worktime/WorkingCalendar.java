package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
    private final AtomicReferenceArray<Day[]> years;

    WorkingCalendar(List<Layer> layers) {
        Layer country = layers.get(0);
        if (!country.isGeneral()) {
            throw new IllegalArgumentException(
                    "Сначала нужен календарь страны, а первым указан календарь " + country.title());
        }
        this.layers = List.copyOf(layers);
        this.firstYear = country.firstYear();
        this.years = new AtomicReferenceArray<>(country.lastYear() + FORESEEN_YEARS + 1 - firstYear);
    }

    /** @throws YearWithoutCalendar when no calendar of the country is known for this year or any before */
    void requireYear(int year) {
        if (year < firstYear) {
            throw new YearWithoutCalendar(layers.get(0).title(), firstYear, year);
        }
    }

    /**
     * Every day of a year that is not what its weekday says, in order, and why.
     *
     * @throws YearWithoutCalendar before the first year that is loaded
     */
    public List<SpecialDay> specialDays(int year) {
        requireYear(year);
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .map(this::day)
                .filter(Day::isSpecial)
                .flatMap(day -> day.marks().stream())
                .map(SpecialDay::of)
                .toList();
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

    /** The first year that is loaded; before it nothing is known. */
    public int firstYear() {
        return firstYear;
    }

    /** The last year that acts settle in every layer; later ones are foreseen. */
    public int lastDecreedYear() {
        Layer country = layers.get(0);
        return IntStream.rangeClosed(country.firstYear(), country.lastYear())
                .filter(this::isDecreed)
                .max()
                .orElse(country.firstYear() - 1);
    }

    /** Whether acts settle the year; otherwise what is computed from it is provisional. */
    public boolean isDecreed(int year) {
        return layers.stream().allMatch(layer -> layer.isDecreed(year));
    }

    Day day(LocalDate date) {
        int index = date.getYear() - firstYear;
        return 0 <= index && index < years.length() ? year(index)[date.getDayOfYear() - 1] : compose(date);
    }

    /** Years are put together when they are first asked for; two threads may do it twice, and get the same. */
    private Day[] year(int index) {
        Day[] year = years.get(index);
        if (year == null) {
            LocalDate first = LocalDate.of(firstYear + index, 1, 1);
            year = first.datesUntil(first.plusYears(1)).map(this::compose).toArray(Day[]::new);
            years.set(index, year);
        }
        return year;
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
        Map<Object, List<Mark>> causes = new LinkedHashMap<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (Mark mark : day(date).marks()) {
                Object cause = mark.kind() == Mark.Kind.HOLIDAY ? mark.words() : mark;
                causes.computeIfAbsent(cause, c -> new ArrayList<>()).add(mark);
            }
        }
        return causes.values().stream().map(WorkingCalendar::whatMoved).toList();
    }

    /** Which files this calendar was read from, each with its edition: changes with any of them. */
    public String version() {
        return String.join(", ", editions(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Which sheets of these years this calendar was read from, each with its edition: {@code ru-2026/17}. */
    public List<String> editions(int fromYear, int toYear) {
        return sheets(fromYear, toYear).stream().map(Sheet::name).toList();
    }

    /** Which calendars were read for these years, by which acts and in which edition. */
    String sources(int fromYear, int toYear) {
        List<String> calendars = new ArrayList<>();
        for (Layer layer : layers) {
            for (Sheet sheet : layer.sheets(fromYear, toYear)) {
                String act = sheet.act().isEmpty() ? "" : " (" + sheet.act() + ")";
                calendars.add(layer.title() + " на " + sheet.year() + " год" + act);
            }
        }
        return calendars.isEmpty()
                ? "Производственного календаря на эти годы ещё нет."
                : "Производственный календарь: %s; редакция %s."
                        .formatted(String.join("; ", calendars), String.join(", ", editions(fromYear, toYear)));
    }

    private List<Sheet> sheets(int fromYear, int toYear) {
        return layers.stream()
                .flatMap(layer -> layer.sheets(fromYear, toYear).stream())
                .toList();
    }

    private Day compose(LocalDate date) {
        return Day.of(date, layers);
    }

    /** @param marks several only where one holiday lasts several days */
    private static String whatMoved(List<Mark> marks) {
        Mark mark = marks.get(0);
        if (marks.size() > 1) {
            return "%s %d года — нерабочие праздничные дни: %s."
                    .formatted(
                            Russian.runs(marks.stream().map(Mark::date).toList()),
                            mark.date().getYear(),
                            mark.words());
        }
        return "%s %s — %s%s."
                .formatted(
                        Russian.capitalized(Russian.dayOfWeek(mark.date().getDayOfWeek())),
                        Russian.dateAndYear(mark.date()),
                        mark.kind() == Mark.Kind.HOLIDAY ? "нерабочий праздничный день: " : "",
                        mark.words());
    }
}
