package org.perezvon.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perezvon.worktime.WorkingHours.Window;

class WorkingHoursTest {

    private static final WorkingHours NINE_TO_SIX = WorkingHours.of(at(9), at(18));
    private static final WorkingHours WITH_LUNCH = NINE_TO_SIX.withLunch(at(13), at(14));

    @Test
    void lunch_splits_the_day() {
        assertThat(WITH_LUNCH.of(MONDAY, false)).containsExactly(window(9, 13), window(14, 18));
    }

    @Test
    void a_short_day_ends_an_hour_earlier_and_keeps_its_lunch() {
        assertThat(WITH_LUNCH.of(MONDAY, true)).containsExactly(window(9, 13), window(14, 17));
    }

    @Test
    void a_short_day_loses_an_hour_even_when_nothing_else_is_left_after_the_break() {
        WorkingHours hours = WorkingHours.of(at(9), at(15)).withLunch(at(13), at(14));

        assertThat(hours.of(MONDAY, true)).containsExactly(window(9, 13));
    }

    @Test
    void a_friday_may_end_early() {
        WorkingHours hours = WITH_LUNCH.on(FRIDAY, at(9), at(17));

        assertThat(hours.of(FRIDAY, true)).containsExactly(window(9, 16));
        assertThat(hours.of(MONDAY, true)).containsExactly(window(9, 13), window(14, 17));
    }

    @Test
    void a_working_saturday_keeps_the_hours_of_the_day_it_stands_for() {
        Body body = Body.kazakhstan().withHours(NINE_TO_SIX.on(FRIDAY, at(9), at(16)));
        LocalDate saturdayForAFriday = LocalDate.of(2023, 7, 1);
        LocalDate saturdayForAWednesday = LocalDate.of(2024, 5, 4);

        Schedule schedule = schedule(body);

        assertThat(schedule.windows(saturdayForAFriday)).containsExactly(window(9, 16));
        assertThat(schedule.windows(saturdayForAWednesday)).containsExactly(window(9, 18));
    }

    @Test
    void a_body_with_saturday_hours_of_its_own_keeps_those_on_a_working_saturday() {
        Body body = Body.tomsk().withHours(NINE_TO_SIX.on(SATURDAY, at(10), at(15)));

        assertThat(schedule(body).windows(LocalDate.of(2027, 2, 20))).containsExactly(window(10, 14));
        assertThat(schedule(body).windows(LocalDate.of(2027, 2, 27)))
                .as("but hours alone make no Saturday working")
                .isEmpty();
    }

    @Test
    void hours_that_run_backwards_or_overlap_or_leave_out_a_weekday_are_refused() {
        assertThatThrownBy(() -> window(18, 9)).hasMessage("Рабочее время не может идти с 18:00 до 09:00");
        assertThatThrownBy(() -> new WorkingHours(Map.of(MONDAY, List.of(window(9, 14), window(13, 18)))))
                .hasMessageStartingWith("Рабочее время перекрывается");
        assertThatThrownBy(() -> new WorkingHours(Map.of(MONDAY, List.of(window(9, 18)))))
                .hasMessageStartingWith("Рабочее время нужно указать на каждый день с понедельника по пятницу");
        assertThatThrownBy(() -> NINE_TO_SIX.on(FRIDAY, at(9), at(10)))
                .hasMessageStartingWith("Рабочий день короче двух часов");
    }

    @Test
    void hours_are_told_as_they_hang_on_a_door() {
        assertThat(NINE_TO_SIX.inWords()).isEqualTo("пн–пт 9:00–18:00");
        assertThat(WITH_LUNCH.inWords()).isEqualTo("пн–пт 9:00–18:00, обед 13:00–14:00");
        assertThat(NINE_TO_SIX
                        .on(FRIDAY, at(9), at(17))
                        .withLunch(at(13), at(14))
                        .inWords())
                .isEqualTo("пн–чт 9:00–18:00, пт 9:00–17:00, обед 13:00–14:00");
        assertThat(NINE_TO_SIX
                        .on(MONDAY, at(8), at(18))
                        .on(SATURDAY, at(10), at(15))
                        .inWords())
                .isEqualTo("пн 8:00–18:00, вт–пт 9:00–18:00, сб 10:00–15:00");
        assertThat(WITH_LUNCH.on(FRIDAY, at(9), at(17)).inWords())
                .as("a Friday without the others' lunch")
                .isEqualTo("пн–чт 9:00–13:00 и 14:00–18:00, пт 9:00–17:00");
    }

    @Test
    void lunch_is_the_break_that_all_days_keep() {
        assertThat(WITH_LUNCH.lunch()).contains(window(13, 14));
        assertThat(NINE_TO_SIX.lunch()).isEmpty();
        assertThat(NINE_TO_SIX
                        .on(FRIDAY, at(9), at(13))
                        .withLunch(at(13), at(14))
                        .lunch())
                .as("a day that is over by then keeps none and needs none")
                .contains(window(13, 14));
        assertThat(WITH_LUNCH.on(FRIDAY, at(9), at(17)).lunch()).isEmpty();
        assertThat(WITH_LUNCH.span(MONDAY)).isEqualTo(window(9, 18));
    }

    private static Schedule schedule(Body body) {
        return new Schedule(
                Calendars.from("classpath:calendars/").compose(body.layers(), body.ownDays()),
                body.hours(),
                body.zone());
    }

    private static Window window(int from, int to) {
        return new Window(at(from), at(to));
    }

    private static LocalTime at(int hour) {
        return LocalTime.of(hour, 0);
    }
}
