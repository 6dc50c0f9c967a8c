package org.perezvon.directory;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A body that is competent for some of the citizens' questions (орган власти); may be municipal.
 *
 * @param calendars layers of its working calendar, widest first, e.g. {@code ru, ru-IRK}
 * @param opens working hours begin, in the body's own zone
 * @param closes working hours end; a short day ends one hour earlier
 * @param topics words by which an operator finds it
 * @param responsible the responsible person of today (I-3.1), if one is named
 */
public record Agency(
        String code,
        String name,
        String shortName,
        Kind kind,
        ZoneId zone,
        List<String> calendars,
        LocalTime opens,
        LocalTime closes,
        List<String> topics,
        Optional<ResponsiblePerson> responsible) {

    static final String CODE = "[a-z][a-z0-9-]{1,39}";

    /** Regional bodies are bound by the regulation, municipal ones join it. */
    public enum Kind {
        REGIONAL,
        MUNICIPAL
    }

    public Agency {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException(
                    "Код органа власти «" + code + "» не годится: строчные латинские буквы, цифры и дефис");
        }
        if (name.isBlank() || shortName.isBlank()) {
            throw new IllegalArgumentException("У органа власти «" + code + "» нет названия");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Рабочий день органа «" + code + "» кончается раньше, чем начинается");
        }
        calendars = List.copyOf(calendars);
        topics = List.copyOf(topics);
    }
}
