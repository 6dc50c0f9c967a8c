package org.perezvon.directory;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * Somebody who answers for an agency is away (отпуск, болезнь, командировка).
 *
 * @param absent address of whoever is away
 * @param until from when they are back
 * @param deputy who answers meanwhile; absent: the standing deputies
 */
public record Absence(EmailAddress absent, Instant since, Instant until, Optional<ResponsiblePerson> deputy) {

    public Absence {
        if (!until.isAfter(since)) {
            throw new IllegalArgumentException("Отсутствие кончается раньше, чем начинается");
        }
        if (deputy.filter(person -> person.email().equals(absent)).isPresent()) {
            throw new IllegalArgumentException("Замещает тот же, кто отсутствует: укажите адрес другого человека");
        }
    }
}
