package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we know well, written as others write it, comes back as the same days. */
class CalendarFileRoundTripTest {

    private static final Calendars SHIPPED = Calendars.from("classpath:calendars/");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Map<Integer, String> ACTS = Map.of(
            2022, "ПП РФ от 16.09.2021 № 1564",
            2023, "ПП РФ от 29.08.2022 № 1505",
            2024, "ПП РФ от 10.08.2023 № 1314",
            2025, "ПП РФ от 04.10.2024 № 1335",
            2026, "ПП РФ от 24.09.2025 № 1466",
            2027, "ПП РФ от 17.09.2026 № 1187");

    /** One that knows no year near, so that all names have to be found elsewhere. */
    private static final Calendars IGNORANT = Calendars.of(
            Map.of("ru", "России", "kz", "Казахстана"),
            List.of(Sheet.of("ru", 2000, List.of(), "", true, "0"), Sheet.of("kz", 2000, List.of(), "", true, "0")));

    static Stream<Arguments> files() {
        return SHIPPED.sheets().stream()
                .filter(sheet -> !sheet.layer().contains("-"))
                .flatMap(CalendarFileRoundTripTest::written);
    }

    private static Stream<Arguments> written(Sheet sheet) {
        WorkingCalendar calendar = SHIPPED.compose(List.of(sheet.layer()), Map.of());
        String code = sheet.layer().equals("ru") ? "РФ" : "РК";
        String csv = SheetCsv.write(sheet.rows());
        return Stream.of(
                Arguments.of(sheet, "CSV", csv.getBytes(UTF_8)),
                Arguments.of(sheet, "CSV", excel(csv).getBytes(WINDOWS_1251)),
                Arguments.of(sheet, "CSV", ("\uFEFF" + excel(csv)).getBytes(UTF_8)),
                Arguments.of(sheet, "CSV", ("\uFEFF" + csv.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(
                        sheet, "XML xmlcalendar.ru", ForeignFiles.xml(sheet).getBytes(UTF_8)),
                Arguments.of(sheet, "XML xmlcalendar.ru", ("\uFEFF" + ForeignFiles.xml(sheet)).getBytes(UTF_8)),
                Arguments.of(
                        sheet,
                        "JSON xmlcalendar.ru",
                        ForeignFiles.json(sheet, calendar).getBytes(UTF_8)),
                Arguments.of(
                        sheet,
                        "JSON xmlcalendar.ru",
                        ("[{\"year\":2010},%s]".formatted(ForeignFiles.json(sheet, calendar))).getBytes(UTF_8)),
                Arguments.of(sheet, "XML 1С", ForeignFiles.oneC(sheet, code).getBytes(WINDOWS_1251)),
                Arguments.of(sheet, "XML 1С", ("\uFEFF" + ForeignFiles.oneCSparse(sheet, code)).getBytes(UTF_8)));
    }

    /** As Excel with Russian settings saves it again: semicolons, dates with dots, empty rows at the end. */
    private static String excel(String csv) {
        return csv.replaceAll("(?m)^(\\d{4})-(\\d\\d)-(\\d\\d),([a-z-]+),", "$3.$2.$1;$4;")
                        .replace("date,kind,name", "date;kind;name")
                        .replace("\n", "\r\n")
                + ";;\r\n;;\r\n";
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void a_calendar_in_force_comes_back_as_it_was_with_all_its_names(Sheet sheet, String format, byte[] content) {
        ImportedSheet imported = new CalendarFile(content, sheet.layer(), sheet.year(), sheet.act()).read(SHIPPED);

        assertThat(imported.format()).isEqualTo(format);
        assertThat(imported.sheet().rows()).isEqualTo(sheet.rows());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void an_unknown_year_has_the_same_working_and_short_days(Sheet sheet, String format, byte[] content) {
        ImportedSheet imported = new CalendarFile(content, sheet.layer(), sheet.year(), sheet.act()).read(IGNORANT);

        WorkingCalendar was = SHIPPED.compose(List.of(sheet.layer()), Map.of());
        WorkingCalendar is = IGNORANT.with(imported.sheet()).compose(List.of(sheet.layer()), Map.of());
        assertThat(ForeignFiles.daysOf(sheet.year())).allSatisfy((LocalDate date) -> {
            assertThat(is.isWorking(date)).as("working %s", date).isEqualTo(was.isWorking(date));
            assertThat(is.isShort(date)).as("short %s", date).isEqualTo(was.isShort(date));
            assertThat(is.day(date).hoursOf())
                    .as("hours of %s", date)
                    .isEqualTo(was.day(date).hoursOf());
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void the_names_of_an_unknown_russian_year_are_those_a_lawyer_has_written(
            Sheet sheet, String format, byte[] content) {
        if (sheet.layer().equals("ru")) {
            ImportedSheet imported = new CalendarFile(content, "ru", sheet.year(), act(sheet.year())).read(IGNORANT);

            assertThat(imported.sheet().rows()).isEqualTo(sheet.rows());
            assertThat(imported.sheet().act()).isEqualTo(sheet.act());
        }
    }

    @Test
    void the_sentence_of_an_imported_day_reads_well() {
        Sheet sheet = SHIPPED.sheet("ru", 2026).orElseThrow();
        byte[] content = ForeignFiles.xml(sheet).getBytes(UTF_8);
        Sheet imported =
                new CalendarFile(content, "ru", null, act(2026)).read(IGNORANT).sheet();

        WorkingCalendar calendar = IGNORANT.with(imported).compose(List.of("ru"), Map.of());
        assertThat(calendar.whatMovedDays(LocalDate.of(2026, 5, 8), LocalDate.of(2026, 5, 11)))
                .containsExactly(
                        "Пятница 8 мая 2026 года — предпраздничный день, сокращение на 1 час (ст. 95 ТК РФ).",
                        "Суббота 9 мая 2026 года — нерабочий праздничный день: День Победы.",
                        "Понедельник 11 мая 2026 года — выходной день, перенос с субботы 9 мая 2026 года (ч. 2 ст. 112 ТК РФ).");
        assertThat(calendar.whatMovedDays(LocalDate.of(2026, 1, 9), LocalDate.of(2026, 1, 9)))
                .containsExactly("Пятница 9 января 2026 года — выходной день, перенос с субботы 3 января 2026 года"
                        + " (постановление Правительства РФ от 24.09.2025 № 1466).");
        assertThat(calendar.lastDecreedYear()).isEqualTo(2026);
    }

    private static String act(int year) {
        return ACTS.getOrDefault(year, "");
    }
}
