package org.perezvon.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.directory.AgencyController.NewPerson;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.worktime.Deadlines;

class AgencyPolicyTest {

    private static final NewPerson IVANOVA =
            new NewPerson("Иванова Мария Петровна", "ivanova@zkh.example", "8 (3952) 12-34-56");

    private final AgencyPolicy policy = new AgencyPolicy(Deadlines.shipped());

    @Test
    void an_agency_told_completely_is_taken_as_told() {
        Agency agency = policy.check(
                "zkh", agency("REGIONAL", "Asia/Irkutsk", List.of("ru", "ru-IRK"), "09:00", "18:00", IVANOVA));

        assertThat(agency.shortName()).isEqualTo("Минжилполитики");
        assertThat(agency.kind()).isEqualTo(Agency.Kind.REGIONAL);
        assertThat(agency.calendars()).containsExactly("ru", "ru-IRK");
        assertThat(agency.closes()).isEqualTo(LocalTime.of(18, 0));
        assertThat(agency.topics()).containsExactly("отопление", "капремонт");
        assertThat(agency.responsible().orElseThrow().email().value()).isEqualTo("ivanova@zkh.example");
    }

    @Test
    void an_agency_may_come_without_a_responsible_person() {
        assertThat(policy.check("zkh", agency("MUNICIPAL", "Asia/Irkutsk", List.of("ru"), "09:00", "18:00", null))
                        .responsible())
                .isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThat(fields(
                        "zkh",
                        new NewAgency(null, " ", null, null, null, null, null, null, new NewPerson("", "", null))))
                .containsExactly(
                        "name",
                        "shortName",
                        "kind",
                        "zone",
                        "calendars",
                        "opens",
                        "closes",
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

    private List<String> fields(String code, NewAgency entered) {
        InvalidInput refusal =
                Objects.requireNonNull(catchThrowableOfType(InvalidInput.class, () -> policy.check(code, entered)));
        assertThat(refusal.problems()).allMatch(problem -> problem.message().matches("(?s).*[а-яё].*"));
        return refusal.problems().stream().map(Problem::field).toList();
    }

    private static NewAgency agency(
            String kind,
            String zone,
            List<String> calendars,
            String opens,
            String closes,
            @Nullable NewPerson responsible) {
        return new NewAgency(
                "Министерство жилищной политики и энергетики",
                "Минжилполитики",
                kind,
                zone,
                List.copyOf(calendars),
                opens,
                closes,
                List.of("отопление", "капремонт"),
                responsible);
    }
}
