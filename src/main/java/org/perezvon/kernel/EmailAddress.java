package org.perezvon.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address as RFC 5321 §4.1.2 allows it on the wire, ASCII only, at most 254 characters. Compared without regard
 * to case: no mail server we write to tells {@code Ivanova@} from {@code ivanova@}.
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    public EmailAddress {
        if (value.length() > 254 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Это не адрес электронной почты: «" + value + "»");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the text is not an address; the message is in Russian, for people */
    public static EmailAddress of(String text) {
        return new EmailAddress(text.strip());
    }

    /** The address, or nothing when the text is not one: for what strangers wrote into mail headers. */
    public static Optional<EmailAddress> from(String text) {
        String stripped = text.strip();
        return stripped.length() <= 254 && SHAPE.matcher(stripped).matches()
                ? Optional.of(new EmailAddress(stripped))
                : Optional.empty();
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
