package org.perezvon.directory;

import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * What is known of an agency beside its name and its time.
 *
 * @param parent code of the body it belongs to; absent: nobody's institution
 * @param region for people, e.g. {@code Иркутская область}
 * @param phone under which a call is transferred to it (I-12, T-3.2)
 * @param head who is told of what the agency has failed to do (I-5)
 */
public record Particulars(
        Optional<String> parent, Optional<String> region, Optional<String> phone, Optional<Head> head) {

    public static final Particulars NONE =
            new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Who leads the agency (руководитель). */
    public record Head(String name, EmailAddress email) {

        public Head {
            name = name.strip();
            if (name.isEmpty() || name.length() > 200) {
                throw new IllegalArgumentException("Укажите фамилию, имя и отчество руководителя");
            }
        }
    }
}
