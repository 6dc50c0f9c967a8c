package org.perezvon.question;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.kernel.RegistrationNumber;

/**
 * A citizen's question (обращение, I-1).
 *
 * @param answeredBy the template it was answered from at once (I-9), if it was
 * @param outcome how it ended; absent while it is open
 * @param follows the earlier question of the same citizen, during whose call-back this one was asked
 */
public record Question(
        long id,
        RegistrationNumber number,
        Line line,
        Instant calledAt,
        String registeredBy,
        String text,
        Optional<Long> answeredBy,
        Optional<Outcome> outcome,
        Optional<RegistrationNumber> follows) {

    /** How a question ends. */
    public enum Outcome {
        /** The operator answered from the information base while the citizen was on the line. */
        ANSWERED_AT_ONCE("ответ дан сразу"),
        /** The call was transferred to a body that helps at once (I-12). */
        TRANSFERRED("звонок переведён в орган"),
        /** The citizen was called back and told. */
        TOLD("гражданин получил ответ"),
        /** Nobody could be reached, or nobody wanted to hear. */
        NOT_REACHED("дозвониться не удалось"),
        /** The citizen no longer needed an answer. */
        WITHDRAWN("вопрос отозван");

        private final String inRussian;

        Outcome(String inRussian) {
            this.inRussian = inRussian;
        }

        String inRussian() {
            return inRussian;
        }
    }
}
