package org.perezvon.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an agency wants a citizen to be told (шаблон ответа, I-2): owner, source, validity, version.
 *
 * @param validUntil last day on which it may be read out; absent: until further notice
 */
public record AnswerTemplate(
        long id,
        String agencyCode,
        String title,
        String answer,
        String source,
        int version,
        Optional<LocalDate> validUntil) {

    /** Whether it already tells all this. */
    boolean says(String otherAnswer, String otherSource, Optional<LocalDate> otherValidUntil) {
        return answer.equals(otherAnswer) && source.equals(otherSource) && validUntil.equals(otherValidUntil);
    }
}
