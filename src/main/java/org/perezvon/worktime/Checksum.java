package org.perezvon.worktime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Totals of a year that somebody else has counted; each may be absent.
 *
 * @param source whose totals these are, after «не сходится с»: «контрольной суммой файла»
 * @param onMismatch how bad it is when ours are others
 * @param daysOff all days on which nobody works, weekends included
 * @param hours40 hours of a forty-hour week
 */
record Checksum(
        String source,
        Finding.Severity onMismatch,
        Optional<Integer> workingDays,
        Optional<Integer> daysOff,
        Optional<BigDecimal> hours40) {

    static final Checksum NONE = ofFile(Optional.empty(), Optional.empty(), Optional.empty());

    /** A file that contradicts itself is not taken. */
    static Checksum ofFile(Optional<Integer> workingDays, Optional<Integer> daysOff, Optional<BigDecimal> hours40) {
        return new Checksum("контрольной суммой файла", Finding.Severity.ERROR, workingDays, daysOff, hours40);
    }

    /** What the administrator read in the official publication and entered by hand. */
    static Checksum entered(Optional<Integer> workingDays, Optional<BigDecimal> hours40) {
        return new Checksum("введёнными итогами", Finding.Severity.ERROR, workingDays, Optional.empty(), hours40);
    }

    /** What the product shipped with; a law may have changed the year since. */
    static Checksum shipped(int workingDays, Optional<BigDecimal> hours40) {
        return new Checksum(
                "известными системе итогами",
                Finding.Severity.WARNING,
                Optional.of(workingDays),
                Optional.empty(),
                hours40);
    }

    boolean isEmpty() {
        return workingDays.isEmpty() && daysOff.isEmpty() && hours40.isEmpty();
    }

    Finding compare(Totals ours) {
        List<String> others = new ArrayList<>();
        workingDays
                .filter(count -> count != ours.workingDays())
                .ifPresent(count -> others.add("рабочих дней %d вместо %d".formatted(ours.workingDays(), count)));
        daysOff.filter(count -> count != ours.daysOff())
                .ifPresent(count -> others.add("нерабочих дней %d вместо %d".formatted(ours.daysOff(), count)));
        hours40.filter(hours -> hours.compareTo(BigDecimal.valueOf(ours.hours40())) != 0)
                .ifPresent(hours -> others.add("часов при 40-часовой неделе %d вместо %s"
                        .formatted(ours.hours40(), hours.toPlainString().replace('.', ','))));
        return others.isEmpty()
                ? Finding.info("Календарь сходится с " + source + ".")
                : new Finding(onMismatch, "Календарь не сходится с " + source + ": " + String.join(", ", others) + ".");
    }
}
