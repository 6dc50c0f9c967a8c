package org.perezvon.worktime;

/** A term reaches back into years of which no calendar is known; any date for it would be made up. */
public final class YearWithoutCalendar extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    YearWithoutCalendar(String whose, int firstYear, int asked) {
        super("Производственный календарь %s известен с %d года, а для срока нужен календарь на %d год"
                .formatted(whose, firstYear, asked));
    }
}
