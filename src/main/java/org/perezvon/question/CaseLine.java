package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case as a line of a list. Neither name nor phone.
 *
 * @param text how the question begins
 * @param agencies codes, in the order of the inquiries
 * @param due when the first answer that is waited for is due
 */
record CaseLine(
        String number,
        Instant calledAt,
        String registeredBy,
        String text,
        List<String> agencies,
        QuestionView.State state,
        Optional<Question.Outcome> outcome,
        Optional<Instant> due,
        boolean late,
        boolean stuck) {}
