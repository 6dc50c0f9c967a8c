package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at a proposed sheet before somebody confirms it: does it add up, are its days on the right days of the week, does
 * every moved day come from somewhere, is a public holiday missing. <strong>No proof</strong>: a calendar may pass it all
 * and be wrong on the day that matters; only the published act proves it.
 */
final class SheetChecks {

    private static final int FIRST_YEAR = 2010;
    private static final int YEARS_AHEAD = 5;
    private static final int MANY = 40;

    private final Sheet sheet;
    private final Optional<Country> country;
    private final Optional<WorkingCalendar> beneath;
    private final WorkingCalendar calendar;
    private final Difference difference;

    private SheetChecks(Calendars inForce, Sheet sheet, List<String> beneath) {
        this.sheet = sheet;
        this.country = Layer.isUpper(sheet.layer()) ? Optional.empty() : Country.ofLayer(sheet.layer());
        this.beneath = beneath.isEmpty() ? Optional.empty() : Optional.of(inForce.compose(beneath, Map.of()));
        this.calendar = inForce.with(sheet).upTo(beneath, sheet.layer());
        this.difference = Difference.of(inForce, sheet, beneath);
    }

    /**
     * Everything there is to say before the confirmation, the worst first.
     *
     * @param beneath the layers below the sheet's own, from the general to the particular; empty for a country
     * @param checksums totals to compare with beside the file's own: entered by hand, shipped with the product
     * @param currentYear the year it is now
     */
    static List<Finding> of(
            Calendars inForce,
            ImportedSheet imported,
            List<String> beneath,
            Collection<Checksum> checksums,
            int currentYear) {
        SheetChecks checks = new SheetChecks(inForce, imported.sheet(), beneath);
        return Stream.of(
                        checks.year(currentYear),
                        checks.totals(imported.checksum(), checksums),
                        checks.act(),
                        checks.publicHolidays(),
                        checks.names(),
                        checks.daysOfTheWeek(),
                        checks.movedDaysOff(),
                        checks.workingWeekends(),
                        checks.holidaysOnWeekends(),
                        checks.eves(),
                        checks.changes(),
                        imported.remarks())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private List<Finding> year(int currentYear) {
        int last = currentYear + YEARS_AHEAD;
        return FIRST_YEAR <= sheet.year() && sheet.year() <= last
                ? List.of()
                : List.of(Finding.error("Год %d слишком далёк: загружаются календари на %d–%d годы."
                        .formatted(sheet.year(), FIRST_YEAR, last)));
    }

    private List<Finding> totals(Checksum own, Collection<Checksum> others) {
        Totals totals = difference.after();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.info("В %d году %s.".formatted(sheet.year(), totals.inWords())));
        Stream.concat(Stream.of(own), others.stream())
                .filter(checksum -> !checksum.isEmpty())
                .forEach(checksum -> findings.add(checksum.compare(totals)));
        return findings;
    }

    private List<Finding> act() {
        return sheet.decreed()
                ? List.of()
                : List.of(Finding.warning("Акт не указан: сроки, которые заходят в %d год, останутся предварительными."
                        .formatted(sheet.year())));
    }

