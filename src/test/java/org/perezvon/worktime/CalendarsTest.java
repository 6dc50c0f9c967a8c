package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars change at short notice: a folder of one's own replaces the shipped ones, and must make sense. */
class CalendarsTest {

    private static final String ONE_HOLIDAY = "date,kind,name\n2030-01-01,holiday,Новый год\n";

    private static final Calendars SHIPPED = Calendars.from("classpath:calendars/");

    @TempDir
    private Path folder;

    @BeforeEach
    void a_country_with_one_year() throws IOException {
        write("layers.csv", "layer,title\nru,России\n");
        write("status.csv", status(260, "decreed"));
        write("ru-2030.csv", ONE_HOLIDAY);
    }

    @Test
    void a_folder_of_ones_own_replaces_the_shipped_calendars() {
        WorkingCalendar calendar = load().compose(List.of("ru"), Map.of());

        assertThat(calendar.isWorking(LocalDate.of(2030, 1, 1))).isFalse();
        assertThat(calendar.lastDecreedYear()).isEqualTo(2030);
    }

    @Test
    void a_calendar_that_does_not_add_up_to_its_totals_stops_the_start() throws IOException {
        write("status.csv", status(247, "decreed"));

        assertThatThrownBy(this::load)
                .hasMessage("Календарь ru на 2030 год не сходится с итогом: рабочих дней 260 вместо 247,"
                        + " из них сокращённых 0 вместо 0");
    }

    @Test
    void a_day_of_another_year_stops_the_start() throws IOException {
        write("ru-2030.csv", ONE_HOLIDAY + "2031-01-01,holiday,Новый год\n");

        assertThatThrownBy(this::load).hasMessage("В календаре ru на 2030 год стоит чужой день 2031-01-01");
    }

    @Test
    void an_unknown_kind_of_day_stops_the_start_and_names_the_file() throws IOException {
        write("ru-2030.csv", ONE_HOLIDAY + "2030-01-02,half-day,Полдня\n");

        assertThatThrownBy(this::load).hasMessageContainingAll("Не удалось разобрать", "ru-2030.csv");
    }

    @Test
    void a_row_without_a_date_stops_the_start() throws IOException {
        write("ru-2030.csv", ONE_HOLIDAY + ",holiday,Новый год\n");

        assertThatThrownBy(this::load).hasMessageContainingAll("Не удалось разобрать", "ru-2030.csv");
    }

    @Test
    void a_year_without_its_decree_is_loaded_as_a_projection() throws IOException {
        write("ru-2031.csv", "date,kind,name\n2031-01-01,holiday,Новый год\n");

        assertThat(load().compose(List.of("ru"), Map.of()).isDecreed(2031)).isFalse();
    }

    @Test
    void a_calendar_of_projections_only_has_no_decreed_year() throws IOException {
        write("status.csv", status(260, "PROJECTED"));

        assertThat(load().compose(List.of("ru"), Map.of()).lastDecreedYear()).isEqualTo(2029);
    }

    @Test
    void another_edition_of_a_file_is_another_version_of_the_calendar() throws IOException {
        String before = load().compose(List.of("ru"), Map.of()).version();

        write("ru-2030.csv", "date,kind,name\n2030-01-01,holiday,С Новым годом\n");

        assertThat(before).matches("ru-2030/[0-9a-f]{8}");
        assertThat(load().compose(List.of("ru"), Map.of()).version()).isNotEqualTo(before);
    }

    @Test
    void a_working_weekend_day_may_be_told_before_or_after_its_short_row() throws IOException {
        write("status.csv", "country,year,working_days,short_days,status,act\nru,2030,261,1,decreed,\n");
        write(
                "ru-2030.csv",
                ONE_HOLIDAY
                        + "2030-03-02,short-day,\"Рабочая суббота, сокращение на 1 час\"\n"
                        + "2030-03-02,working-day,Рабочий день\n");

        assertThat(load().compose(List.of("ru"), Map.of()).isShort(LocalDate.of(2030, 3, 2)))
                .isTrue();
    }

    @Test
    void a_year_between_two_loaded_ones_is_foreseen_from_weekends_and_fixed_holidays() throws IOException {
        write("ru-2033.csv", "date,kind,name\n2033-01-01,holiday,Новый год\n");

        WorkingCalendar calendar = load().compose(List.of("ru"), Map.of());

        assertThat(calendar.isWorking(LocalDate.of(2031, 1, 1))).isFalse();
        assertThat(calendar.isDecreed(2031)).isFalse();
    }

    @Test
    void a_sheet_is_the_same_after_it_was_kept_as_rows() {
        for (Sheet sheet : SHIPPED.sheets()) {
            assertThat(Sheet.of(
                            sheet.layer(), sheet.year(), sheet.rows(), sheet.act(), sheet.decreed(), sheet.edition()))
                    .isEqualTo(sheet);
        }
    }

    @Test
    void calendars_are_the_same_when_they_are_put_together_from_their_sheets() {
        Calendars again = Calendars.of(SHIPPED.titles(), SHIPPED.sheets());

        assertThat(again.sheets()).hasSize(16).isEqualTo(SHIPPED.sheets());
        assertThat(again.keys()).containsExactly("kz", "ru", "ru-IRK");
        assertThat(again.compose(List.of("ru", "ru-IRK"), Map.of()).version())
                .isEqualTo(SHIPPED.compose(List.of("ru", "ru-IRK"), Map.of()).version());
    }

