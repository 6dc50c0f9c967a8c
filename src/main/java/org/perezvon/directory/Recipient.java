package org.perezvon.directory;

import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/** An address a letter to an agency may go to today, and why it is this one (I-3.1). */
public record Recipient(String name, EmailAddress email, Optional<String> phone, Role role) {

    /** In the order in which a letter is tried. */
    public enum Role {
        /** The person the agency has named. */
        RESPONSIBLE,
        /** The same person under a second address. */
        SECOND_ADDRESS,
        /** Whoever answers while that person is away. */
        ABSENCE_DEPUTY,
        /** Whoever answers when the others cannot be reached. */
        DEPUTY
    }

    static Recipient of(ResponsiblePerson person, Role role) {
        return new Recipient(person.name(), person.email(), person.phone(), role);
    }

    public ResponsiblePerson person() {
        return new ResponsiblePerson(name, email, phone);
    }
}