    private List<Finding> publicHolidays() {
        if (country.isEmpty()) {
            return List.of();
        }
        Set<MonthDay> kept = new HashSet<>();
        marks(Mark.Kind.HOLIDAY).forEach(mark -> kept.add(MonthDay.from(mark.date())));
        if (kept.isEmpty()) {
            return List.of(Finding.error("В календаре нет ни одного праздничного дня: это не календарь страны."));
        }
        List<LocalDate> missing = country.get().holidays().keySet().stream()
                .filter(day -> !kept.contains(day))
                .map(day -> day.atYear(sheet.year()))
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "Среди праздничных дней нет установленных законом: %s. Проверьте, не изменился ли закон."
                                .formatted(Russian.runs(missing))));
    }

    private List<Finding> names() {
        List<LocalDate> nameless = marks(Mark.Kind.HOLIDAY)
                .filter(mark -> mark.name().equals(DayNames.UNKNOWN_HOLIDAY))
                .map(Mark::date)
                .toList();
        return nameless.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "Названия праздников неизвестны: %s. Объяснения сроков этих дней будут неполными."
                                .formatted(Russian.runs(nameless))));
    }

    private List<Finding> daysOfTheWeek() {
        List<Finding> findings = new ArrayList<>();
        for (Mark mark : sheet.marks()) {
            Day below = beneath.map(calendar -> calendar.day(mark.date())).orElse(Day.ordinary(mark.date()));
            switch (mark.kind()) {
                case HOLIDAY -> {
                    if (below.marks().stream().anyMatch(other -> other.kind() == Mark.Kind.HOLIDAY)) {
                        findings.add(useless(mark, "этот день и без того праздничный"));
                    }
                }
                case DAY_OFF -> {
                    if (!below.working()) {
                        findings.add(useless(mark, "этот день и без того нерабочий"));
                    }
                }
                case WORKING_DAY -> {
                    if (below.working()) {
                        findings.add(useless(mark, "этот день и без того рабочий"));
                    }
                }
                case SHORT_DAY -> {
                    if (!calendar.isWorking(mark.date())) {
                        findings.add(Finding.error(
                                "%s: день отмечен сокращённым, но он нерабочий.".formatted(day(mark.date()))));
                    }
                }
            }
        }
        return findings;
    }

    /** A weekday may be off for a weekend day that is a holiday or works; nothing else can be moved, nor moved twice. */
    private List<Finding> movedDaysOff() {
        List<Finding> findings = new ArrayList<>();
        Set<LocalDate> given = new HashSet<>();
        marks(Mark.Kind.DAY_OFF).forEach(mark -> mark.exchangedFor().ifPresent(from -> {
            if (!Day.isWeekend(from) || !calendar.isWorking(from) && !isHoliday(from)) {
                findings.add(Finding.warning(
                        "%s — выходной, перенесённый с %s, но тот день не праздничный выходной и не стал рабочим."
                                .formatted(day(mark.date()), Russian.date(from))));
            }
            if (!given.add(from)) {
                findings.add(Finding.warning("Выходной с %s перенесён дважды.".formatted(Russian.date(from))));
            }
        }));
        long untold = country.isEmpty()
                ? 0
                : marks(Mark.Kind.DAY_OFF)
                        .filter(mark -> !Day.isWeekend(mark.date()))
                        .filter(mark -> mark.exchangedFor().isEmpty())
                        .count();
        long left = Totals.daysOf(sheet.year())
                .filter(Day::isWeekend)
                .filter(date -> calendar.isWorking(date) || isHoliday(date))
                .filter(date -> !given.contains(date))
                .count();
        if (untold > left) {
            findings.add(Finding.warning(
                    "Переносы не сходятся: не сказано, откуда перенесены выходные (%d), а перенести можно было только %d."
                            .formatted(untold, left)));
        }
        return findings;
    }

    private List<Finding> workingWeekends() {
        List<Finding> findings = new ArrayList<>();
        marks(Mark.Kind.WORKING_DAY).filter(mark -> Day.isWeekend(mark.date())).forEach(mark -> mark.exchangedFor()
                .ifPresentOrElse(
                        dayOff -> {
                            if (calendar.isWorking(dayOff)) {
                                findings.add(Finding.warning("%s — рабочий день вместо %s, но и тот день рабочий."
                                        .formatted(day(mark.date()), Russian.date(dayOff))));
                            }
                        },
                        () -> findings.add(Finding.warning(
                                "%s — рабочий день, но не сказано, на какой день перенесён выходной: часы работы считаются как в пятницу."
                                        .formatted(day(mark.date()))))));
        return findings;
    }

    /** Where the law moves every day off that coincides with a holiday; in January the Government does, not always. */
    private List<Finding> holidaysOnWeekends() {
        if (country.filter(Country::keepsEvesAndCoincidences).isEmpty()) {
            return List.of();
        }
        List<LocalDate> lost = marks(Mark.Kind.HOLIDAY)
                .map(Mark::date)
                .filter(Day::isWeekend)
                .filter(date -> !Country.isNewYear(date))
                .filter(date -> marks(Mark.Kind.DAY_OFF)
                        .noneMatch(
                                mark -> mark.exchangedFor().filter(date::equals).isPresent()))
                .toList();
        return lost.isEmpty()
                ? List.of()
                : List.of(Finding.warning("Праздник пришёлся на выходной, а сам выходной никуда не перенесён: %s."
                        .formatted(Russian.runs(lost))));
    }

    private List<Finding> eves() {
        if (country.filter(Country::keepsEvesAndCoincidences).isEmpty()) {
            return List.of();
        }
        List<LocalDate> full = Totals.daysOf(sheet.year())
                .filter(date -> calendar.isWorking(date) && !calendar.isShort(date))
                .filter(date -> isHoliday(date.plusDays(1)))
                .toList();
        return full.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "Рабочий день накануне праздника не сокращён: %s.".formatted(Russian.runs(full))));
    }

    private List<Finding> changes() {
        int days = difference.days().size();
        if (difference.isEmpty()) {
            return List.of(Finding.info("Файл ничего не меняет: действующий календарь такой же."));
        }
        return days > MANY
                ? List.of(Finding.warning(
                        "Календарь отличается от действующего на %s: необычно много. Проверьте страну и год."
                                .formatted(Russian.counted(days, "день", "дня", "дней"))))
                : List.of();
    }

    private Stream<Mark> marks(Mark.Kind kind) {
        return sheet.marks().stream().filter(mark -> mark.kind() == kind);
    }

    private boolean isHoliday(LocalDate date) {
        return calendar.day(date).marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.HOLIDAY);
    }

    private static Finding useless(Mark mark, String why) {
        return Finding.warning("%s: отметка «%s» лишняя, %s.".formatted(day(mark.date()), mark.name(), why));
    }

    private static String day(LocalDate date) {
        return Russian.capitalized(Russian.dayOfWeek(date.getDayOfWeek())) + " " + Russian.date(date);
    }
}
