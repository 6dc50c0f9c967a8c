package org.perezvon.worktime;

import java.time.Instant;
import java.util.List;

/**
 * By when something is due, and why. Always {@code start < due <= maximum} and {@code target <= due}.
 *
 * @param start when the term began, in whole seconds
 * @param due the legal deadline; for a duty that begins (K-9), the moment it begins
 * @param target internal amber target, at or before {@code due}
 * @param maximum the latest moment any extension can reach; {@code due} where the term cannot be extended
 * @param provisional whether days of a year that is not decreed yet were counted
 * @param explanation one Russian sentence for a letter
 * @param derivation every step with its clause, the acts and the days they moved, in Russian sentences
 */
public record Deadline(
        Term term,
        Instant start,
        Instant due,
        Instant target,
        Instant maximum,
        boolean provisional,
        String explanation,
        List<String> derivation) {

    public Deadline {
        if (!start.isBefore(due) || target.isAfter(due) || due.isAfter(maximum)) {
            throw new IllegalArgumentException("A deadline out of order: start %s, target %s, due %s, maximum %s"
                    .formatted(start, target, due, maximum));
        }
        derivation = List.copyOf(derivation);
    }
}
