package org.perezvon.worktime;

import java.time.LocalDate;
import java.util.List;

/**
 * What a body itself has made of a day, whatever the calendars say of it.
 *
 * @param reason in Russian, as a derivation repeats it: «Сагаалган», «перенос с пн 16.02.2026»
 */
public record OwnDay(Kind kind, String reason) {

    /** A working weekend day may be short as well. */
    public enum Kind {
        OFF,
        WORKING,
        SHORT,
        WORKING_AND_SHORT
    }

    List<Mark> marks(LocalDate date) {
        return switch (kind) {
            case OFF -> List.of(Mark.of(date, Mark.Kind.DAY_OFF, reason));
            case WORKING -> List.of(Mark.of(date, Mark.Kind.WORKING_DAY, reason));
            case SHORT -> List.of(Mark.of(date, Mark.Kind.SHORT_DAY, reason));
            case WORKING_AND_SHORT ->
                List.of(Mark.of(date, Mark.Kind.WORKING_DAY, reason), Mark.of(date, Mark.Kind.SHORT_DAY, reason));
        };
    }
}
