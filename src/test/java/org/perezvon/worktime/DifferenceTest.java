package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an import would change, day by day, as the one who confirms it reads it. */
class DifferenceTest {

    private static final Calendars SHIPPED = Calendars.from("classpath:calendars/");

    @Test
    void the_same_sheet_in_another_edition_makes_no_difference() {
        Sheet sheet = SHIPPED.sheet("ru", 2026).orElseThrow().inEdition("17");

        Difference difference = Difference.of(SHIPPED, sheet, List.of());

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.before()).isEqualTo(new Totals(247, 4, 118));
        assertThat(difference.after().hours40()).isEqualTo(1972);
    }

    @Test
    void a_short_day_whose_reason_is_an_order_is_called_short_once() {
        Sheet sheet = changed(
                "ru-IRK",
                2026,
                List.of(),
                row("2026-12-08", Mark.Kind.SHORT_DAY, "Приказ руководителя от 20.11.2026 № 15"));

        assertThat(Difference.of(SHIPPED, sheet, List.of("ru")).days())
                .extracting(Difference.Changed::after)
                .containsExactly("сокращённый рабочий день: Приказ руководителя от 20.11.2026 № 15");
    }

    @Test
    void every_changed_day_tells_what_it_was_and_what_it_will_be() {
        Sheet sheet = changed(
                "ru",
                2026,
                List.of("2026-05-11", "2026-06-11", "2026-12-31", "2026-06-12"),
                row(
                        "2026-05-12",
                        Mark.Kind.DAY_OFF,
                        "Выходной день, перенос с сб 09.05.2026 (ПП РФ от 01.04.2026 № 7)"),
                row("2026-12-26", Mark.Kind.WORKING_DAY, "Рабочий день, выходной перенесен на чт 31.12.2026"),
                row("2026-12-26", Mark.Kind.SHORT_DAY, "Рабочая суббота, сокращение на 1 час"),
                row("2026-12-31", Mark.Kind.DAY_OFF, "Выходной день, перенос с сб 26.12.2026"));

        Difference difference = Difference.of(SHIPPED, sheet, List.of());

        assertThat(difference.days())
                .extracting(Difference.Changed::date, Difference.Changed::before, Difference.Changed::after)
                .containsExactly(
                        tuple(
                                LocalDate.of(2026, 5, 11),
                                "выходной день, перенос с субботы 9 мая 2026 года (ч. 2 ст. 112 ТК РФ)",
                                "рабочий день"),
                        tuple(
                                LocalDate.of(2026, 5, 12),
                                "рабочий день",
                                "выходной день, перенос с субботы 9 мая 2026 года (постановление Правительства РФ от"
                                        + " 01.04.2026 № 7)"),
                        tuple(
                                LocalDate.of(2026, 6, 11),
                                "сокращённый рабочий день: предпраздничный день, сокращение на 1 час (ст. 95 ТК РФ)",
                                "рабочий день"),
                        tuple(LocalDate.of(2026, 6, 12), "нерабочий праздничный день: День России", "рабочий день"),
                        tuple(
                                LocalDate.of(2026, 12, 26),
                                "выходной день",
                                "сокращённый рабочий день: рабочий день, выходной перенесён на четверг 31 декабря 2026 года;"
                                        + " рабочая суббота, сокращение на 1 час"));
        assertThat(difference.renamed())
                .extracting(Difference.Changed::date, Difference.Changed::before, Difference.Changed::after)
                .as("a day that stays off, for another Saturday")
                .containsExactly(tuple(
                        LocalDate.of(2026, 12, 31),
                        "выходной день, перенос с воскресенья 4 января 2026 года (постановление Правительства РФ от"
                                + " 24.09.2025 № 1466)",
                        "выходной день, перенос с субботы 26 декабря 2026 года"));
        assertThat(difference.before()).isEqualTo(new Totals(247, 4, 118));
        assertThat(difference.after()).isEqualTo(new Totals(249, 4, 116));
    }

    @Test
    void a_working_saturday_for_another_day_of_the_week_keeps_other_hours_and_is_a_change() {
        Sheet sheet = changed(
                "ru",
                2024,
                List.of("2024-04-27"),
                row("2024-04-27", Mark.Kind.WORKING_DAY, "Рабочий день, выходной перенесен на пт 26.04.2024"));

        assertThat(Difference.of(SHIPPED, sheet, List.of()).days())
                .extracting(Difference.Changed::date)
                .containsExactly(LocalDate.of(2024, 4, 27));
    }

    @Test
    void a_new_year_is_compared_with_what_was_foreseen_of_it() {
        Sheet sheet = Sheet.of(
                "ru",
                2028,
                Stream.concat(
                                SHIPPED.sheet("ru", 2027).orElseThrow().rows().stream()
                                        .filter(row -> row.kind() == Mark.Kind.HOLIDAY)
                                        .map(row -> new Row(row.date().plusYears(1), row.kind(), row.name())),
                                Stream.of(
                                        row("2028-05-08", Mark.Kind.DAY_OFF, "Выходной день, перенос с сб 06.05.2028")))
                        .toList(),
                "",
                true,
                "17");

        Difference difference = Difference.of(SHIPPED, sheet, List.of());

        assertThat(difference.days())
                .extracting(Difference.Changed::date, Difference.Changed::before)
                .containsExactly(tuple(LocalDate.of(2028, 5, 8), "рабочий день"));
        assertThat(difference.renamed()).isEmpty();
    }

    @Test
    void a_regions_sheet_is_compared_upon_its_country() {
        Sheet sheet = Sheet.of("ru-IRK", 2026, List.of(), "", true, "17");

        Difference difference = Difference.of(SHIPPED, sheet, List.of("ru"));

        assertThat(difference.days())
                .extracting(Difference.Changed::date, Difference.Changed::before, Difference.Changed::after)
                .containsExactly(tuple(
                        LocalDate.of(2026, 4, 21),
                        "нерабочий праздничный день: Единый день памяти (Закон Иркутской области от 05.07.2023 № 100-ОЗ)",
                        "рабочий день"));
        assertThat(difference.before().workingDays()).isEqualTo(246);
        assertThat(difference.after().workingDays()).isEqualTo(247);
    }

    @Test
    void a_countrys_change_beneath_a_regions_day_is_no_change_for_the_region() {
        Sheet country = changed("ru", 2026, List.of(), row("2026-04-21", Mark.Kind.DAY_OFF, "Выходной день"));
        WorkingCalendar before = SHIPPED.compose(List.of("ru", "ru-IRK"), Map.of());
        WorkingCalendar after = SHIPPED.with(country).compose(List.of("ru", "ru-IRK"), Map.of());

        assertThat(Difference.between(before, after, 2026).isEmpty()).isTrue();
    }

    @Test
    void a_bodys_first_own_day_is_called_so() {
        Sheet sheet =
                Sheet.of("own:uobo", 2026, List.of(row("2026-02-18", Mark.Kind.DAY_OFF, "Сагаалган")), "", true, "17");

        assertThat(Difference.of(SHIPPED, sheet, List.of("ru", "ru-IRK")).days())
                .containsExactly(new Difference.Changed(
                        LocalDate.of(2026, 2, 18), "рабочий день", "нерабочий день органа: Сагаалган"));
    }

    @Test
    void a_sheet_of_a_calendar_that_nobody_has_cannot_be_compared() {
        assertThatThrownBy(
                        () -> Difference.of(SHIPPED, Sheet.of("ru-BU", 2026, List.of(), "", true, "17"), List.of("ru")))
                .hasMessage("Нет производственного календаря «ru-BU», есть только [kz, ru, ru-IRK]");
    }

    private static Sheet changed(String layer, int year, List<String> without, Row... with) {
        Sheet sheet = SHIPPED.sheet(layer, year).orElseThrow();
        List<Row> rows = Stream.concat(
                        sheet.rows().stream()
                                .filter(row -> !without.contains(row.date().toString())),
                        Stream.of(with))
                .toList();
        return Sheet.of(layer, year, rows, sheet.act(), true, "17");
    }

    private static Row row(String date, Mark.Kind kind, String name) {
        return new Row(LocalDate.parse(date), kind, name);
    }
}
