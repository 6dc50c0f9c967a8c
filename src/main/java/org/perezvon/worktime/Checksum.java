package org.perezvon.worktime;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Totals of a year that somebody else has counted; each may be absent.
 *
 * @param source where they come from, in the genitive: «контрольной суммы файла»
 * @param daysOff all days on which nobody works, weekends included
 * @param hours40 hours of a forty-hour week
 */
record Checksum(String source, Optional<Integer> workingDays, Optional<Integer> daysOff, Optional<BigDecimal> hours40) {

    static final Checksum NONE = new Checksum("", Optional.empty(), Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return workingDays.isEmpty() && daysOff.isEmpty() && hours40.isEmpty();
    }
}
