package org.perezvon.directory;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Particulars.Head;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.perezvon.worktime.WorkingHours.Window;

/** An agency as a row of texts; what is not known is an empty one. */
record AgencyRow(Map<Column, String> cells) {

    /** Between several things in one cell. */
    static final String SEPARATOR = "; ";

    private static final List<String> DAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");

    /** Without the people, whose names and times have their own places. */
    static AgencyRow of(Agency agency) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Particulars particulars = agency.particulars();
        Timetable timetable = Timetable.of(agency.hours());
        cells.put(Column.CODE, agency.code());
        cells.put(Column.NAME, agency.name());
        cells.put(Column.SHORT_NAME, agency.shortName());
        cells.put(Column.KIND, agency.kind().inRussian());
        cells.put(Column.PARENT, particulars.parent().orElse(""));
        cells.put(Column.REGION, particulars.region().orElse(""));
        cells.put(Column.PHONE, particulars.phone().orElse(""));
        cells.put(Column.HEAD, particulars.head().map(Head::name).orElse(""));
        cells.put(
                Column.HEAD_EMAIL,
                particulars.head().map(head -> head.email().value()).orElse(""));
        cells.put(Column.ZONE, agency.zone().getId());
        cells.put(Column.CALENDARS, String.join(SEPARATOR, agency.calendars()));
        cells.put(Column.OPENS, timetable.ordinary().from().toString());
        cells.put(Column.CLOSES, timetable.ordinary().to().toString());
        cells.put(Column.LUNCH, timetable.lunch().map(AgencyRow::span).orElse(""));
        cells.put(
                Column.DAYS,
                timetable.others().entrySet().stream()
                        .map(day -> dayName(day.getKey()) + " " + span(day.getValue()))
                        .collect(joining(SEPARATOR)));
        cells.put(Column.JURISDICTION, agency.jurisdiction());
        cells.put(Column.TOPICS, String.join(SEPARATOR, agency.topics()));
        return new AgencyRow(cells);
    }

    /** Beside the agency whoever stands for it, and how far its mails are believed. */
    AgencyRow with(Contacts contacts, SenderPolicy senders) {
        Map<Column, String> all = new EnumMap<>(cells);
        Optional<ResponsiblePerson> responsible = contacts.responsible();
        all.put(Column.RESPONSIBLE, responsible.map(ResponsiblePerson::name).orElse(""));
        all.put(
                Column.RESPONSIBLE_EMAIL,
                responsible.map(person -> person.email().value()).orElse(""));
        all.put(
                Column.RESPONSIBLE_PHONE,
                responsible.flatMap(ResponsiblePerson::phone).orElse(""));
        all.put(
                Column.FURTHER_EMAIL,
                contacts.further().map(EmailAddress::value).orElse(""));
        all.put(
                Column.DEPUTIES,
                contacts.deputies().stream().map(AgencyRow::deputy).collect(joining(SEPARATOR)));
        all.put(Column.SENDERS, senders.name());
        return new AgencyRow(all);
    }

    /** With other cells in the place of these, where the other row has them. */
    AgencyRow overlaidBy(AgencyRow other) {
        Map<Column, String> all = new EnumMap<>(cells);
        all.putAll(other.cells());
        return new AgencyRow(all);
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** What it tells, by the words a reader knows it by; the code, which never changes, aside. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        cells.forEach((column, text) -> {
            if (column != Column.CODE) {
                facts.put(column.title(), text);
            }
        });
        return facts;
    }

    static String dayName(DayOfWeek day) {
        return DAYS.get(day.ordinal());
    }

    private static String span(Window window) {
        return window.from() + "-" + window.to();
    }

    /** «Петров Пётр <petrov@gov.example> 8 (3952) 12-34-56» */
    static String deputy(ResponsiblePerson person) {
        return person.name() + " <" + person.email() + ">"
                + person.phone().map(phone -> " " + phone).orElse("");
    }
}
