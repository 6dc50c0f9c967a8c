package org.perezvon.question;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.kernel.RegistrationNumber;

/**
 * A citizen's question (обращение, I-1).
 *
 * @param answeredBy the template it was answered from at once (I-9), if it was
 * @param outcome how it ended; absent while it is open
 */
public record Question(
        long id,
        RegistrationNumber number,
        Line line,
        Instant calledAt,
        String registeredBy,
        String text,
        Optional<Long> answeredBy,
        Optional<Outcome> outcome) {

    /** How a question ends. */
    public enum Outcome {
        /** The operator answered from the information base while the citizen was on the line. */
        ANSWERED_AT_ONCE,
        /** The call was transferred to a body that helps at once (I-12). */
        TRANSFERRED,
        /** The citizen was called back and told. */
        TOLD,
        /** Nobody could be reached, or nobody wanted to hear. */
        NOT_REACHED
    }
}
