package org.perezvon.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Under which agreement an agency's information is used (соглашение, T-2).
 *
 * @param validUntil last day of it; absent: until it is ended
 * @param scope what may be used, in the words of the agreement
 */
public record Agreement(
        String number, LocalDate concludedOn, LocalDate validFrom, Optional<LocalDate> validUntil, String scope) {

    public Agreement {
        number = number.strip();
        scope = scope.strip();
        if (number.isEmpty() || number.length() > 100) {
            throw new IllegalArgumentException("Укажите номер соглашения, до 100 знаков");
        }
        if (scope.isEmpty() || scope.length() > 1000) {
            throw new IllegalArgumentException("Укажите предмет соглашения, до 1000 знаков");
        }
        if (validUntil.filter(validFrom::isAfter).isPresent()) {
            throw new IllegalArgumentException("Соглашение кончается раньше, чем начинает действовать");
        }
    }

    boolean hasExpired(LocalDate today) {
        return validUntil.filter(today::isAfter).isPresent();
    }
}
