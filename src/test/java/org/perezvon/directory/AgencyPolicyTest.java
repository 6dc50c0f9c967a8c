package org.perezvon.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.directory.AgencyController.NewDay;
import org.perezvon.directory.AgencyController.NewLunch;
import org.perezvon.directory.AgencyController.NewPerson;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.WorkingCalendars;

class AgencyPolicyTest {

    private static final NewPerson IVANOVA =
            new NewPerson("Иванова Мария Петровна", "ivanova@zkh.example", "8 (3952) 12-34-56");

    private final WorkingCalendars calendars = mock(WorkingCalendars.class);
    private final AgencyPolicy policy = new AgencyPolicy(calendars, jurisdiction -> !jurisdiction.equals("omsk"));

    @BeforeEach
    void the_shipped_calendars_are_in_force() {
        when(calendars.inForce()).thenReturn(Deadlines.shipped());
    }

    @Test
    void an_agency_told_completely_is_taken_as_told() {
        Agency agency =
                checked("zkh", agency("REGIONAL", "Asia/Irkutsk", List.of("ru", "ru-IRK"), "09:00", "18:00", IVANOVA));

        assertThat(agency.shortName()).isEqualTo("Минжилполитики");
        assertThat(agency.kind()).isEqualTo(Agency.Kind.REGIONAL);
        assertThat(agency.calendars()).containsExactly("ru", "ru-IRK");
        assertThat(agency.hours().inWords()).isEqualTo("пн–пт 9:00–18:00");
        assertThat(agency.jurisdiction()).isEqualTo("irkutsk");
        assertThat(agency.topics()).containsExactly("отопление", "капремонт");
        assertThat(agency.responsible().orElseThrow().email().value()).isEqualTo("ivanova@zkh.example");
    }

