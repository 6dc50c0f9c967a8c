package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Before somebody confirms a calendar, everything that can be said against it has been said. */
class SheetChecksTest {

    private static final CalendarFolder FOLDER = new CalendarFolder("classpath:calendars/");
    private static final Calendars SHIPPED = FOLDER.calendars();
    private static final int NOW = 2026;

    static Stream<Sheet> shipped() {
        return SHIPPED.sheets().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothing_is_said_against_a_calendar_that_lawyers_have_checked(Sheet sheet) {
        List<String> beneath = sheet.layer().contains("-") ? List.of("ru") : List.of();
        Optional<Checksum> known = FOLDER.checksum(sheet.layer(), sheet.year());

        List<Finding> findings = SheetChecks.of(
                SHIPPED, imported(sheet, Checksum.NONE), beneath, known.stream().toList(), NOW);

        assertThat(findings)
                .filteredOn(finding -> !finding.sentence().startsWith("Акт не указан"))
                .allMatch(finding -> finding.severity() == Finding.Severity.INFO)
                .contains(Finding.info("Файл ничего не меняет: действующий календарь такой же."));
        assertThat(known.isPresent()).isEqualTo(!sheet.layer().contains("-"));
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of(
                        "a holiday is missing",
                        without("2026-06-12"),
                        Finding.warning(
                                "Среди праздничных дней нет установленных законом: 12 июня. Проверьте, не изменился ли закон.")),
                Arguments.of(
                        "an eve is not short",
                        without("2026-11-03"),
                        Finding.warning("Рабочий день накануне праздника не сокращён: 3 ноября.")),
                Arguments.of(
                        "a holiday on a Saturday gave no other day off",
                        without("2026-05-11"),
                        Finding.warning("Праздник пришёлся на выходной, а сам выходной никуда не перенесён: 9 мая.")),
                Arguments.of(
                        "a day off on a Sunday",
                        with("2026-10-04,day-off,Выходной"),
                        Finding.warning(
                                "Воскресенье 4 октября: отметка «Выходной» лишняя, этот день и без того нерабочий.")),
                Arguments.of(
                        "a working day on a Monday",
                        with("2026-10-05,working-day,Рабочий день"),
                        Finding.warning(
                                "Понедельник 5 октября: отметка «Рабочий день» лишняя, этот день и без того рабочий.")),
                Arguments.of(
                        "a short Sunday on which nobody works",
                        with("2026-10-04,short-day,Короткий день"),
                        Finding.error("Воскресенье 4 октября: день отмечен сокращённым, но он нерабочий.")),
                Arguments.of(
                        "a day off moved from a plain Saturday",
                        with("2026-10-05,day-off,\"Выходной день, перенос с сб 10.10.2026\""),
                        Finding.warning(
                                "Понедельник 5 октября — выходной, перенесённый с 10 октября, но тот день не праздничный"
                                        + " выходной и не стал рабочим.")),
                Arguments.of(
                        "a day off moved twice",
                        with("2026-10-05,day-off,\"Выходной день, перенос с сб 09.05.2026\""),
                        Finding.warning("Выходной с 9 мая перенесён дважды.")),
                Arguments.of(
                        "days off out of nowhere",
                        with("2026-10-05,day-off,Выходной", "2026-10-06,day-off,Выходной"),
                        Finding.warning(
                                "Переносы не сходятся: не сказано, откуда перенесены выходные (2), а перенести можно было"
                                        + " только 0.")),
                Arguments.of(
                        "a working Saturday for a day on which all work",
                        with("2026-10-10,working-day,\"Рабочий день, выходной перенесен на пн 12.10.2026\""),
                        Finding.warning("Суббота 10 октября — рабочий день вместо 12 октября, но и тот день рабочий.")),
                Arguments.of(
                        "a working Saturday for nothing",
                        with("2026-10-10,working-day,Рабочий день"),
                        Finding.warning(
                                "Суббота 10 октября — рабочий день, но не сказано, на какой день перенесён выходной: часы"
                                        + " работы считаются как в пятницу.")),
                Arguments.of(
                        "a holiday without a name",
                        with("2026-10-05,holiday,название в файле не указано"),
                        Finding.warning(
                                "Названия праздников неизвестны: 5 октября. Объяснения сроков этих дней будут неполными.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findings")
    void what_looks_wrong_is_said(String what, UnaryOperator<List<String>> change, Finding expected) {
        Sheet good = SHIPPED.sheet("ru", 2026).orElseThrow();
        List<String> lines = new ArrayList<>(SheetCsv.write(good.rows()).lines().toList());

        Sheet changed = sheet("ru", 2026, change.apply(lines));

        assertThat(SheetChecks.of(SHIPPED, imported(changed, Checksum.NONE), List.of(), List.of(), NOW))
                .contains(expected);
        assertThat(SheetChecks.of(SHIPPED, imported(good, Checksum.NONE), List.of(), List.of(), NOW))
                .doesNotContain(expected);
    }

    @Test
    void a_country_without_a_holiday_is_no_country() {
        Sheet empty = Sheet.of("ru", 2026, List.of(), "акт", true, "17");

        assertThat(SheetChecks.of(SHIPPED, imported(empty, Checksum.NONE), List.of(), List.of(), NOW))
                .contains(Finding.error("В календаре нет ни одного праздничного дня: это не календарь страны."));
    }

    @Test
    void a_year_without_its_act_is_told_to_stay_provisional() {
        Sheet sheet =
                Sheet.of("ru", 2026, SHIPPED.sheet("ru", 2026).orElseThrow().rows(), "", false, "17");

        assertThat(SheetChecks.of(SHIPPED, imported(sheet, Checksum.NONE), List.of(), List.of(), NOW))
                .contains(Finding.warning(
                        "Акт не указан: сроки, которые заходят в 2026 год, останутся предварительными."));
    }

    @Test
    void a_year_far_away_is_an_error() {
        assertThat(SheetChecks.of(SHIPPED, ofYear(2009), List.of(), List.of(), NOW)
                        .get(0))
                .isEqualTo(Finding.error("Год 2009 слишком далёк: загружаются календари на 2010–2031 годы."));
        assertThat(SheetChecks.of(SHIPPED, ofYear(2032), List.of(), List.of(), NOW)
                        .get(0)
                        .severity())
                .isEqualTo(Finding.Severity.ERROR);
        assertThat(SheetChecks.of(SHIPPED, ofYear(2031), List.of(), List.of(), NOW))
                .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    @Test
    void a_file_that_contradicts_its_own_checksum_is_an_error() {
        Sheet sheet = SHIPPED.sheet("ru", 2026).orElseThrow();

        assertThat(findings(sheet, Checksum.ofFile(Optional.of(246), Optional.of(119), Optional.of(hours("1965.5")))))
                .first()
                .isEqualTo(
                        Finding.error("Календарь не сходится с контрольной суммой файла: рабочих дней 247 вместо 246,"
                                + " нерабочих дней 118 вместо 119, часов при 40-часовой неделе 1972 вместо 1965,5."));
        assertThat(findings(sheet, Checksum.ofFile(Optional.of(247), Optional.of(118), Optional.of(hours("1972.0")))))
                .contains(Finding.info("Календарь сходится с контрольной суммой файла."));
    }

    @Test
    void totals_entered_by_hand_block_and_shipped_ones_warn() {
        ImportedSheet imported = imported(SHIPPED.sheet("ru", 2026).orElseThrow(), Checksum.NONE);
        Checksum entered = Checksum.entered(Optional.empty(), Optional.of(hours("1973")));
        Checksum shipped = Checksum.shipped(248, Optional.empty());

        assertThat(SheetChecks.of(SHIPPED, imported, List.of(), List.of(entered, shipped), NOW))
                .startsWith(
                        Finding.error("Календарь не сходится с введёнными итогами: часов при 40-часовой неделе 1972"
                                + " вместо 1973."),
                        Finding.warning(
                                "Календарь не сходится с известными системе итогами: рабочих дней 247 вместо 248."));
    }

    @Test
    void the_totals_of_the_year_are_told() {
        assertThat(findings(SHIPPED.sheet("ru", 2026).orElseThrow(), Checksum.NONE))
                .contains(Finding.info(
                        "В 2026 году рабочих дней 247, из них сокращённых 4, часов при 40-часовой неделе 1972."));
    }

    @Test
    void the_calendar_of_another_country_misses_holidays() {
        Sheet kazakhstan = SHIPPED.sheet("kz", 2022).orElseThrow();
        Sheet asRussia = Sheet.of("ru", 2022, kazakhstan.rows(), "акт", true, "17");

        assertThat(findings(asRussia, Checksum.NONE))
                .contains(Finding.warning(
                        "Среди праздничных дней нет установленных законом: 3–6, 8 января, 23 февраля, 12 июня и 4 ноября."
                                + " Проверьте, не изменился ли закон."));
    }

    @Test
    void more_than_forty_changed_days_are_unusual() {
        assertThat(findings(withDaysOff(40), Checksum.NONE))
                .noneMatch(finding -> finding.sentence().contains("необычно много"));
        assertThat(findings(withDaysOff(41), Checksum.NONE))
                .contains(Finding.warning(
                        "Календарь отличается от действующего на 41 день: необычно много. Проверьте страну и год."));
    }

    private static Sheet withDaysOff(int count) {
        Stream<Row> more = LocalDate.of(2026, 7, 1)
                .datesUntil(LocalDate.of(2026, 10, 1))
                .filter(date -> !Day.isWeekend(date))
                .limit(count)
                .map(date -> new Row(date, Mark.Kind.DAY_OFF, "Выходной день"));
        List<Row> rows = Stream.concat(SHIPPED.sheet("ru", 2026).orElseThrow().rows().stream(), more)
                .toList();
        return Sheet.of("ru", 2026, rows, "акт", true, "17");
    }

    @Test
    void a_regions_day_that_the_country_keeps_already_is_useless() {
        Sheet sheet = sheet("ru-IRK", 2026, List.of("date,kind,name", "2026-05-01,holiday,Праздник Весны и Труда"));

        assertThat(SheetChecks.of(SHIPPED, imported(sheet, Checksum.NONE), List.of("ru"), List.of(), NOW))
                .contains(Finding.warning(
                        "Пятница 1 мая: отметка «Праздник Весны и Труда» лишняя, этот день и без того праздничный."));
    }

    @Test
    void a_bodys_own_days_are_looked_at_upon_its_calendars() {
        Sheet sheet = sheet(
                "own:uobo",
                2026,
                List.of("date,kind,name", "2026-02-18,day-off,Сагаалган", "2026-04-21,day-off,Память"));

        List<Finding> findings =
                SheetChecks.of(SHIPPED, imported(sheet, Checksum.NONE), List.of("ru", "ru-IRK"), List.of(), NOW);

        assertThat(findings)
                .containsExactly(
                        Finding.warning("Вторник 21 апреля: отметка «Память» лишняя, этот день и без того нерабочий."),
                        Finding.info(
                                "В 2026 году рабочих дней 245, из них сокращённых 4, часов при 40-часовой неделе 1956."));
    }

    @Test
    void remarks_about_the_file_are_repeated() {
        Finding remark = Finding.warning("В файле 1С календарь назван «1».");
        Sheet sheet = SHIPPED.sheet("ru", 2026).orElseThrow();

        assertThat(SheetChecks.of(
                        SHIPPED,
                        new ImportedSheet(sheet, "XML 1С", Checksum.NONE, List.of(remark)),
                        List.of(),
                        List.of(),
                        NOW))
                .contains(remark);
    }

    private static List<Finding> findings(Sheet sheet, Checksum own) {
        return SheetChecks.of(SHIPPED, imported(sheet, own), List.of(), List.of(), NOW);
    }

    private static ImportedSheet ofYear(int year) {
        Row newYear = new Row(LocalDate.of(year, 1, 1), Mark.Kind.HOLIDAY, "Новый год");
        return imported(Sheet.of("ru", year, List.of(newYear), "акт", true, "17"), Checksum.NONE);
    }

    private static ImportedSheet imported(Sheet sheet, Checksum own) {
        return new ImportedSheet(sheet, "CSV", own, List.of());
    }

    private static Sheet sheet(String layer, int year, List<String> lines) {
        List<Row> rows = SheetCsv.read(String.join("\n", lines)).stream()
                .map(SheetCsv.Line::toRow)
                .toList();
        return Sheet.of(layer, year, rows, "акт", true, "17");
    }

    private static UnaryOperator<List<String>> without(String date) {
        return lines -> lines.stream().filter(line -> !line.startsWith(date)).toList();
    }

    private static UnaryOperator<List<String>> with(String... rows) {
        return lines -> {
            lines.addAll(List.of(rows));
            return lines;
        };
    }

    private static BigDecimal hours(String text) {
        return new BigDecimal(text);
    }
}
