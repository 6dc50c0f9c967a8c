package org.perezvon.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.kernel.InvalidInput;
import org.perezvon.kernel.InvalidInput.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole directory as one file: told, tried and taken. Columns a file does not have stay as they are. */
@Component
@Transactional
class DirectoryFiles {

    private final Directory directory;
    private final Appointments appointments;
    private final AgencyPolicy policy;

    DirectoryFiles(Directory directory, Appointments appointments, AgencyPolicy policy) {
        this.directory = directory;
        this.appointments = appointments;
        this.policy = policy;
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
        return DirectoryCsv.write(directory.agencies().stream()
                .map(agency -> AgencyRow.of(agency).with(contacts.getOrDefault(agency.code(), Contacts.NOBODY)))
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
            entry.agency()
                    .responsible()
                    .ifPresent(person -> appointments.name(entry.agency().code(), person, by));
        }
        return examination.report(true);
    }

    /** @param agency with its responsible person only when that is somebody else than before */
    private record Entry(long line, Agency agency, List<ResponsiblePerson> deputies, String what) {}

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
            Optional<AgencyRow> before = Optional.ofNullable(known.get(code))
                    .map(agency -> AgencyRow.of(agency).with(people));
            Optional<Entry> entry = entry(line, before, people, codes, faults);
            if (entry.filter(each -> each.what().isEmpty()).isPresent()) {
                unchanged++;
            } else {
                entry.ifPresent(entries::add);
            }
        }
        return new Examination(entries, unchanged, faults);
    }

    private Optional<Entry> entry(
            DirectoryCsv.Line line,
            Optional<AgencyRow> before,
            Contacts people,
            Set<String> codes,
            List<Fault> faults) {
        AgencyRow row = before.map(known -> known.overlaidBy(line.row())).orElse(line.row());
        List<Problem> problems = new ArrayList<>();
        NewAgency entered = EnteredRow.of(row, problems);
        List<ResponsiblePerson> deputies = EnteredRow.deputies(row, problems);
        Optional<Agency> checked = Optional.empty();
        try {
            checked = Optional.of(policy.check(row.cell(Column.CODE), entered, codes::contains));
        } catch (InvalidInput refusal) {
            problems.addAll(refusal.problems());
        }
        problems.forEach(problem -> faults.add(
                new Fault(line.number(), Column.ofField(problem.field()).title(), problem.message())));
        return problems.isEmpty()
                ? checked.map(agency -> entry(line.number(), agency, deputies, before, people))
                : Optional.empty();
    }

    private static Entry entry(
            long line, Agency agency, List<ResponsiblePerson> deputies, Optional<AgencyRow> before, Contacts people) {
        Optional<ResponsiblePerson> answering = agency.responsible().or(people::responsible);
        Contacts after = new Contacts(answering, people.further(), deputies, people.away());
        AgencyRow now = AgencyRow.of(agency).with(after);
        return new Entry(
                line,
                agency.answeredBy(answering.filter(
                        person -> people.responsible().filter(person::equals).isEmpty())),
                deputies,
                before.map(known -> Difference.inWords(known, now)).orElse("Новый орган: " + agency.name()));
    }
}
