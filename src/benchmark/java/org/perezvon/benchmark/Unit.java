package org.perezvon.benchmark;

import java.util.Locale;

/** What a number counts. */
enum Unit {
    SECONDS("s"),
    MILLISECONDS("ms"),
    MICROSECONDS("us"),
    PER_SECOND("/s"),
    MEGABYTES("MB"),
    MAILS(""),
    PERCENT("%"),
    SHARE("");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /** Three figures, which is more than a shared machine can vouch for. */
    String of(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, sign)
                .strip();
    }
}
