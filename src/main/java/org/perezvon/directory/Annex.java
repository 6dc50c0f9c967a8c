package org.perezvon.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.perezvon.kernel.InvalidInput.Problem;

/**
 * What the file of the directory tells of an agency beside itself and its people, a line of a cell for each.
 *
 * @param absences that have not ended
 */
record Annex(List<Agreement> agreements, List<Absence> absences) {

    static final Annex NONE = new Annex(List.of(), List.of());

    private static final String LINE = "\n";

    /** @param zone of the agency: days and hours are those of its own clock */
    AgencyRow row(ZoneId zone) {
        return new AgencyRow(Map.of(
                Column.AGREEMENTS,
                agreements.stream().map(AgreementLine::written).collect(Collectors.joining(LINE)),
                Column.ABSENCES,
                absences.stream()
                        .map(absence -> AbsenceLine.written(absence, zone))
                        .collect(Collectors.joining(LINE))));
    }

    /** What a row of a file says; of columns it does not have, this. */
    Annex overlaidBy(AgencyRow row, ZoneId zone, Instant now, List<Problem> problems) {
        int problemsBefore = problems.size();
        List<Agreement> told = !row.has(Column.AGREEMENTS)
                ? agreements
                : row.cell(Column.AGREEMENTS)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .flatMap(line -> AgreementLine.read(line, problems).stream())
                        .toList();
        if (problems.size() == problemsBefore) {
            agreements.stream()
                    .map(Agreement::number)
                    .filter(number -> told.stream().map(Agreement::number).noneMatch(number::equals))
                    .forEach(number -> problems.add(new Problem(
                            AgreementLine.FIELD,
                            "Нет соглашения № " + number + ": соглашения не удаляют, укажите его последний день")));
        }
        List<Absence> away = !row.has(Column.ABSENCES)
                ? absences
                : row.cell(Column.ABSENCES)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .flatMap(line -> AbsenceLine.read(line, zone, problems).stream())
                        .filter(absence -> absence.until().isAfter(now))
                        .toList();
        return new Annex(told, away);
    }
}
