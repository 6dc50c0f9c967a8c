package org.perezvon.question;

import java.util.Optional;
import org.perezvon.kernel.PhoneNumber;

/** Who asked (заявитель). Personal data: kept in its own table, shown only to who works on the question. */
public record Applicant(Optional<String> name, PhoneNumber phone) {

    @Override
    public String toString() {
        return "Applicant[…]";
    }
}
