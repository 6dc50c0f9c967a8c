package org.perezvon.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    Calendars calendars() {
        Map<String, Status> statuses = new HashMap<>();
        for (Status status : read("status.csv", Status::of)) {
            statuses.put(status.country() + "-" + status.year(), status);
        }
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

    private static void check(Calendars calendars, Status status) {
        WorkingCalendar calendar = calendars.compose(List.of(status.country()), Map.of());
        long working = daysOf(status.year()).filter(calendar::isWorking).count();
        long shortened = daysOf(status.year()).filter(calendar::isShort).count();
        if (working != status.workingDays() || shortened != status.shortDays()) {
            throw new IllegalArgumentException(
                    "Календарь %s на %d год не сходится с итогом: рабочих дней %d вместо %d, из них сокращённых %d вместо %d"
                            .formatted(
                                    status.country(),
                                    status.year(),
                                    working,
                                    status.workingDays(),
                                    shortened,
                                    status.shortDays()));
        }
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private Sheet sheet(String layer, int year, String file, Status status) {
        // A region's day rests on the region's law, which its row names; a country's year needs its decree.
        boolean decreed = layer.contains("-") || status.status().startsWith("decreed");
        List<Row> days = read(file, CalendarFolder::day);
        return Sheet.of(layer, year, days, status.act(), decreed, Sheet.fingerprint(folder.content(file)));
    }

    private <T> List<T> read(String file, Function<Map<String, String>, T> reading) {
        String text = new String(folder.content(file), UTF_8);
        try {
            return Csv.rows(text).stream().map(reading).toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "Не удалось разобрать " + folder.whereIs(file) + ": " + e.getMessage(), e);
        }
    }

    private static Row day(Map<String, String> row) {
        String date = cell(row, "date");
        try {
            return new Row(LocalDate.parse(date), Mark.Kind.of(cell(row, "kind")), cell(row, "name"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("«" + date + "» — не дата вида 2026-05-09", e);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("нет столбца " + column);
        }
        return cell.strip();
    }

    private record Status(String country, int year, int workingDays, int shortDays, String status, String act) {

        /** For a sheet of which {@code status.csv} says nothing: no act is known, so it is not decreed. */
        static final Status UNKNOWN = new Status("", 0, 0, 0, "", "");

        static Status of(Map<String, String> row) {
            return new Status(
                    cell(row, "country"),
                    number(row, "year"),
                    number(row, "working_days"),
                    number(row, "short_days"),
                    cell(row, "status"),
                    cell(row, "act"));
        }

        private static int number(Map<String, String> row, String column) {
            String cell = cell(row, column);
            if (!cell.matches("\\d{1,4}")) {
                throw new IllegalArgumentException(
                        "в столбце " + column + " должно стоять число, а стоит «" + cell + "»");
            }
            return Integer.parseInt(cell);
        }
    }
}
