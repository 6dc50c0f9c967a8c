package org.perezvon.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.SenderPolicy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole directory as one file: told, tried and taken. Columns a file does not have stay as they are. */
@Component
@Transactional
class DirectoryFiles {

    private final Directory directory;
    private final Appointments appointments;
    private final Annexes annexes;
    private final AgencyPolicy policy;
    private final Clock clock;

    DirectoryFiles(Directory directory, Appointments appointments, Annexes annexes, AgencyPolicy policy, Clock clock) {
        this.directory = directory;
        this.appointments = appointments;
        this.annexes = annexes;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param column as the heading says; @param message in Russian */
    record Fault(long line, String column, String message) {}

    /** @param what in Russian: what the agency becomes */
    record Effect(long line, String code, String what) {}

    /** @param taken whether the effects have come into force; never while there is a fault */
    record Report(boolean taken, List<Effect> effects, int unchanged, List<Fault> faults) {}

    @Transactional(readOnly = true)
    public byte[] told() {
        Map<String, Contacts> contacts = appointments.today();
        Map<String, SenderPolicy> senders = directory.senderPolicies();
        Map<String, Annex> annex = annexes.today();
        return DirectoryCsv.write(directory.agencies().stream()
                .map(agency -> AgencyRow.of(agency)
                        .with(
                                contacts.getOrDefault(agency.code(), Contacts.NOBODY),
                                senders.getOrDefault(agency.code(), SenderPolicy.WARN))
                        .overlaidBy(
                                annex.getOrDefault(agency.code(), Annex.NONE).row(agency.zone())))
                .toList());
    }

    /** What taking the file would do. */
    @Transactional(readOnly = true)
    public Report tried(byte[] file) {
        return examined(file).report(false);
    }

    /** Takes the whole file, or, when it has a fault, none of it. */
    public Report taken(byte[] file, String by) {
        Examination examination = examined(file);
        if (!examination.faults().isEmpty()) {
            return examination.report(false);
        }
        for (Entry entry : examination.entries()) {
            directory.put(entry.agency().answeredBy(Optional.empty()), by);
            appointments.replaceDeputies(entry.agency().code(), entry.deputies(), by);
            directory.believe(entry.agency().code(), entry.senders(), by);
            entry.named().ifPresent(named -> appointments.appoint(entry.agency().code(), named, by));
            annexes.take(entry.agency(), entry.before(), entry.after(), by);
        }
        return examination.report(true);
    }

    /** @param named the responsible person, when that is somebody else or has another second address than before */
    private record Entry(
            long line,
            Agency agency,
            Optional<Appointment> named,
            List<ResponsiblePerson> deputies,
            SenderPolicy senders,
            Annex before,
            Annex after,
            String what) {}

    /** How an agency stands before the file is taken. */
    private record Standing(Optional<AgencyRow> row, Contacts people, SenderPolicy senders, Annex annex) {}

    private record Examination(List<Entry> entries, int unchanged, List<Fault> faults) {

        Report report(boolean taken) {
            return new Report(
                    taken,
                    entries.stream()
                            .map(entry ->
                                    new Effect(entry.line(), entry.agency().code(), entry.what()))
                            .toList(),
                    unchanged,
                    faults);
        }
    }

    private Examination examined(byte[] file) {
        List<DirectoryCsv.Line> lines = DirectoryCsv.read(file);
        Map<String, Agency> known =
                directory.agencies().stream().collect(Collectors.toMap(Agency::code, agency -> agency));
        Map<String, Contacts> contacts = appointments.today();
        Map<String, SenderPolicy> senders = directory.senderPolicies();
        Map<String, Annex> annex = annexes.today();
        Set<String> codes = Stream.concat(
                        known.keySet().stream(),
                        lines.stream().map(line -> line.row().cell(Column.CODE)))
                .collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int unchanged = 0;
        for (DirectoryCsv.Line line : lines) {
            String code = line.row().cell(Column.CODE);
            if (!seen.add(code)) {
                faults.add(new Fault(line.number(), Column.CODE.title(), "Орган «" + code + "» уже есть в файле выше"));
                continue;
            }
            Contacts people = contacts.getOrDefault(code, Contacts.NOBODY);
            SenderPolicy belief = senders.getOrDefault(code, SenderPolicy.WARN);
            Annex standsBeside = annex.getOrDefault(code, Annex.NONE);
            Standing standing = new Standing(
                    Optional.ofNullable(known.get(code)).map(agency -> AgencyRow.of(agency)
                            .with(people, belief)
                            .overlaidBy(standsBeside.row(agency.zone()))),
                    people,
                    belief,
                    standsBeside);
            Optional<Entry> entry = entry(line, standing, codes, faults);
            if (entry.filter(each -> each.what().isEmpty()).isPresent()) {
                unchanged++;
            } else {
                entry.ifPresent(entries::add);
            }
        }
        return new Examination(entries, unchanged, faults);
    }

    private Optional<Entry> entry(DirectoryCsv.Line line, Standing before, Set<String> codes, List<Fault> faults) {
        AgencyRow row = before.row().map(known -> known.overlaidBy(line.row())).orElse(line.row());
        List<Problem> problems = new ArrayList<>();
        NewAgency entered = EnteredRow.of(row, problems);
        List<ResponsiblePerson> deputies = EnteredRow.deputies(row, problems);
        Optional<EmailAddress> further = EnteredRow.further(row, problems);
        SenderPolicy senders = EnteredRow.senders(row, before.senders(), problems);
        Optional<Agency> checked = Optional.empty();
        try {
            checked = Optional.of(policy.check(row.cell(Column.CODE), entered, codes::contains));
        } catch (InvalidInput refusal) {
            problems.addAll(refusal.problems());
        }
        Annex annex = checked.map(
                        agency -> before.annex().overlaidBy(line.row(), agency.zone(), clock.instant(), problems))
                .orElse(Annex.NONE);
        problems.forEach(problem -> faults.add(
                new Fault(line.number(), Column.ofField(problem.field()).title(), problem.message())));
        return problems.isEmpty()
                ? checked.map(agency -> {
                    Optional<ResponsiblePerson> answering =
                            agency.responsible().or(() -> before.people().responsible());
                    Contacts after = new Contacts(
                            answering, further, deputies, before.people().away());
                    return entry(line.number(), agency, after, senders, annex, before);
                })
                : Optional.empty();
    }

    private Entry entry(long line, Agency agency, Contacts after, SenderPolicy senders, Annex annex, Standing before) {
        boolean same = after.responsible().equals(before.people().responsible())
                && after.further().equals(before.people().further());
        return new Entry(
                line,
                agency,
                after.responsible()
                        .filter(person -> !same)
                        .map(person -> new Appointment(person, after.further(), clock.instant(), Optional.empty())),
                after.deputies(),
                senders,
                before.annex(),
                annex,
                before.row()
                        .map(known -> Difference.inWords(
                                known, AgencyRow.of(agency).with(after, senders).overlaidBy(annex.row(agency.zone()))))
                        .orElse("Новый орган: " + agency.name()));
    }
}
