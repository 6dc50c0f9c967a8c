package org.perezvon.worktime;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All working calendars the product knows, layer by layer: countries, regions, and bodies' own days. Never changes;
 * another edition of a sheet makes {@linkplain #with other calendars}.
 */
final class Calendars {

    private final TreeMap<String, Layer> layers;

    private Calendars(TreeMap<String, Layer> layers) {
        this.layers = layers;
    }

    /** @param place a folder, with its slash: {@code classpath:calendars/}, {@code file:/etc/perezvon/calendars/} */
    static Calendars from(String place) {
        return new CalendarFolder(Folder.at(place)).calendars();
    }

    static Calendars from(Path folder) {
        return new CalendarFolder(new Folder.OnDisk(folder)).calendars();
    }

    /**
     * @param titles whose calendar each layer is, in the genitive: {@code ru} «России»; bodies' own days need none
     * @throws IllegalArgumentException when a layer has a title but no year or a year but no title, or two sheets tell of
     *     one year; the message is in Russian
     */
    static Calendars of(Map<String, String> titles, Collection<Sheet> sheets) {
        Map<String, List<Sheet>> years = sheets.stream().collect(groupingBy(Sheet::layer));
        TreeSet<String> keys = new TreeSet<>(titles.keySet());
        keys.addAll(years.keySet());
        TreeMap<String, Layer> layers = new TreeMap<>();
        for (String key : keys) {
            layers.put(key, Layer.of(key, titles.getOrDefault(key, ""), years.getOrDefault(key, List.of())));
        }
        return new Calendars(layers);
    }

    /**
     * These calendars with one year of one layer replaced or added, as a preview of it needs them.
     *
     * @throws IllegalArgumentException when there is no such layer; the message is in Russian
     */
    Calendars with(Sheet sheet) {
        TreeMap<String, Layer> others = new TreeMap<>(layers);
        others.put(sheet.layer(), layer(sheet.layer()).with(sheet));
        return new Calendars(others);
    }

    /** Whether a layer may differ from those beneath: a body without days of its own does not, an unknown key may. */
    boolean hasAnythingToSay(String key) {
        return !Layer.isOwn(key) || layers.containsKey(key);
    }

    /** A year of a layer as it is expected where nobody has loaded it: its holidays with a fixed date, undecreed. */
    Sheet foreseen(String key, int year) {
        Layer layer = layer(key);
        List<Mark> marks = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .flatMap(date -> layer.marks(date).stream())
                .toList();
        return new Sheet(key, year, marks, "", false, "");
    }

    /** The calendars a body may be given, by key; bodies' own days are not among them. */
    Set<String> keys() {
        return titles().keySet();
    }

    /** Whose calendar each layer is, in the genitive; without bodies' own days. */
    Map<String, String> titles() {
        TreeMap<String, String> titles = new TreeMap<>();
        layers.forEach((key, layer) -> {
            if (!Layer.isOwn(key)) {
                titles.put(key, layer.title());
            }
        });
        return titles;
    }

    /** Every sheet of every layer, by layer and year. */
    List<Sheet> sheets() {
        return layers.values().stream()
                .flatMap(layer -> layer.sheets().stream())
                .toList();
    }

    Optional<Sheet> sheet(String layer, int year) {
        return sheets().stream()
                .filter(sheet -> sheet.layer().equals(layer) && sheet.year() == year)
                .findFirst();
    }

    /** What one layer alone says of a day, foreseen days included; nothing where it has no such day. */
    List<Mark> marks(String layer, LocalDate date) {
        return layer(layer).marks(date);
    }

    /**
     * @param keys layers from the general to the particular; a body's own ones may have no days yet
     * @throws IllegalArgumentException when there is no such layer; the message is in Russian
     */
    WorkingCalendar compose(List<String> keys, Map<LocalDate, OwnDay> ownDays) {
        List<Layer> chosen = new ArrayList<>(keys.stream().map(this::layer).toList());
        chosen.add(Layer.ofBody(ownDays));
        return new WorkingCalendar(chosen);
    }

    /** The calendar of one layer upon those beneath it. */
    WorkingCalendar upTo(List<String> beneath, String layer) {
        List<String> keys = new ArrayList<>(beneath);
        keys.add(layer);
        return compose(keys, Map.of());
    }

    private Layer layer(String key) {
        Layer layer = Layer.isOwn(key) ? layers.getOrDefault(key, Layer.ofBody(Map.of())) : layers.get(key);
        if (layer == null) {
            throw new IllegalArgumentException(
                    "Нет производственного календаря «%s», есть только %s".formatted(key, keys()));
        }
        return layer;
    }
}
