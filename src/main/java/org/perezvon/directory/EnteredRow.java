package org.perezvon.directory;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.AgencyController.NewAgency;
import org.perezvon.directory.AgencyController.NewDay;
import org.perezvon.directory.AgencyController.NewHead;
import org.perezvon.directory.AgencyController.NewLunch;
import org.perezvon.directory.AgencyController.NewPerson;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput.Problem;
import org.perezvon.kernel.SenderPolicy;

/** A row of the file as if somebody had entered the agency; faults are named by the field they concern. */
final class EnteredRow {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–—]\\s*(\\d{1,2}:\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\p{L}{2})\\s+(.*)");
    private static final Pattern DEPUTY = Pattern.compile("([^<>]+)<([^<>]+)>\\s*(.*)");

    private EnteredRow() {}

    static NewAgency of(AgencyRow row, List<Problem> problems) {
        return new NewAgency(
                row.cell(Column.NAME),
                row.cell(Column.SHORT_NAME),
                row.cell(Column.KIND),
                row.cell(Column.ZONE),
                List.copyOf(split(row.cell(Column.CALENDARS))),
                twoDigits(row.cell(Column.OPENS)),
                twoDigits(row.cell(Column.CLOSES)),
                lunch(row.cell(Column.LUNCH), problems),
                days(row.cell(Column.DAYS), problems),
                row.cell(Column.JURISDICTION),
                List.copyOf(split(row.cell(Column.TOPICS))),
                responsible(row),
                row.cell(Column.PARENT),
                row.cell(Column.REGION),
                row.cell(Column.PHONE),
                new NewHead(row.cell(Column.HEAD), row.cell(Column.HEAD_EMAIL)));
    }

    /** «Петров Пётр <petrov@gov.example> 8 (3952) 12-34-56; …» */
    static List<ResponsiblePerson> deputies(AgencyRow row, List<Problem> problems) {
        return split(row.cell(Column.DEPUTIES)).stream()
                .flatMap(told -> deputy(told, "deputies", problems).stream())
                .toList();
    }

    static Optional<ResponsiblePerson> deputy(String told, String field, List<Problem> problems) {
        Matcher deputy = DEPUTY.matcher(told);
        if (!deputy.matches()) {
            problems.add(new Problem(
                    field, "«" + told + "»: нужно так: Петров Пётр Петрович <petrov@gov.example> 8 (3952) 12-34-56"));
            return Optional.empty();
        }
        try {
            return Optional.of(new ResponsiblePerson(
                    deputy.group(1),
                    EmailAddress.of(deputy.group(2)),
                    Optional.of(deputy.group(3).strip()).filter(phone -> !phone.isEmpty())));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(field, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** The second address of the responsible person. */
    static Optional<EmailAddress> further(AgencyRow row, List<Problem> problems) {
        String told = row.cell(Column.FURTHER_EMAIL);
        Optional<EmailAddress> email = EmailAddress.from(told);
        if (!told.isEmpty() && (email.isEmpty() || told.equals(row.cell(Column.RESPONSIBLE_EMAIL)))) {
            problems.add(new Problem("furtherEmail", "«" + told + "»: нужен другой адрес электронной почты"));
        }
        return email;
    }

    /** Unless it is told, mails are believed as before. */
    static SenderPolicy senders(AgencyRow row, SenderPolicy before, List<Problem> problems) {
        String told = row.cell(Column.SENDERS);
        Optional<SenderPolicy> policy = Arrays.stream(SenderPolicy.values())
                .filter(each -> each.name().equals(told))
                .findFirst();
        if (policy.isEmpty() && !told.isEmpty()) {
            problems.add(new Problem("senders", "«" + told + "»: есть REQUIRE, WARN и IGNORE"));
        }
        return policy.orElse(before);
    }

    private static @Nullable NewLunch lunch(String told, List<Problem> problems) {
        return span(told, "lunch", problems)
                .map(hours -> new NewLunch(hours.opens(), hours.closes()))
                .orElse(null);
    }

    private static Map<String, @Nullable NewDay> days(String told, List<Problem> problems) {
        Map<String, @Nullable NewDay> days = new LinkedHashMap<>();
        for (String each : split(told)) {
            Matcher day = DAY.matcher(each);
            Optional<DayOfWeek> name = day.matches()
                    ? Arrays.stream(DayOfWeek.values())
                            .filter(known -> AgencyRow.dayName(known).equals(day.group(1)))
                            .findFirst()
                    : Optional.empty();
            if (name.isEmpty()) {
                problems.add(new Problem("days", "«" + each + "»: нужно так: пт 09:00-16:45; сб 10:00-13:00"));
            } else {
                span(day.group(2), "days", problems)
                        .ifPresent(hours -> days.put(name.get().name(), hours));
            }
        }
        return days;
    }

    private static Optional<NewDay> span(String told, String field, List<Problem> problems) {
        if (told.isBlank()) {
            return Optional.empty();
        }
        Matcher span = SPAN.matcher(told.strip());
        if (!span.matches()) {
            problems.add(new Problem(field, "«" + told + "»: нужны начало и конец: 13:00-14:00"));
            return Optional.empty();
        }
        return Optional.of(new NewDay(twoDigits(span.group(1)), twoDigits(span.group(2)), null));
    }

    private static @Nullable NewPerson responsible(AgencyRow row) {
        boolean told = !(row.cell(Column.RESPONSIBLE) + row.cell(Column.RESPONSIBLE_EMAIL)).isBlank();
        return told
                ? new NewPerson(
                        row.cell(Column.RESPONSIBLE),
                        row.cell(Column.RESPONSIBLE_EMAIL),
                        row.cell(Column.RESPONSIBLE_PHONE))
                : null;
    }

    /** A spreadsheet writes 9:00. */
    private static String twoDigits(String time) {
        return time.matches("\\d:\\d{2}") ? "0" + time : time;
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
