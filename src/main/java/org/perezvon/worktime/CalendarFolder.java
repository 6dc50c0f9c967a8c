package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of calendars as CSV files: {@code ru-2026.csv} and the like hold the days, {@code status.csv} the act and the
 * totals of each country's year, {@code layers.csv} whose calendar it is. A file that cannot be understood, or that does
 * not add up to its totals, stops the start: better no deadline than a wrong one.
 */
final class CalendarFolder {

    private static final Pattern SHEET = Pattern.compile("(?:.*/)?([a-z]{2}(?:-[A-Z]{2,3})?)-(\\d{4})\\.csv");

    private final Folder folder;

    CalendarFolder(Folder folder) {
        this.folder = folder;
    }

    /** @param place with its slash: {@code classpath:calendars/}, {@code file:/etc/perezvon/calendars/} */
    CalendarFolder(String place) {
        this(Folder.at(place));
    }

    Calendars calendars() {
        Map<String, Status> statuses = statuses();
        List<Sheet> sheets = new ArrayList<>();
        for (String file : folder.files()) {
            Matcher name = SHEET.matcher(file);
            if (name.matches()) {
                Status status = statuses.getOrDefault(name.group(1) + "-" + name.group(2), Status.UNKNOWN);
                sheets.add(sheet(name.group(1), Integer.parseInt(name.group(2)), file, status));
            }
        }
        Map<String, String> titles = new TreeMap<>();
        read("layers.csv", row -> titles.put(cell(row, "layer"), cell(row, "title")));
        Calendars calendars = Calendars.of(titles, sheets);
        statuses.values().forEach(status -> check(calendars, status));
        return calendars;
    }

    /** The published totals of a country's year, where {@code status.csv} holds them. */
    Optional<Checksum> checksum(String country, int year) {
        return Optional.ofNullable(statuses().get(country + "-" + year))
                .map(status -> Checksum.shipped(status.workingDays(), status.hours40()));
    }

    private Map<String, Status> statuses() {
        Map<String, Status> statuses = new HashMap<>();
        for (Status status : read("status.csv", Status::of)) {
            statuses.put(status.country() + "-" + status.year(), status);
        }
        return statuses;
    }

    private static void check(Calendars calendars, Status status) {
        Totals totals = Totals.of(calendars.compose(List.of(status.country()), Map.of()), status.year());
        if (totals.workingDays() != status.workingDays() || totals.shortDays() != status.shortDays()) {
            throw new IllegalArgumentException(
                    "Календарь %s на %d год не сходится с итогом: рабочих дней %d вместо %d, из них сокращённых %d вместо %d"
                            .formatted(
                                    status.country(),
                                    status.year(),
                                    totals.workingDays(),
                                    status.workingDays(),
                                    totals.shortDays(),
                                    status.shortDays()));
        }
    }

    private Sheet sheet(String layer, int year, String file, Status status) {
        // A region's day rests on the region's law, which its row names; a country's year needs its decree.
        boolean decreed = layer.contains("-") || status.status().startsWith("decreed");
        byte[] content = folder.content(file);
        return Sheet.of(layer, year, days(file, content), status.act(), decreed, Sheet.fingerprint(content));
    }

    private List<Row> days(String file, byte[] content) {
        try {
            return SheetCsv.read(FileText.of(content)).stream()
                    .map(SheetCsv.Line::toRow)
                    .toList();
        } catch (UnreadableCalendar e) {
            throw unreadable(file, e);
        }
    }

    private <T> List<T> read(String file, Function<Map<String, String>, T> reading) {
        String text = new String(folder.content(file), UTF_8);
        try {
            return Csv.rows(text).stream().map(reading).toList();
        } catch (UnreadableCalendar | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private IllegalArgumentException unreadable(String file, RuntimeException why) {
        return new IllegalArgumentException(
                "Не удалось разобрать " + folder.whereIs(file) + ". " + why.getMessage(), why);
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("нет столбца " + column);
        }
        return cell.strip();
    }

    /** @param hours40 absent where nobody has published them */
    private record Status(
            String country,
            int year,
            int workingDays,
            int shortDays,
            Optional<BigDecimal> hours40,
            String status,
            String act) {

        /** For a sheet of which {@code status.csv} says nothing: no act is known, so it is not decreed. */
        static final Status UNKNOWN = new Status("", 0, 0, 0, Optional.empty(), "", "");

        static Status of(Map<String, String> row) {
            String hours = row.getOrDefault("hours40", "").strip();
            return new Status(
                    cell(row, "country"),
                    number(cell(row, "year")).intValueExact(),
                    number(cell(row, "working_days")).intValueExact(),
                    number(cell(row, "short_days")).intValueExact(),
                    hours.isEmpty() ? Optional.empty() : Optional.of(number(hours)),
                    cell(row, "status"),
                    cell(row, "act"));
        }

        private static BigDecimal number(String cell) {
            if (!cell.matches("\\d{1,4}(\\.\\d{1,2})?")) {
                throw new IllegalArgumentException("должно стоять число, а стоит «" + cell + "»");
            }
            return new BigDecimal(cell);
        }
    }
}
