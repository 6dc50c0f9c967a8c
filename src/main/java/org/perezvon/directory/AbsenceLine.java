package org.perezvon.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput.Problem;

/**
 * «ivanova@gov.example с 01.12.2026 09:00 до 15.12.2026 00:00, замещает Петров Пётр &lt;petrov@gov.example&gt;»: an absence as a
 * line of a file, by the agency's own clock.
 */
final class AbsenceLine {

    private static final String FIELD = "absences";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final String MOMENT = "(\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d)";
    private static final Pattern SHAPE =
            Pattern.compile("(\\S+) с " + MOMENT + " до " + MOMENT + "(?:, замещает (.+))?");

    private AbsenceLine() {}

    static String written(Absence absence, ZoneId zone) {
        return "%s с %s до %s%s"
                .formatted(
                        absence.absent(),
                        MINUTE.format(absence.since().atZone(zone)),
                        MINUTE.format(absence.until().atZone(zone)),
                        absence.deputy()
                                .map(deputy -> ", замещает " + AgencyRow.deputy(deputy))
                                .orElse(""));
    }

    /** @param problems where it is put why the line is no absence */
    static Optional<Absence> read(String line, ZoneId zone, List<Problem> problems) {
        Matcher shape = SHAPE.matcher(line.strip());
        if (!shape.matches()) {
            problems.add(new Problem(
                    FIELD,
                    "«" + line + "»: нужно так: ivanova@gov.example с 01.12.2026 09:00 до 15.12.2026 00:00,"
                            + " замещает Петров Пётр <petrov@gov.example>"));
            return Optional.empty();
        }
        Optional<ResponsiblePerson> deputy =
                Optional.ofNullable(shape.group(4)).flatMap(told -> EnteredRow.deputy(told, FIELD, problems));
        try {
            return Optional.of(new Absence(
                    EmailAddress.of(shape.group(1)),
                    moment(shape.group(2), zone),
                    moment(shape.group(3), zone),
                    deputy));
        } catch (DateTimeException e) {
            problems.add(new Problem(FIELD, "«" + line + "»: такого времени нет"));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(FIELD, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Instant moment(String told, ZoneId zone) {
        return LocalDateTime.parse(told, MINUTE).atZone(zone).toInstant();
    }
}
