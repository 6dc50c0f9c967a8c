package org.perezvon.directory;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.perezvon.worktime.WorkingHours;
import org.perezvon.worktime.WorkingHours.Window;

class TimetableTest {

    private static final WorkingHours NINE_TO_SIX = WorkingHours.of(at(9), at(18));

    @Test
    void one_day_tells_of_all_that_are_the_same() {
        assertThat(Timetable.of(NINE_TO_SIX)).isEqualTo(new Timetable(window(9, 18), Optional.empty(), Map.of()));
    }

    @Test
    void what_was_told_is_told_back() {
        Timetable told = new Timetable(
                window(9, 18), Optional.of(window(13, 14)), Map.of(FRIDAY, window(9, 17), SATURDAY, window(10, 13)));

        assertThat(Timetable.of(told.toWorkingHours())).isEqualTo(told);
    }

    @Test
    void the_hours_of_most_days_are_the_ordinary_ones() {
        WorkingHours hours = NINE_TO_SIX;
        for (DayOfWeek day : new DayOfWeek[] {DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY}) {
            hours = hours.on(day, at(10), at(19));
        }

        Timetable timetable = Timetable.of(hours);

        assertThat(timetable.ordinary()).isEqualTo(window(10, 19));
        assertThat(timetable.others()).containsOnly(Map.entry(MONDAY, window(9, 18)), Map.entry(FRIDAY, window(9, 18)));
        assertThat(timetable.toWorkingHours()).isEqualTo(hours);
    }

    private static Window window(int from, int to) {
        return new Window(at(from), at(to));
    }

    private static LocalTime at(int hour) {
        return LocalTime.of(hour, 0);
    }
}
