package org.perezvon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Account;
import org.perezvon.engine.Role;

class DemoDataTest {

    @Test
    void ten_agencies_two_of_them_municipal_and_an_institution_each_have_somebody_of_their_own_to_write_to() {
        List<Agency> agencies =
                DemoData.agencies().stream().map(DemoData.DemoAgency::toAgency).toList();
        assertThat(agencies).hasSize(11);
        assertThat(agencies)
                .filteredOn(agency -> agency.kind() == Agency.Kind.SUBORDINATE)
                .singleElement()
                .satisfies(institution -> {
                    assertThat(institution.particulars().parent()).contains("minzdrav");
                    assertThat(institution.particulars().phone()).isPresent();
                });
        assertThat(agencies)
                .filteredOn(agency -> agency.kind() == Agency.Kind.MUNICIPAL)
                .hasSize(2);
        assertThat(agencies).allSatisfy(agency -> {
            assertThat(agency.topics()).isNotEmpty();
            assertThat(agency.responsible().orElseThrow().email().domain()).endsWith(".example");
        });
        assertThat(agencies)
                .extracting(agency -> agency.responsible().orElseThrow().email())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_agency_but_the_polyclinic_goes_to_lunch_and_one_goes_home_early_on_friday() {
        assertThat(DemoData.agencies())
                .extracting(DemoData.DemoAgency::toAgency)
                .filteredOn(agency -> agency.kind() != Agency.Kind.SUBORDINATE)
                .allSatisfy(agency -> assertThat(agency.hours().lunch()).isPresent());
        assertThat(agency("irkutsk").hours().inWords()).isEqualTo("пн–чт 9:00–18:00, пт 9:00–16:45, обед 13:00–13:45");
    }

    @Test
    void one_agency_each_answers_from_tomsk_and_from_kazakhstan_by_the_rules_and_the_clock_there() {
        Agency tomsk = agency("tomsk-szn");
        assertThat(tomsk.zone()).hasToString("Asia/Tomsk");
        assertThat(tomsk.jurisdiction()).isEqualTo("tomsk");
        assertThat(tomsk.calendars()).containsExactly("ru");
        Agency kazakhstan = agency("kz-enbek");
        assertThat(kazakhstan.jurisdiction()).isEqualTo("kazakhstan");
        assertThat(kazakhstan.calendars()).containsExactly("kz");
    }

    private static Agency agency(String code) {
        return DemoData.agencies().stream()
                .map(DemoData.DemoAgency::toAgency)
                .filter(agency -> agency.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_answer_names_its_agency_and_its_source_and_is_short_enough_to_be_read_out() {
        Set<String> codes =
                DemoData.agencies().stream().map(DemoData.DemoAgency::code).collect(Collectors.toSet());
        assertThat(DemoData.answers()).hasSizeGreaterThanOrEqualTo(25).allSatisfy(answer -> {
            assertThat(codes).contains(answer.agency());
            assertThat(answer.source()).isNotBlank();
            assertThat(answer.answer()).hasSizeBetween(100, 900);
        });
        assertThat(DemoData.answers()).extracting(DemoData.DemoAnswer::title).doesNotHaveDuplicates();
    }

    @Test
    void there_is_somebody_to_log_in_as_in_every_role(@TempDir Path directory) {
        DemoStaff staff = new DemoStaff(DemoPasswords.keptIn(directory, DemoStaff.Person.users()));
        assertThat(staff.accounts().stream().map(Account::roles).flatMap(Set::stream))
                .contains(Role.values());
        assertThat(staff.accounts()).extracting(Account::password).doesNotHaveDuplicates();
    }

    @Test
    void passwords_are_made_up_once_and_stay(@TempDir Path directory) {
        String first = DemoPasswords.keptIn(directory, List.of("operator")).of("operator");
        DemoPasswords later = DemoPasswords.keptIn(directory, List.of("operator", "supervisor"));
        assertThat(later.of("operator")).isEqualTo(first).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(later.of("supervisor")).isNotEqualTo(first);
    }

    @Test
    void the_welcome_is_framed_whatever_the_length_of_its_lines() {
        assertThat(DemoWelcome.framed(List.of("Перезвон", "да"))).isEqualTo("""
                        ┌──────────┐
                        │ Перезвон │
                        │ да       │
                        └──────────┘""");
    }
}
