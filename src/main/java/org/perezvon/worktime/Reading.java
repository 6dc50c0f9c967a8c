package org.perezvon.worktime;

import java.time.ZonedDateTime;

/** How the words of a clause become moments. Clauses are argued about; here each way to read one is a class. */
sealed interface Reading permits ClockMinutes, ClosingOfDay, DaysFromReceipt, OpeningAfterDays, ReportDate {

    Reckoning reckon(Term term, Schedule schedule, ZonedDateTime start);

    /** Whether working days matter at all, and with them the calendar. */
    default boolean countsDays() {
        return true;
    }
}
