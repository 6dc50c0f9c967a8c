package org.perezvon.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Items of one agency that expire on one day, and what their owner said of them (I-5).
 *
 * @param until their last day
 */
record ConfirmationRound(long id, String agency, LocalDate until, Instant begunAt, List<Entry> entries) {

    ConfirmationRound {
        entries = List.copyOf(entries);
    }

    /**
     * One item of the letter.
     *
     * @param number by which a reply may name it
     * @param outcome absent while nothing is known
     * @param untouched whether the version that was asked about is still the current one, and in the base
     */
    record Entry(int number, long item, long version, Optional<Outcome> outcome, boolean untouched) {}

    /** What became of an item. */
    enum Outcome {
        CONFIRMED,
        CORRECTED,
        REFUSED,
        EXPIRED
    }

    /** Of which nobody has said anything, and which nobody has changed meanwhile. */
    List<Entry> open() {
        return entries.stream()
                .filter(entry -> entry.outcome().isEmpty() && entry.untouched())
                .toList();
    }

    /** Which an editor has to decide about. */
    List<Entry> stale() {
        return entries.stream()
                .filter(Entry::untouched)
                .filter(entry -> entry.outcome()
                        .filter(outcome -> outcome == Outcome.REFUSED || outcome == Outcome.EXPIRED)
                        .isPresent())
                .toList();
    }
}