    @Test
    void a_sheet_replaces_the_same_year_of_its_layer_and_no_other() {
        Sheet nothing = Sheet.of("ru", 2026, List.of(), "", true, "17");

        Calendars calendars = SHIPPED.with(nothing);

        WorkingCalendar russia = calendars.compose(List.of("ru", "ru-IRK"), Map.of());
        assertThat(russia.isWorking(LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(russia.isWorking(LocalDate.of(2026, 4, 21)))
                .as("the region's own")
                .isFalse();
        assertThat(russia.isWorking(LocalDate.of(2025, 5, 1)))
                .as("another year")
                .isFalse();
        assertThat(calendars.sheet("ru", 2026)).hasValue(nothing);
        assertThat(SHIPPED.compose(List.of("ru"), Map.of()).isWorking(LocalDate.of(2026, 5, 1)))
                .as("the calendars it was made from")
                .isFalse();
    }

    @Test
    void a_sheet_of_a_new_year_is_added() {
        Calendars calendars = SHIPPED.with(Sheet.of("ru", 2028, List.of(), "", true, "17"));

        assertThat(calendars.compose(List.of("ru"), Map.of()).lastDecreedYear()).isEqualTo(2028);
    }

    @Test
    void a_bodys_own_days_are_a_layer_that_may_have_none() {
        assertThat(SHIPPED.compose(List.of("ru", "own:uobo"), Map.of()).isDecreed(2026))
                .isTrue();
    }

    @Test
    void a_bodys_own_days_are_called_so_and_leave_other_years_as_decreed_as_they_are() {
        LocalDate sagaalgan = LocalDate.of(2026, 2, 18);
        Row row = new Row(sagaalgan, Mark.Kind.DAY_OFF, "Сагаалган");

        Calendars calendars = SHIPPED.with(Sheet.of("own:uobo", 2026, List.of(row), "", false, "17"));

        WorkingCalendar own = calendars.compose(List.of("ru", "ru-IRK", "own:uobo"), Map.of());
        assertThat(own.isWorking(sagaalgan)).isFalse();
        assertThat(own.whatMovedDays(sagaalgan, sagaalgan))
                .containsExactly("Среда 18 февраля 2026 года — нерабочий день органа: Сагаалган.");
        assertThat(own.isDecreed(2026)).isTrue();
        assertThat(own.sources(2026, 2026)).contains("органа на 2026 год").contains("own:uobo-2026/17");
        assertThat(own.isWorking(LocalDate.of(2028, 2, 18)))
                .as("own days are not foreseen")
                .isTrue();
        assertThat(calendars.keys()).as("what a body may be given").isEqualTo(SHIPPED.keys());
        assertThat(calendars.sheet("own:uobo", 2026).orElseThrow().rows()).containsExactly(row);
    }

    @Test
    void a_sheet_of_a_calendar_that_nobody_has_is_refused() {
        assertThatThrownBy(() -> SHIPPED.with(Sheet.of("ru-BU", 2026, List.of(), "", true, "17")))
                .hasMessage("Нет производственного календаря «ru-BU», есть только [kz, ru, ru-IRK]");
    }

    @Test
    void a_name_with_a_day_that_does_not_exist_stops_the_start() throws IOException {
        write("ru-2030.csv", ONE_HOLIDAY + "2030-05-10,day-off,\"Выходной день, перенос с сб 41.05.2030\"\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Не удалось разобрать", "ru-2030.csv", "стоит день, которого нет");
    }

    @Test
    void a_folder_that_does_not_say_whose_its_calendars_are_calls_them_as_those_that_ship() throws IOException {
        Files.delete(folder.resolve("layers.csv"));

        assertThat(load().titles()).isEqualTo(Map.of("ru", "России"));
    }

    @Test
    void a_calendar_of_which_nobody_says_whose_it_is_stops_the_start() throws IOException {
        write("ru-BU-2030.csv", "date,kind,name\n2030-02-04,holiday,Сагаалган\n");

        assertThatThrownBy(this::load).hasMessage("Есть дни календаря «ru-BU», но не сказано, чей это календарь");
    }

    @Test
    void two_sheets_of_one_year_are_refused() {
        Sheet sheet = SHIPPED.sheet("ru", 2026).orElseThrow();

        assertThatThrownBy(() -> Calendars.of(Map.of("ru", "России"), List.of(sheet, sheet.inEdition("17"))))
                .hasMessage("Календарь ru на 2026 год дан дважды");
    }

    @Test
    void a_day_without_a_name_could_not_be_explained() {
        assertThatThrownBy(() -> Mark.of(LocalDate.of(2026, 5, 11), Mark.Kind.DAY_OFF, " "))
                .hasMessage("Не сказано, почему день 2026-05-11 особый");
    }

    @Test
    void a_kind_of_day_is_known_by_its_word() {
        assertThat(Mark.Kind.values()).allMatch(kind -> Mark.Kind.of(kind.word()) == kind);
        assertThatThrownBy(() -> Mark.Kind.of("half-day"))
                .hasMessage("Неизвестный вид дня «half-day», бывают только holiday, day-off, working-day, short-day");
    }

    private Calendars load() {
        return Calendars.from(folder.toUri().toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String status(int workingDays, String status) {
        return "country,year,working_days,short_days,status,act\nru,2030,%d,0,%s,\n".formatted(workingDays, status);
    }
}
