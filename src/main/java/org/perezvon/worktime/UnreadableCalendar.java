package org.perezvon.worktime;

import java.util.List;
import org.perezvon.kernel.InvalidInput;

/** A calendar file that cannot be taken over; says what is wrong, where, why and what to do, in Russian. */
final class UnreadableCalendar extends InvalidInput {

    private static final long serialVersionUID = 1L;

    UnreadableCalendar(String message) {
        super(List.of(new Problem("file", message)));
    }

    /** @param place where in the file: «Строка 7», «Январь» */
    static UnreadableCalendar at(String place, String message) {
        return new UnreadableCalendar(place + ": " + message);
    }
}
