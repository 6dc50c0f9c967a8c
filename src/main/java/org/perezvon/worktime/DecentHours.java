package org.perezvon.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/** When it is decent to call a private person, by the clock of the place where the person lives. */
public record DecentHours(WorkingHours.Window workday, WorkingHours.Window weekend) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The moment itself when it is decent, otherwise the next one that is: this morning or tomorrow's. */
    public Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        WorkingHours.Window today = on(there.toLocalDate());
        if (there.toLocalTime().isBefore(today.from())) {
            return opening(there.toLocalDate(), zone);
        }
        return today.contains(there.toLocalTime())
                ? moment
                : opening(there.toLocalDate().plusDays(1), zone);
    }

    private Instant opening(LocalDate day, ZoneId zone) {
        return day.atTime(on(day).from()).atZone(zone).toInstant();
    }

    private WorkingHours.Window on(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek()) ? weekend : workday;
    }
}
