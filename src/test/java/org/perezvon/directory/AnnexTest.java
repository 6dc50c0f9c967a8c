package org.perezvon.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput.Problem;

/** Agreements and absences in the file of the directory. */
class AnnexTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");
    private static final Instant NOW = Instant.parse("2026-11-17T02:30:00Z");

    private static final Annex ANNEX = new Annex(
            List.of(
                    new Agreement(
                            "12-С от устава",
                            LocalDate.parse("2026-02-01"),
                            LocalDate.parse("2026-02-02"),
                            Optional.of(LocalDate.parse("2026-12-31")),
                            "=расписание; приём: по средам"),
                    new Agreement("7", LocalDate.EPOCH, LocalDate.EPOCH, Optional.empty(), "всё")),
            List.of(
                    new Absence(
                            EmailAddress.of("+ivanova@gov.example"),
                            Instant.parse("2026-11-30T16:00:00Z"),
                            Instant.parse("2026-12-14T16:00:00Z"),
                            Optional.of(new ResponsiblePerson(
                                    "Петров Пётр",
                                    EmailAddress.of("petrov@gov.example"),
                                    Optional.of("8 (3952) 1-2")))),
                    new Absence(
                            EmailAddress.of("sidorov@gov.example"),
                            NOW,
                            Instant.parse("2026-11-18T01:00:00Z"),
                            Optional.empty())));

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void what_is_written_into_a_file_is_read_back_and_is_no_formula() {
        byte[] file = DirectoryCsv.write(
                List.of(new AgencyRow(Map.of(Column.CODE, "minsoc")).overlaidBy(ANNEX.row(IRKUTSK))));

        AgencyRow read = DirectoryCsv.read(file).get(0).row();

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("'+ivanova")
                .doesNotContain(";\"+");
        assertThat(Annex.NONE.overlaidBy(read, IRKUTSK, NOW, problems)).isEqualTo(ANNEX);
        assertThat(problems).isEmpty();
    }

    @Test
    void columns_a_file_does_not_have_stay_as_they_are() {
        AgencyRow row = new AgencyRow(Map.of(Column.CODE, "minsoc"));

        assertThat(ANNEX.overlaidBy(row, IRKUTSK, NOW, problems)).isEqualTo(ANNEX);
        assertThat(problems).isEmpty();
    }

    @Test
    void an_agreement_is_not_deleted_by_leaving_it_out_an_absence_that_is_over_is_left_out_by_itself() {
        AgencyRow row = new AgencyRow(Map.of(
                Column.AGREEMENTS,
                AgreementLine.written(ANNEX.agreements().get(0)),
                Column.ABSENCES,
                "ivanova@gov.example с 01.11.2026 00:00 до 10.11.2026 00:00"));

        assertThat(ANNEX.overlaidBy(row, IRKUTSK, NOW, problems).absences()).isEmpty();
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("Нет соглашения № 7: соглашения не удаляют, укажите его последний день");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-С от 01.02.2026",
                "№ 1 от 31.02.2026, с 01.02.2026 бессрочно: всё",
                "№ 1 от 01.02.2026, с 01.02.2026 по 01.01.2026: всё",
                "№ 1 от 01.02.2026, с 01.02.2026: всё"
            })
    void what_is_no_agreement_is_refused_in_russian(String line) {
        assertThat(AgreementLine.read(line, problems)).isEmpty();

        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.message())
                .matches("(?s).*[а-яё]{3}.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ivanova@gov.example до 10.11.2026",
                "ivanova с 01.11.2026 00:00 до 10.11.2026 00:00",
                "ivanova@gov.example с 31.11.2026 00:00 до 10.12.2026 00:00",
                "ivanova@gov.example с 12.11.2026 00:00 до 10.11.2026 00:00",
                "ivanova@gov.example с 01.11.2026 00:00 до 10.11.2026 00:00, замещает Петров"
            })
    void what_is_no_absence_is_refused_in_russian(String line) {
        AbsenceLine.read(line, IRKUTSK, problems);

        assertThat(problems).isNotEmpty().allSatisfy(problem -> assertThat(problem.message())
                .matches("(?s).*[а-яё]{3}.*"));
    }
}
