package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All working calendars the product knows, read once from CSV files: {@code ru-2026.csv} and the like hold the days,
 * {@code status.csv} the act and the totals of each country's year, {@code layers.csv} whose calendar it is. A file that
 * cannot be understood, or that does not add up to its totals, stops the start: better no deadline than a wrong one.
 */
final class Calendars {

    private static final Pattern SHEET = Pattern.compile("([a-z]{2}(?:-[A-Z]{2,3})?)-(\\d{4})\\.csv");
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Map<String, Layer> layers;

    private Calendars(Map<String, Layer> layers) {
        this.layers = layers;
    }

    /** @param place a Spring resource folder: {@code classpath:calendars/}, {@code file:/etc/perezvon/calendars/} */
    static Calendars from(String place) {
        PathMatchingResourcePatternResolver folder = new PathMatchingResourcePatternResolver();
        Map<String, Status> statuses = new HashMap<>();
        for (Status status : rows(Status.class, folder.getResource(place + "status.csv"))) {
            statuses.put(status.country() + "-" + status.year(), status);
        }
        Map<String, List<Sheet>> sheets = new HashMap<>();
        for (Resource file : files(folder, place + "**/*.csv")) {
            Matcher name = SHEET.matcher(String.valueOf(file.getFilename()));
            if (name.matches()) {
                Status status = statuses.getOrDefault(name.group(1) + "-" + name.group(2), Status.UNKNOWN);
                sheets.computeIfAbsent(name.group(1), layer -> new ArrayList<>())
                        .add(sheet(name.group(1), Integer.parseInt(name.group(2)), file, status));
            }
        }
        Map<String, Layer> layers = new TreeMap<>();
        for (Title title : rows(Title.class, folder.getResource(place + "layers.csv"))) {
            List<Sheet> own = sheets.getOrDefault(title.layer(), List.of());
            layers.put(
                    title.layer(),
                    isRegion(title.layer()) ? Layer.ofRegion(title.title(), own) : Layer.ofCountry(title.title(), own));
        }
        Calendars calendars = new Calendars(layers);
        statuses.values().forEach(calendars::check);
        return calendars;
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(layers.keySet());
    }

    /**
     * @param keys layers from the general to the particular
     * @throws IllegalArgumentException when there is no such layer; the message is in Russian
     */
    WorkingCalendar compose(List<String> keys, Map<LocalDate, String> ownDaysOff) {
        List<Layer> chosen = new ArrayList<>();
        for (String key : keys) {
            Layer layer = layers.get(key);
            if (layer == null) {
                throw new IllegalArgumentException(
                        "Нет производственного календаря «%s», есть только %s".formatted(key, layers.keySet()));
            }
            chosen.add(layer);
        }
        chosen.add(Layer.ofBody(ownDaysOff));
        return new WorkingCalendar(chosen);
    }

    private void check(Status status) {
        WorkingCalendar calendar = compose(List.of(status.country()), Map.of());
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

    private static Sheet sheet(String layer, int year, Resource file, Status status) {
        List<Mark> marks = rows(Row.class, file).stream()
                .map(row -> Mark.of(row.date(), row.kind(), row.name()))
                .toList();
        // A region's day rests on the region's law, which its row names; a country's year needs its decree.
        boolean decreed = isRegion(layer) || status.status().startsWith("decreed");
        return new Sheet(layer, year, marks, status.act(), decreed, edition(content(file)));
    }

    private static boolean isRegion(String layer) {
        return layer.contains("-");
    }

    private static Resource[] files(PathMatchingResourcePatternResolver folder, String pattern) {
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

    private static String edition(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Row(LocalDate date, Mark.Kind kind, String name) {}

    private record Title(String layer, String title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Status(
            String country,
            int year,
            @JsonProperty("working_days") int workingDays,
            @JsonProperty("short_days") int shortDays,
            String status,
            String act) {

        /** For a sheet of which {@code status.csv} says nothing: no act is known, so it is not decreed. */
        static final Status UNKNOWN = new Status("", 0, 0, 0, "", "");
    }
}
