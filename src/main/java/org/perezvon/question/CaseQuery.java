package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which cases are asked for.
 *
 * @param numbers only these; empty: whatever their numbers
 * @param late only those in which an agency's answer is late
 * @param stuck only those in which nothing goes on by itself and nobody has seen to it
 * @param behind number of the last one that is known already; the next ones are older
 * @param now by which both are judged
 */
record CaseQuery(
        List<String> numbers,
        Optional<String> agency,
        Optional<QuestionView.State> state,
        boolean late,
        boolean stuck,
        Optional<String> behind,
        Instant now) {}
