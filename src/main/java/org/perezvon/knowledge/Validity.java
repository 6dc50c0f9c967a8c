package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From which day to which day something may be read out to citizens, both included.
 *
 * @param from absent: since ever
 * @param until absent: until further notice
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException when it would end before it begins */
    public Validity {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "I could not keep a validity because it ends before it begins: " + from.get() + ", " + until.get());
        }
    }

    public static Validity until(Optional<LocalDate> lastDay) {
        return new Validity(Optional.empty(), lastDay);
    }

    /** Whether it has ended before this day. */
    public boolean isOver(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    /** Whether it begins after this day. */
    public boolean isAhead(LocalDate today) {
        return from.filter(today::isBefore).isPresent();
    }
}
