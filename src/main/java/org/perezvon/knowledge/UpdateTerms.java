package org.perezvon.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.engine.Decisions;
import org.perezvon.kernel.Centre;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.TermRow;
import org.perezvon.worktime.WorkingCalendars;
import org.perezvon.worktime.WorkingDays;
import org.springframework.stereotype.Component;

/** By when news are due (I-4.2: one working day, K-6: three), and by when people here and there decide. */
@Component
class UpdateTerms {

    private static final String TABLE = "inquiry-terms";
    private static final String KIND = "knowledge-update";
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final WorkingCalendars calendars;
    private final Decisions decisions;
    private final Centre centre;

    UpdateTerms(WorkingCalendars calendars, Decisions decisions, Centre centre) {
        this.calendars = calendars;
        this.decisions = decisions;
        this.centre = centre;
    }

    /**
     * By when a change had to be told, as the table of terms says. The whole day of the change is left to the agency: letters
     * name days, not hours.
     *
     * @return nothing where the table has no such term
     */
    Optional<Deadline> due(Agency agency, LocalDate changedOn) {
        Instant from = changedOn.atTime(END_OF_DAY).atZone(agency.zone()).toInstant();
        return decisions
                .row(TABLE, Map.of("jurisdiction", agency.jurisdiction(), "kind", KIND))
                .map(row -> new TermRow(row).toTerm())
                .map(term -> calendars.inForce().of(term, agency.body(), from));
    }

    /** The same time of day so many working days later, or the next beginning of work after it. */
    Instant later(Agency agency, Instant from, int workingDays) {
        return later(agency.body(), from, workingDays);
    }

    /** The same on the calendar of the centre. */
    Instant laterHere(Instant from, int workingDays) {
        Body office = Body.irkutsk();
        return later(Body.of(office.layers(), centre.zone(), office.hours()), from, workingDays);
    }

    /** This moment when the agency is at work, otherwise its next beginning of work. */
    Instant nextAtWork(Agency agency, Instant moment) {
        return calendars.inForce().nextAtWork(agency.body(), moment);
    }

    private Instant later(Body body, Instant from, int workingDays) {
        Deadlines deadlines = calendars.inForce();
        Instant moment = deadlines
                .later(body, from, WorkingDays.of(workingDays))
                .atTime(from.atZone(body.zone()).toLocalTime())
                .atZone(body.zone())
                .toInstant();
        return deadlines.nextAtWork(body, moment);
    }
}
