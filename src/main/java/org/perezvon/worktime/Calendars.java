package org.perezvon.worktime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All working calendars the product knows, read once from CSV files: {@code ru-2026.csv} and the like hold the days,
 * {@code status.csv} the acts and totals of each country's year, {@code layers.csv} whose calendar it is.
 */
final class Calendars {

    private static final Pattern SHEET = Pattern.compile("([a-z]{2}(?:-[A-Z]{2,3})?)-(\\d{4})\\.csv");
    private static final CsvMapper CSV =
            CsvMapper.csvBuilder().addModule(new JavaTimeModule()).build();

    private final Map<String, Layer> layers;

    private Calendars(Map<String, Layer> layers) {
        this.layers = layers;
    }

    /** @param place a Spring resource folder: {@code classpath:calendars/}, {@code file:/etc/perezvon/calendars/} */
    static Calendars from(String place) {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        Map<String, Status> decrees = new TreeMap<>();
        for (Status status : rows(Status.class, resources.getResource(place + "status.csv"))) {
            decrees.put(status.country() + "-" + status.year(), status);
        }
        Map<String, List<Sheet>> sheets = new TreeMap<>();
        try {
            for (Resource file : resources.getResources(place + "**/*.csv")) {
                Matcher name = SHEET.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    Sheet sheet = sheet(name.group(1), Integer.parseInt(name.group(2)), file, decrees);
                    sheets.computeIfAbsent(sheet.layer(), layer -> new ArrayList<>())
                            .add(sheet);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать папку календарей " + place, e);
        }
        Map<String, Layer> layers = new TreeMap<>();
        for (Title title : rows(Title.class, resources.getResource(place + "layers.csv"))) {
            layers.put(title.layer(), Layer.of(title.title(), sheets.getOrDefault(title.layer(), List.of())));
        }
        return new Calendars(layers);
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
                        "Нет производственного календаря «" + key + "», есть только " + layers.keySet());
            }
            chosen.add(layer);
        }
        chosen.add(Layer.ofOwnDaysOff(ownDaysOff));
        return new WorkingCalendar(chosen);
    }

    private static Sheet sheet(String layer, int year, Resource file, Map<String, Status> decrees) throws IOException {
        Status status = decrees.get(layer + "-" + year);
        // A region's day rests on the region's law, which each row names; a country's year needs its decree.
        boolean decreed = status == null ? layer.contains("-") : status.status().startsWith("decreed");
        String act = status == null ? "" : status.act();
        return new Sheet(layer, year, rows(Mark.class, file), act, decreed, edition(file.getContentAsByteArray()));
    }

    private static <T> List<T> rows(Class<T> type, Resource file) {
        try (MappingIterator<T> rows = CSV.readerFor(type)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.getContentAsByteArray())) {
            return rows.readAll();
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

    private record Title(String layer, String title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Status(
            String country,
            int year,
            @JsonProperty("working_days") int workingDays,
            String status,
            String act) {}
}
