package org.perezvon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CalendarCommandTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/worktime/status.csv", useHeadersInDisplayName = true)
    void a_year_has_its_known_totals(
            String country, int year, int workingDays, Integer hours40, int shortDays, String status) {
        JsonNode said = Said.to("calendar", "--calendar", country, "--year", String.valueOf(year), "--format", "json")
                .json();

        assertThat(said.get("workingDays").intValue()).isEqualTo(workingDays);
        assertThat(said.get("shortDays").intValue()).isEqualTo(shortDays);
        assertThat(said.get("hours40").intValue()).isEqualTo(hours40 == null ? workingDays * 8 : hours40);
        assertThat(said.get("provisional").booleanValue()).isEqualTo(status.startsWith("PROJECTED"));
    }

    @Test
    void a_day_that_is_not_what_its_weekday_says_is_told_with_its_reason() {
        JsonNode days = Said.toLine("calendar --calendar ru,ru-IRK --year 2026 --format json")
                .json()
                .get("days");

        assertThat(days).hasSize(19).anySatisfy(day -> assertThat(day.toString())
                .isEqualTo("{\"date\":\"2026-04-21\",\"weekday\":\"TUE\",\"kind\":\"holiday\","
                        + "\"reason\":\"Единый день памяти (Закон Иркутской области от 05.07.2023 № 100-ОЗ)\"}"));
        assertThat(days).noneSatisfy(day -> assertThat(day.get("date").asText())
                .as("a holiday on a Sunday is off anyhow")
                .isEqualTo("2026-03-08"));
    }

    @Test
    void twelve_months_are_drawn_with_a_sign_for_every_special_day() {
        assertThat(Said.toLine("calendar --calendar ru --year 2027").out())
                .startsWith("""
                Календарь ru на 2027 год
                Рабочих дней 247, из них сокращённых 4, часов при 40-часовой неделе 1972

                 Январь                         Февраль                        Март
                 пн  вт  ср  чт  пт  сб  вс     пн  вт  ср  чт  пт  сб  вс     пн  вт  ср  чт  пт  сб  вс
                                 [1] [2] [3]     1   2   3   4   5  [6] [7]     1   2   3   4   5  [6] [7]
                 [4] [5] [6] [7] [8] [9][10]     8   9  10  11  12 [13][14]    [8]  9  10  11  12 [13][14]
                 11  12  13  14  15 [16][17]    15  16  17  18  19  20*[21]    15  16  17  18  19 [20][21]
                """)
                .contains("\n2027-02-20, сб: рабочий день");
    }

    @Test
    void a_year_that_is_not_decreed_is_called_so() {
        assertThat(Said.toLine("calendar --calendar ru --year 2029").out())
                .startsWith("Календарь ru на 2029 год (предварительный: ещё не утверждён)\n");
    }

    @Test
    void what_is_told_as_a_file_may_be_loaded_as_a_file(@TempDir Path folder) throws IOException {
        String csv =
                Said.toLine("calendar --calendar ru --year 2027 --format csv").out();
        Files.writeString(folder.resolve("ru-2027.csv"), csv);
        Files.writeString(folder.resolve("layers.csv"), "layer,title\nru,России\n");
        Files.writeString(
                folder.resolve("status.csv"),
                "country,year,working_days,short_days,status,act\nru,2027,247,4,decreed,\n");

        assertThat(Said.to(
                                "calendar",
                                "--calendar",
                                "ru",
                                "--year",
                                "2027",
                                "--format",
                                "csv",
                                "--calendars",
                                folder.toString())
                        .out())
                .isEqualTo(csv)
                .startsWith("date,kind,name\n2027-01-01,holiday,");
    }
}
