package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as people name them, in a letter of Tuesday, 17 November 2026. */
class SpokenDayTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20 | до 20.11.2026
                    2026-11-20 | до 20.11.26 г.
                    2026-11-20 | до 20.11
                    2026-11-20 | до 20/11/2026
                    2026-11-20 | до 2026-11-20
                    2026-11-20 | до 20 ноября
                    2026-11-20 | до «20» ноября 2026 года
                    2026-11-20 | до 20-го ноября
                    2026-11-25 | до двадцать пятого ноября
                    2027-01-15 | до 15 января
                    2026-11-20 | 20 қарашаға дейін
                    2026-11-20 | 2026 жылғы 20 қарашаға дейін
                    2026-11-20 | қарашаның 20-сына дейін
                    2026-11-20 | until November 20, 2026
                    2026-11-20 | until the 20th of November
                    2026-11-20 | bis zum 20. November 2026
                    2026-11-20 | до пятницы
                    2026-11-24 | до вторника
                    2026-11-25 | до среды следующей недели
                    2026-11-20 | до конца недели
                    2026-11-27 | до конца следующей недели
                    2026-11-30 | до конца месяца
                    2026-11-20 | апта соңына дейін
                    2026-11-18 | завтра
                    2026-11-19 | послезавтра
                    """)
    void a_day_is_found(LocalDate day, String words) {
        assertThat(SpokenDay.in(Sentence.words(words), TUESDAY))
                .extracting(SpokenDay::day)
                .containsExactly(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    до 16.00
                    в средней школе
                    по ст. 12.34
                    32 ноября
                    на 3 рабочих дня
                    """)
    void what_is_no_day_is_not_taken_for_one(String words) {
        assertThat(SpokenDay.in(Sentence.words(words), TUESDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | до пятницы
                    0 | до 20 ноября
                    1 | до 20.11.2026
                    """)
    void without_the_date_of_the_letter_only_whole_dates_are_found(int found, String words) {
        assertThat(SpokenDay.in(Sentence.words(words), null)).hasSize(found);
    }
}
