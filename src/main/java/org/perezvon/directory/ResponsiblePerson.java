package org.perezvon.directory;

import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/** Whom an agency has named to answer for it (ответственное лицо, I-3.1). */
public record ResponsiblePerson(String name, EmailAddress email, Optional<String> phone) {

    public ResponsiblePerson {
        name = name.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new IllegalArgumentException("Укажите фамилию, имя и отчество ответственного лица");
        }
    }
}
