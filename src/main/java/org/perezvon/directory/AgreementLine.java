package org.perezvon.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perezvon.kernel.InvalidInput.Problem;

/** «№ 12-С от 01.02.2026, с 01.02.2026 по 31.12.2026: расписание приёма»: an agreement as a line of a file. */
final class AgreementLine {

    static final String FIELD = "agreements";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String DATE = "(\\d\\d\\.\\d\\d\\.\\d{4})";
    private static final Pattern SHAPE =
            Pattern.compile("№\\s*(.+?) от " + DATE + ", с " + DATE + " (?:по " + DATE + "|бессрочно): (.+)");

    private AgreementLine() {}

    static String written(Agreement agreement) {
        return "№ %s от %s, с %s %s: %s"
                .formatted(
                        agreement.number(),
                        DAY.format(agreement.concludedOn()),
                        DAY.format(agreement.validFrom()),
                        agreement
                                .validUntil()
                                .map(day -> "по " + DAY.format(day))
                                .orElse("бессрочно"),
                        agreement.scope().replaceAll("\\R+", " "));
    }

    /** @param problems where it is put why the line is no agreement */
    static Optional<Agreement> read(String line, List<Problem> problems) {
        Matcher shape = SHAPE.matcher(line.strip());
        if (!shape.matches()) {
            problems.add(new Problem(
                    FIELD, "«" + line + "»: нужно так: № 12-С от 01.02.2026, с 01.02.2026 по 31.12.2026: предмет"));
            return Optional.empty();
        }
        try {
            return Optional.of(new Agreement(
                    shape.group(1),
                    LocalDate.parse(shape.group(2), DAY),
                    LocalDate.parse(shape.group(3), DAY),
                    Optional.ofNullable(shape.group(4)).map(day -> LocalDate.parse(day, DAY)),
                    shape.group(5)));
        } catch (DateTimeException e) {
            problems.add(new Problem(FIELD, "«" + line + "»: такого дня нет"));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(FIELD, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }
}
