package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody else's calendar says of a day, before it is a mark of ours.
 *
 * @param title how the file names the day; empty where it does not
 * @param other the day it was exchanged for, where the file tells
 * @param place where in the file it stands, for a complaint: «Строка 7»
 */
record Entry(LocalDate date, Says says, String title, Optional<LocalDate> other, String place) {

    /** Files tell less than our marks do: often only that nobody works. */
    enum Says {
        HOLIDAY,
        /** A weekday made non-working, by a transfer or for once. */
        DAY_OFF,
        /** Non-working for a reason the file does not tell. */
        OFF,
        WORKING,
        SHORT
    }

    static Entry of(LocalDate date, Says says, String place) {
        return new Entry(date, says, "", Optional.empty(), place);
    }

    Entry titled(String text) {
        return new Entry(date, says, text, other, place);
    }

    Entry exchangedFor(LocalDate day) {
        return new Entry(date, says, title, Optional.of(day), place);
    }

    boolean isWork() {
        return says == Says.WORKING || says == Says.SHORT;
    }
}