    @Test
    void an_agency_may_come_without_a_responsible_person() {
        assertThat(checked("zkh", agency("MUNICIPAL", "Asia/Irkutsk", List.of("ru"), "09:00", "18:00", null))
                        .responsible())
                .isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThat(fields(
                        "zkh",
                        new NewAgency(
                                null,
                                " ",
                                null,
                                null,
                                null,
                                null,
                                null,
                                new NewLunch(null, ""),
                                null,
                                null,
                                null,
                                new NewPerson("", "", null),
                                null,
                                null,
                                null,
                                null)))
                .containsExactly(
                        "name",
                        "shortName",
                        "kind",
                        "zone",
                        "calendars",
                        "opens",
                        "closes",
                        "lunch.from",
                        "lunch.to",
                        "responsible.email",
                        "responsible.name");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
    @CsvSource({
        "ZKH,     REGIONAL, Asia/Irkutsk, ru,     09:00, 18:00, code",
        "z,       REGIONAL, Asia/Irkutsk, ru,     09:00, 18:00, code",
        "zkh,     FEDERAL,  Asia/Irkutsk, ru,     09:00, 18:00, kind",
        "zkh,     REGIONAL, Irkutsk,      ru,     09:00, 18:00, zone",
        "zkh,     REGIONAL, +08:00,       ru,     09:00, 18:00, zone",
        "zkh,     REGIONAL, Asia/Irkutsk, ru-XXX, 09:00, 18:00, calendars",
        "zkh,     REGIONAL, Asia/Irkutsk, ru-IRK, 09:00, 18:00, calendars",
        "zkh,     REGIONAL, Asia/Irkutsk, own:zkh, 09:00, 18:00, calendars",
        "zkh,     REGIONAL, Asia/Irkutsk, ru,     9,     18:00, opens",
        "zkh,     REGIONAL, Asia/Irkutsk, ru,     18:00, 09:00, closes",
        "zkh,     REGIONAL, Asia/Irkutsk, ru,     09:00, 10:30, closes",
    })
    void a_deadline_could_not_be_computed_for_such_an_agency(
            String code, String kind, String zone, String calendar, String opens, String closes, String field) {
        assertThat(fields(code, agency(kind, zone, List.of(calendar), opens, closes, null)))
                .contains(field)
                .allMatch(field::equals);
    }

    @Test
    void lunch_and_days_that_differ_are_part_of_the_hours() {
        Agency agency = checked(
                "zkh",
                hours(
                        new NewLunch("13:00", "14:00"),
                        Map.of(
                                "FRIDAY", new NewDay("09:00", "17:00", null),
                                "SATURDAY", new NewDay("10:00", "13:00", false))));

        assertThat(agency.hours().inWords())
                .isEqualTo("пн–чт 9:00–18:00, пт 9:00–17:00, сб 10:00–13:00, обед 13:00–14:00");
    }

    @ParameterizedTest(name = "lunch {0}–{1}, Friday {2}–{3}: {4}")
    @CsvSource({
        "13:00, 13:00, 09:00, 17:00, lunch.to,           кончается раньше",
        "14:00, 13:00, 09:00, 17:00, lunch.to,           кончается раньше",
        "час,   14:00, 09:00, 17:00, lunch.from,         не время суток",
        "'',    14:00, 09:00, 17:00, lunch.from,         Укажите начало обеда",
        "13:00, '',    09:00, 17:00, lunch.to,           Укажите конец обеда",
        "08:00, 09:30, 10:00, 17:00, lunch.from,         начинается в 09:00 и кончается в 18:00",
        "17:00, 18:00, 09:00, 16:00, lunch.to,           начинается в 09:00 и кончается в 18:00",
        "09:30, 17:30, 18:00, 21:00, lunch.to,           короче двух часов",
        "13:00, 14:00, 09:00, 13:30, days.FRIDAY.closes, Обед (13:00–14:00) приходится на край",
        "13:00, 14:00, 13:30, 18:00, days.FRIDAY.opens,  Обед (13:00–14:00) приходится на край",
        "13:00, 14:00, 17:00, 09:00, days.FRIDAY.closes, кончается раньше",
        "13:00, 14:00, 09:00, 10:00, days.FRIDAY.closes, короче двух часов",
        "13:00, 14:00, 09:00, '',    days.FRIDAY.closes, Укажите конец рабочего дня",
    })
    void hours_that_nobody_can_keep_are_refused_beside_their_field(
            String from, String to, String opens, String closes, String field, String words) {
        InvalidInput refusal =
                refused("zkh", hours(new NewLunch(from, to), Map.of("FRIDAY", new NewDay(opens, closes, null))));

        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(words);
        });
    }

    @Test
    void a_day_on_which_nobody_works_belongs_into_the_calendar() {
        InvalidInput refusal =
                refused("zkh", hours(new NewLunch("13:00", "14:00"), Map.of("FRIDAY", new NewDay(null, null, true))));

        assertThat(refusal.problems())
                .containsExactly(new Problem(
                        "days.FRIDAY.off",
                        "Рабочая неделя идёт с понедельника по пятницу; дни, в которые орган не работает, заносят в его"
                                + " собственный календарь, а не в часы работы"));
    }

    @Test
    void a_day_that_no_week_has_and_a_day_of_which_nothing_is_said_are_refused() {
        Map<String, @Nullable NewDay> days = new HashMap<>();
        days.put("FRI", new NewDay("09:00", "17:00", null));
        days.put("MONDAY", null);

        assertThat(fields("zkh", hours(null, days))).containsExactlyInAnyOrder("days.FRI", "days.MONDAY");
    }

    @ParameterizedTest(name = "{0} on calendar {1} in {2}: {3}")
    @CsvSource({
        ",        ru, Asia/Irkutsk, irkutsk",
        ",        ru, Asia/Tomsk,   tomsk",
        ",        kz, Asia/Almaty,  kazakhstan",
        "'  ',    kz, Asia/Almaty,  kazakhstan",
        "irkutsk, kz, Asia/Almaty,  irkutsk",
        "altai,   ru, Asia/Irkutsk, altai",
    })
    void unless_told_the_jurisdiction_follows_from_calendar_and_zone(
            @Nullable String told, String calendar, String zone, String jurisdiction) {
        assertThat(checked("zkh", agency(zone, List.of(calendar), null, null, told))
                        .jurisdiction())
                .isEqualTo(jurisdiction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Irkutsk", "иркутск", "i", "ru-38", "-irkutsk"})
    void a_jurisdiction_is_a_plain_word(String told) {
        assertThat(fields("zkh", agency("Asia/Irkutsk", List.of("ru"), null, null, told)))
                .containsExactly("jurisdiction");
    }

    @Test
    void a_jurisdiction_without_terms_is_refused_before_a_question_needs_one() {
        assertThat(fields("zkh", agency("Asia/Omsk", List.of("ru"), null, null, "omsk")))
                .containsExactly("jurisdiction");
    }

    @Test
    void an_institution_belongs_to_a_body_that_is_known_and_can_be_called_and_its_head_written_to() {
        Particulars told = checked(
                        "hospital",
                        particulars("minzdrav", "8 (3952) 12-34-56, доб. 7", "Главный Врач", "head@hospital.example"))
                .particulars();

        assertThat(told.parent()).contains("minzdrav");
        assertThat(told.phone()).contains("8 (3952) 12-34-56, доб. 7");
        assertThat(told.head().orElseThrow().email().value()).isEqualTo("head@hospital.example");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "nobody,   12-34-56, Петров, p@h.example, parent",
        "hospital, 12-34-56, Петров, p@h.example, parent",
        "minzdrav, звоните,  Петров, p@h.example, phone",
        "minzdrav, 12-34-56, Петров, '',          head.email",
        "minzdrav, 12-34-56, '',     p@h.example, head.name",
        "minzdrav, 12-34-56, Петров, почта,       head.email",
    })
    void what_nobody_could_use_is_refused_beside_its_field(
            String parent, String phone, String head, String email, String field) {
        assertThat(fields("hospital", particulars(parent, phone, head, email)))
                .contains(field)
                .allMatch(named -> named.startsWith(field.replaceAll("\\..*", "")));
    }

    private static NewAgency particulars(String parent, String phone, String head, String headEmail) {
        return new NewAgency(
                "Городская больница № 1",
                "Больница № 1",
                "SUBORDINATE",
                "Asia/Irkutsk",
                List.of("ru"),
                "08:00",
                "20:00",
                null,
                null,
                null,
                List.of("больница"),
                null,
                parent,
                "Иркутская область",
                phone,
                new AgencyController.NewHead(head, headEmail));
    }

    private Agency checked(String code, NewAgency entered) {
        return policy.check(code, entered, "minzdrav"::equals);
    }

    private List<String> fields(String code, NewAgency entered) {
        InvalidInput refusal = refused(code, entered);
        assertThat(refusal.problems()).allMatch(problem -> problem.message().matches("(?s).*[а-яё].*"));
        return refusal.problems().stream().map(Problem::field).toList();
    }

    private InvalidInput refused(String code, NewAgency entered) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidInput.class, () -> checked(code, entered)));
    }

    private static NewAgency hours(@Nullable NewLunch lunch, Map<String, @Nullable NewDay> days) {
        return agency("Asia/Irkutsk", List.of("ru"), lunch, days, null);
    }

    private static NewAgency agency(
            String zone,
            List<String> calendars,
            @Nullable NewLunch lunch,
            @Nullable Map<String, @Nullable NewDay> days,
            @Nullable String jurisdiction) {
        return agency("REGIONAL", zone, calendars, "09:00", "18:00", lunch, days, jurisdiction, null);
    }

    private static NewAgency agency(
            String kind,
            String zone,
            List<String> calendars,
            String opens,
            String closes,
            @Nullable NewPerson responsible) {
        return agency(kind, zone, calendars, opens, closes, null, null, null, responsible);
    }

    private static NewAgency agency(
            String kind,
            String zone,
            List<String> calendars,
            String opens,
            String closes,
            @Nullable NewLunch lunch,
            @Nullable Map<String, @Nullable NewDay> days,
            @Nullable String jurisdiction,
            @Nullable NewPerson responsible) {
        return new NewAgency(
                "Министерство жилищной политики и энергетики",
                "Минжилполитики",
                kind,
                zone,
                List.copyOf(calendars),
                opens,
                closes,
                lunch,
                days,
                jurisdiction,
                List.of("отопление", "капремонт"),
                responsible,
                null,
                null,
                null,
                null);
    }
}
