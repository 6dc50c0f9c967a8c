package org.perezvon.directory;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * For how long somebody answers for an agency (I-3.1).
 *
 * @param further second address, tried when the first cannot be reached
 * @param until absent: until somebody else is named, now or for a later day
 */
record Appointment(ResponsiblePerson person, Optional<EmailAddress> further, Instant since, Optional<Instant> until) {

    Appointment {
        if (until.filter(end -> !end.isAfter(since)).isPresent()) {
            throw new IllegalArgumentException("Последний день полномочий раньше первого");
        }
        if (further.filter(person.email()::equals).isPresent()) {
            throw new IllegalArgumentException("Второй адрес совпадает с первым");
        }
    }

    /** From a moment on, until somebody else is named. */
    static Appointment from(Instant since, ResponsiblePerson person) {
        return new Appointment(person, Optional.empty(), since, Optional.empty());
    }
}
