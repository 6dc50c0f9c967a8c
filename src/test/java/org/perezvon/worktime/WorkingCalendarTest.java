package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final Calendars CALENDARS = Calendars.from("classpath:calendars/");
    private static final WorkingCalendar RUSSIA = CALENDARS.compose(List.of("ru"), Map.of());
    private static final WorkingCalendar IRKUTSK = CALENDARS.compose(List.of("ru", "ru-IRK"), Map.of());
    private static final WorkingCalendar KAZAKHSTAN = CALENDARS.compose(List.of("kz"), Map.of());

    @ParameterizedTest(name = "{0} {1}: {2} working days")
    @CsvFileSource(resources = "/worktime/status.csv", useHeadersInDisplayName = true)
    void a_year_adds_up_to_its_published_totals(
            String country, int year, long workingDays, Long hours40, long shortDays, String status) {
        WorkingCalendar calendar = CALENDARS.compose(List.of(country), Map.of());

        assertThat(daysOf(year).filter(calendar::isWorking)).hasSize((int) workingDays);
        assertThat(daysOf(year).filter(calendar::isShort)).hasSize((int) shortDays);
        assertThat(calendar.isDecreed(year)).isEqualTo(status.startsWith("decreed"));
        if (hours40 != null) {
            assertThat(hoursOfFortyHourWeek(calendar, year)).isEqualTo(hours40);
        }
    }

    @ParameterizedTest(name = "{0}: working {1}, short {2} — {3}")
    @CsvSource({
        "2026-11-17, true,  false, an ordinary Tuesday",
        "2026-11-21, false, false, an ordinary Saturday",
        "2026-11-03, true,  true,  the eve of a holiday",
        "2026-11-04, false, false, a holiday in mid-week",
        "2026-05-11, false, false, a Monday off for Saturday the 9th",
        "2024-04-27, true,  false, a working Saturday of full length",
        "2027-02-20, true,  true,  a working Saturday that is short",
        "2026-12-31, false, false, a day off moved from January",
        "2026-04-21, true,  false, the memorial day of Irkutsk is not federal",
    })
    void a_day_in_russia_is_read_from_its_rows(LocalDate date, boolean working, boolean shortened, String why) {
        assertThat(RUSSIA.isWorking(date)).as(why).isEqualTo(working);
        assertThat(RUSSIA.isShort(date)).as(why).isEqualTo(shortened);
    }

    @Test
    void kazakhstan_works_on_a_sunday_when_it_is_exchanged() {
        assertThat(KAZAKHSTAN.isWorking(LocalDate.of(2025, 1, 5))).isTrue();
        assertThat(KAZAKHSTAN.next(LocalDate.of(2024, 12, 31))).isEqualTo(LocalDate.of(2025, 1, 5));
    }

    @Test
    void a_region_adds_its_day_to_the_country() {
        LocalDate memorialDay = LocalDate.of(2026, 4, 21);

        assertThat(IRKUTSK.isWorking(memorialDay)).isFalse();
        assertThat(IRKUTSK.next(memorialDay.minusDays(1))).isEqualTo(memorialDay.plusDays(1));
        assertThat(daysOf(2026).filter(IRKUTSK::isWorking)).hasSize(246);
    }

    @Test
    void a_body_adds_its_own_days_off() {
        LocalDate sagaalgan = LocalDate.of(2026, 2, 18);
        WorkingCalendar ustOrda =
                CALENDARS.compose(List.of("ru", "ru-IRK"), Map.of(sagaalgan, new OwnDay(OwnDay.Kind.OFF, "Сагаалган")));

        assertThat(ustOrda.isWorking(sagaalgan)).isFalse();
        assertThat(ustOrda.whatMovedDays(sagaalgan, sagaalgan))
                .containsExactly("Среда 18 февраля 2026 года — нерабочий день органа: Сагаалган.");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "day-off     | Сагаалган                       | выходной день: Сагаалган",
                "day-off     | Нерабочий день (Указ)           | нерабочий день (Указ)",
                "working-day | Субботник                       | рабочий день: Субботник",
                "short-day   | Сагаалган завтра                | сокращённый день: Сагаалган завтра",
                "short-day   | Рабочая суббота, на час короче  | рабочая суббота, на час короче",
                "holiday     | Сагаалган                       | Сагаалган",
            })
    void a_day_says_what_it_is_where_its_name_does_not(String kind, String name, String words) {
        assertThat(Mark.of(LocalDate.of(2026, 2, 18), Mark.Kind.of(kind), name).words())
                .isEqualTo(words);
    }

    @Test
    void a_day_off_of_the_body_is_never_a_short_day() {
        LocalDate eve = LocalDate.of(2026, 11, 3);
        WorkingCalendar calendar =
                CALENDARS.compose(List.of("ru"), Map.of(eve, new OwnDay(OwnDay.Kind.OFF, "санитарный день")));

        assertThat(calendar.isWorking(eve)).isFalse();
        assertThat(calendar.isShort(eve)).isFalse();
    }

    @Test
    void a_body_makes_a_saturday_working_or_a_day_short() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        LocalDate monday = LocalDate.of(2026, 11, 23);
        WorkingCalendar calendar = CALENDARS.compose(
                List.of("ru"),
                Map.of(
                        saturday, new OwnDay(OwnDay.Kind.WORKING_AND_SHORT, "приём граждан"),
                        monday, new OwnDay(OwnDay.Kind.SHORT, "сбор")));

        assertThat(calendar.isWorking(saturday)).isTrue();
        assertThat(calendar.isShort(saturday)).isTrue();
        assertThat(calendar.isShort(monday)).isTrue();
        assertThat(calendar.whatMovedDays(saturday, monday))
                .containsExactly(
                        "Суббота 21 ноября 2026 года — рабочий день органа: приём граждан.",
                        "Суббота 21 ноября 2026 года — сокращённый день органа: приём граждан.",
                        "Понедельник 23 ноября 2026 года — сокращённый день органа: сбор.");
    }

    @Test
    void a_day_is_special_when_it_is_not_what_its_weekday_says() {
        assertThat(RUSSIA.specialDays(2027))
                .hasSize(20)
                .contains(new SpecialDay(
                        LocalDate.of(2027, 2, 23), "holiday", "День защитника Отечества", "День защитника Отечества"))
                .noneMatch(day -> day.date().equals(LocalDate.of(2027, 1, 2)))
                .filteredOn(day -> day.date().equals(LocalDate.of(2027, 2, 20)))
                .extracting(SpecialDay::kind)
                .as("a working Saturday that is short")
                .containsExactly("working-day", "short-day");
        assertThatThrownBy(() -> RUSSIA.specialDays(2021))
                .isInstanceOf(YearWithoutCalendar.class)
                .hasMessageContaining("России известен с 2022 года");
    }

    @Test
    void years_without_a_decree_are_foreseen_from_weekends_and_fixed_holidays() {
        assertThat(IRKUTSK.lastDecreedYear()).isEqualTo(2027);
        assertThat(IRKUTSK.isDecreed(2028)).isFalse();
        assertThat(IRKUTSK.next(LocalDate.of(2027, 12, 31))).isEqualTo(LocalDate.of(2028, 1, 10));
        assertThat(IRKUTSK.isWorking(LocalDate.of(2028, 5, 11)))
                .as("the memorial day moves with Easter and is not guessed")
                .isTrue();
        assertThat(IRKUTSK.isWorking(LocalDate.of(2040, 2, 23)))
                .as("however far ahead")
                .isFalse();
    }

    @Test
    void what_kazakhstan_only_projects_is_not_decreed() {
        assertThat(KAZAKHSTAN.lastDecreedYear()).isEqualTo(2026);
        assertThat(KAZAKHSTAN.isWorking(LocalDate.of(2028, 3, 15)))
                .as("the new Constitution Day stays where it is")
                .isFalse();
        assertThat(KAZAKHSTAN.isWorking(LocalDate.of(2028, 5, 16)))
                .as("Kurban-ait does not")
                .isTrue();
    }

    @Test
    void a_year_before_all_calendars_is_not_decreed_either() {
        assertThat(IRKUTSK.isDecreed(2021)).isFalse();
        assertThat(IRKUTSK.isDecreed(2022))
                .as("Irkutsk had no day of its own yet")
                .isTrue();
    }

    @Test
    void a_calendar_that_nobody_has_is_refused_in_russian() {
        assertThatThrownBy(() -> CALENDARS.compose(List.of("ru", "ru-BU"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Нет производственного календаря «ru-BU», есть только [kz, ru, ru-IRK]");
    }

    @Test
    void a_region_cannot_stand_without_its_country() {
        assertThatThrownBy(() -> CALENDARS.compose(List.of("ru-IRK"), Map.of()))
                .hasMessage("Сначала нужен календарь страны, а первым указан календарь Иркутской области");
    }

    private static long hoursOfFortyHourWeek(WorkingCalendar calendar, int year) {
        Schedule schedule = new Schedule(
                calendar,
                WorkingHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0))
                        .withLunch(LocalTime.of(13, 0), LocalTime.of(14, 0)),
                ZoneId.of("Asia/Tomsk"));
        return daysOf(year)
                .flatMap(date -> schedule.windows(date).stream())
                .mapToLong(
                        window -> Duration.between(window.from(), window.to()).toHours())
                .sum();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
