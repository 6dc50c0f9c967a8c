package org.perezvon.worktime;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.perezvon.worktime.OwnDay.Kind;

/**
 * The body that must answer, as far as time is concerned: whose calendar it keeps, in which zone, at which hours.
 *
 * @param layers calendar layers from the general to the particular, e.g. {@code [ru, ru-IRK]}; the later one prevails
 * @param ownDays what the body itself has made of single days, beyond those layers
 */
public record Body(List<String> layers, ZoneId zone, WorkingHours hours, Map<LocalDate, OwnDay> ownDays) {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime ONE = LocalTime.of(13, 0);

    public Body {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("У органа должен быть хотя бы один производственный календарь");
        }
        layers = List.copyOf(layers);
        ownDays = Map.copyOf(ownDays);
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
        return withOwnDay(date, new OwnDay(Kind.OFF, reason));
    }

    /** This body, with one more day that it has made something else of. */
    public Body withOwnDay(LocalDate date, OwnDay day) {
        TreeMap<LocalDate, OwnDay> more = new TreeMap<>(ownDays);
        more.put(date, day);
        return new Body(layers, zone, hours, more);
    }

    /** This body with other hours. */
    public Body withHours(WorkingHours others) {
        return new Body(layers, zone, others, ownDays);
    }
}
