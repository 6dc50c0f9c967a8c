package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body that must answer, as far as time is concerned: whose calendar it keeps, in which zone, at which hours.
 *
 * @param layers calendar layers from the general to the particular, e.g. {@code [ru, ru-IRK]}; the later one prevails
 * @param daysOff the body's own days off beyond those layers, each with its reason in Russian
 */
public record Body(List<String> layers, ZoneId zone, WorkingHours hours, Map<LocalDate, String> daysOff) {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime ONE = LocalTime.of(13, 0);

    public Body {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("У органа должен быть хотя бы один производственный календарь");
        }
        layers = List.copyOf(layers);
        daysOff = Map.copyOf(daysOff);
    }

    public static Body of(List<String> layers, ZoneId zone, WorkingHours hours) {
        return new Body(layers, zone, hours, Map.of());
    }

    /** A body of Irkutsk region: 9:00 to 18:00, lunch from 13:00 to 14:00. */
    public static Body irkutsk() {
        return of(
                List.of("ru", "ru-IRK"),
                ZoneId.of("Asia/Irkutsk"),
                WorkingHours.of(NINE, LocalTime.of(18, 0)).withLunch(ONE, LocalTime.of(14, 0)));
    }

    /** A body of Tomsk region: the federal calendar, 9:00 to 18:00, lunch from 13:00 to 14:00. */
    public static Body tomsk() {
        return of(List.of("ru"), ZoneId.of("Asia/Tomsk"), irkutsk().hours());
    }

    /** A body of Kazakhstan: 9:00 to 18:30, lunch from 13:00 to 14:30. */
    public static Body kazakhstan() {
        return of(
                List.of("kz"),
                ZoneId.of("Asia/Almaty"),
                WorkingHours.of(NINE, LocalTime.of(18, 30)).withLunch(ONE, LocalTime.of(14, 30)));
    }

    /** This body, with one more day on which it does not work. */
    public Body withDayOff(LocalDate date, String reason) {
        TreeMap<LocalDate, String> more = new TreeMap<>(daysOff);
        more.put(date, reason);
        return new Body(layers, zone, hours, more);
    }

    /** This body with other hours. */
    public Body withHours(WorkingHours others) {
        return new Body(layers, zone, others, daysOff);
    }
}
