package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final Difference difference;

    private SheetChecks(Sheet sheet, Difference difference) {
        this.sheet = sheet;
        this.difference = difference;
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
        Sheet sheet = imported.sheet();
        WorkingCalendar calendar = inForce.with(sheet).upTo(beneath, sheet.layer());
        Function<LocalDate, Day> without = beneath.isEmpty() ? Day::ordinary : inForce.compose(beneath, Map.of())::day;
        SheetChecks checks = new SheetChecks(sheet, Difference.of(inForce, sheet, beneath));
        return Stream.of(
                        checks.year(currentYear),
                        checks.totals(imported.checksum(), checksums),
                        checks.act(),
                        Country.ofSheet(sheet)
                                .map(country -> new LawOfCountry(country, sheet, calendar).findings())
                                .orElse(List.of()),
                        new UselessMarks(sheet, without, calendar).findings(),
                        new MovedDays(sheet, calendar).findings(),
                        checks.names(),
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

    private List<Finding> names() {
        List<LocalDate> nameless = sheet.marks(Mark.Kind.HOLIDAY).stream()
                .filter(mark -> mark.name().equals(DayNames.UNKNOWN_HOLIDAY))
                .map(Mark::date)
                .toList();
        return nameless.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "Названия праздников неизвестны: %s. Объяснения сроков этих дней будут неполными."
                                .formatted(Russian.runs(nameless))));
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
}
