package org.perezvon.question;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The number a citizen called (I-1). */
public enum Line {
    LINE_122("122"),
    LINE_117("117");

    private final String number;

    Line(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }

    /** @throws IllegalArgumentException when we do not answer on that number; the message is in Russian */
    public static Line parse(String text) {
        return Arrays.stream(values())
                .filter(line -> line.number.equals(text.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Нет линии «" + text + "»: звонки принимаются на номера "
                                + Arrays.stream(values()).map(Line::number).collect(Collectors.joining(" и "))));
    }
}
