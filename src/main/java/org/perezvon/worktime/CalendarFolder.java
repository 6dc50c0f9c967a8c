package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A folder of calendars as CSV files: {@code ru-2026.csv} and the like hold the days, {@code status.csv} the act and the
 * totals of each country's year, {@code layers.csv} whose calendar it is. A file that cannot be understood, or that does
 * not add up to its totals, stops the start: better no deadline than a wrong one.
 */
final class CalendarFolder {

    private static final Pattern SHEET = Pattern.compile("([a-z]{2}(?:-[A-Z]{2,3})?)-(\\d{4})\\.csv");
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final PathMatchingResourcePatternResolver folder = new PathMatchingResourcePatternResolver();
    private final String place;

    /** @param place a Spring resource folder, with its slash */
    CalendarFolder(String place) {
        this.place = place;
    }

    Calendars calendars() {
        Map<String, Status> statuses = statuses();
        List<Sheet> sheets = new ArrayList<>();
        for (Resource file : files(place + "**/*.csv")) {
            Matcher name = SHEET.matcher(String.valueOf(file.getFilename()));
            if (name.matches()) {
                Status status = statuses.getOrDefault(name.group(1) + "-" + name.group(2), Status.UNKNOWN);
                sheets.add(sheet(name.group(1), Integer.parseInt(name.group(2)), file, status));
            }
        }
        Map<String, String> titles = new TreeMap<>();
        for (Title title : rows(Title.class, folder.getResource(place + "layers.csv"))) {
            titles.put(title.layer(), title.title());
        }
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
        for (Status status : rows(Status.class, folder.getResource(place + "status.csv"))) {
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

    private static Sheet sheet(String layer, int year, Resource file, Status status) {
        // A region's day rests on the region's law, which its row names; a country's year needs its decree.
        boolean decreed = layer.contains("-") || status.status().startsWith("decreed");
        byte[] content = content(file);
        return Sheet.of(layer, year, days(file, content), status.act(), decreed, Sheet.fingerprint(content));
    }

    private static List<Row> days(Resource file, byte[] content) {
        try {
            return SheetCsv.read(FileText.of(content)).stream()
                    .map(SheetCsv.Line::toRow)
                    .toList();
        } catch (UnreadableCalendar e) {
            throw new IllegalArgumentException(
                    "Не удалось разобрать " + file.getDescription() + ". " + e.getMessage(), e);
        }
    }

    private Resource[] files(String pattern) {
        try {
            return folder.getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось найти календари " + pattern, e);
        }
    }

    private static <T> List<T> rows(Class<T> type, Resource file) {
        try (MappingIterator<T> rows =
                CSV.readerFor(type).with(CsvSchema.emptySchema().withHeader()).readValues(content(file))) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось разобрать " + file.getDescription(), e);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать " + file.getDescription(), e);
        }
    }

    private record Title(String layer, String title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Status(
            String country,
            int year,
            @JsonProperty("working_days") int workingDays,
            @JsonProperty("short_days") int shortDays,
            Optional<BigDecimal> hours40,
            String status,
            String act) {

        /** For a sheet of which {@code status.csv} says nothing: no act is known, so it is not decreed. */
        static final Status UNKNOWN = new Status("", 0, 0, 0, Optional.empty(), "", "");
    }
}
