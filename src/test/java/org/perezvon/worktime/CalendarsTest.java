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
