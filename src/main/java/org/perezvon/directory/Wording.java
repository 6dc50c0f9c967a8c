package org.perezvon.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are told in the history of the directory: on the agency's own clock. */
final class Wording {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.forLanguageTag("ru"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Wording() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Agency agency, Instant at) {
        return MOMENT.format(at.atZone(agency.zone()));
    }
}
