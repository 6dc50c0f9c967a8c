package org.perezvon.inquiry;

import java.util.Optional;
import java.util.UUID;

/** Names one inquiry everywhere: its row, its process instance, its conversation. */
public record InquiryId(UUID value) {

    public static InquiryId fresh() {
        return new InquiryId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is no id; the message is in Russian */
    public static InquiryId parse(String text) {
        return from(text).orElseThrow(() -> new IllegalArgumentException("Нет такого запроса: «" + text + "»"));
    }

    public static Optional<InquiryId> from(String text) {
        try {
            return Optional.of(new InquiryId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
