package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Days that one body declares for itself; proposed like any other change of a calendar. */
@Component
public class OwnDays {

    private static final String ORDINARY = "ordinary";

    private final CalendarDesk desk;
    private final WorkingCalendars calendars;

    OwnDays(CalendarDesk desk, WorkingCalendars calendars) {
        this.desk = desk;
        this.calendars = calendars;
    }

    /**
     * A year as the body sees it.
     *
     * @param layer the body's own: {@code own:mfc}
     * @param beneath the calendars the body keeps, from the general to the particular
     */
    public CalendarYear year(String layer, List<String> beneath, int year) {
        return CalendarYear.of(layer, "", calendars.inForce().all().upTo(beneath, layer), year);
    }

    /**
     * @param layer the body's own: {@code own:mfc}
     * @param beneath the calendars the body keeps, from the general to the particular
     * @param kind {@code day-off}, {@code working-day}, {@code short-day}; {@code ordinary} takes an own day back
     * @param reason with the act, in Russian
     * @return number of the proposal, to be confirmed among the calendars
     * @throws IllegalArgumentException in Russian, when there is no such kind of day
     */
    public long propose(String layer, List<String> beneath, LocalDate date, String kind, String reason, String person) {
        Mark.Kind meant = kind.equals(ORDINARY) ? null : Mark.Kind.of(kind);
        return desk.proposeDay(layer, beneath, date, meant, reason, person).id();
    }
}
