package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.List;

/**
 * What a proposed sheet would change in a year, seen through all layers up to its own.
 *
 * @param days on which somebody works or not otherwise than before, or for another kind of reason
 * @param renamed days on which only the wording of the reason changes
 */
record Difference(List<Changed> days, List<Changed> renamed, Totals before, Totals after) {

    /** @param before what the day is in force, as a sentence goes on: «сокращённый рабочий день» */
    record Changed(LocalDate date, String before, String after) {}

    /**
     * @param beneath the layers below the sheet's own, from the general to the particular; empty for a country
     * @throws IllegalArgumentException when there is no such layer; the message is in Russian
     */
    static Difference of(Calendars inForce, Sheet proposed, List<String> beneath) {
        return between(
                inForce.upTo(beneath, proposed.layer()),
                inForce.with(proposed).upTo(beneath, proposed.layer()),
                proposed.year());
    }

    static Difference between(WorkingCalendar before, WorkingCalendar after, int year) {
        List<LocalDate> other = Totals.daysOf(year)
                .filter(date -> !before.day(date).marks().equals(after.day(date).marks()))
                .toList();
        return new Difference(
                other.stream()
                        .filter(date -> !before.day(date).isLike(after.day(date)))
                        .map(date -> changed(before, after, date))
                        .toList(),
                other.stream()
                        .filter(date -> before.day(date).isLike(after.day(date)))
                        .map(date -> changed(before, after, date))
                        .toList(),
                Totals.of(before, year),
                Totals.of(after, year));
    }

    boolean isEmpty() {
        return days.isEmpty() && renamed.isEmpty();
    }

    private static Changed changed(WorkingCalendar before, WorkingCalendar after, LocalDate date) {
        return new Changed(date, before.day(date).inWords(), after.day(date).inWords());
    }
}
