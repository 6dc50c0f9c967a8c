package org.perezvon.kernel;

import java.util.regex.Pattern;

/** The number a citizen's question is registered under (I-1), e.g. {@code 2026-000123}: year, then a running number. */
public record RegistrationNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("20\\d{2}-\\d{6,9}");

    public RegistrationNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Это не регистрационный номер: «" + value + "». Номер выглядит так: 2026-000123");
        }
    }

    /** @throws IllegalArgumentException when the text is not a registration number; the message is in Russian */
    public static RegistrationNumber parse(String text) {
        return new RegistrationNumber(text.strip());
    }

    /** @param year calendar year of the call in the centre's zone, 2000..2099 */
    public static RegistrationNumber of(int year, long running) {
        return new RegistrationNumber("%d-%06d".formatted(year, running));
    }

    @Override
    public String toString() {
        return value;
    }
}
