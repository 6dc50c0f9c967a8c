package org.perezvon.directory;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.kernel.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements and absences of all agencies, as the file of the directory tells and takes them. */
@Component
@Transactional
class Annexes {

    private final AgreementStore stored;
    private final AppointmentStore people;
    private final Agreements agreements;
    private final Appointments appointments;
    private final Clock clock;

    Annexes(
            AgreementStore stored,
            AppointmentStore people,
            Agreements agreements,
            Appointments appointments,
            Clock clock) {
        this.stored = stored;
        this.people = people;
        this.agreements = agreements;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** By agency; those that have neither are not among them. */
    @Transactional(readOnly = true)
    public Map<String, Annex> today() {
        Map<String, List<Agreement>> agreed = stored.all();
        Map<String, List<Absence>> away = people.absences(clock.instant());
        Set<String> codes = new HashSet<>(agreed.keySet());
        codes.addAll(away.keySet());
        Map<String, Annex> annexes = new HashMap<>();
        codes.forEach(code ->
                annexes.put(code, new Annex(agreed.getOrDefault(code, List.of()), away.getOrDefault(code, List.of()))));
        return annexes;
    }

    /** Makes what a file says true; what it says as before stays untouched. */
    public void take(Agency agency, Annex before, Annex after, String by) {
        after.agreements().stream()
                .filter(agreement -> before.agreements().stream()
                        .map(AgreementLine::written)
                        .noneMatch(AgreementLine.written(agreement)::equals))
                .forEach(agreement -> agreements.put(agency.code(), agreement, by));
        Map<EmailAddress, List<String>> were = lines(before, agency);
        Map<EmailAddress, List<String>> are = lines(after, agency);
        were.forEach((absent, lines) -> {
            if (!lines.equals(are.get(absent))) {
                appointments.back(agency.code(), absent, by);
            }
        });
        after.absences().stream()
                .filter(absence ->
                        !are.getOrDefault(absence.absent(), List.of()).equals(were.get(absence.absent())))
                .forEach(absence -> appointments.absence(agency.code(), absence, by));
    }

    private static Map<EmailAddress, List<String>> lines(Annex annex, Agency agency) {
        return annex.absences().stream()
                .collect(Collectors.groupingBy(
                        Absence::absent,
                        Collectors.mapping(
                                absence -> AbsenceLine.written(absence, agency.zone()), Collectors.toList())));
    }
}
