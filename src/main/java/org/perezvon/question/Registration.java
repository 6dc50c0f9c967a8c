package org.perezvon.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.PhoneNumber;
import org.perezvon.kernel.RegistrationNumber;

/**
 * A call to be registered, checked once and trusted from here on.
 *
 * @param agencies codes of the competent agencies, each once; empty exactly when the question was answered at once
 * @param answeredBy the template that answered it
 * @param callBack what was chosen about the call-back
 * @param follows the earlier question of the same citizen, if this one was asked when it was answered
 * @param idempotencyKey what the caller of our API names this registration, so that it happens once
 */
record Registration(
        Line line,
        Instant calledAt,
        Optional<String> callerName,
        PhoneNumber phone,
        String text,
        List<String> agencies,
        Optional<Long> answeredBy,
        CallBackWish callBack,
        Optional<RegistrationNumber> follows,
        String registeredBy,
        Optional<String> idempotencyKey) {

    Registration {
        agencies = List.copyOf(agencies);
    }
}
