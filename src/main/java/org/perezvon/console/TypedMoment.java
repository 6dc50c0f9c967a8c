package org.perezvon.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as somebody types it: {@code 2026-11-17T15:59:00}, with a blank for the T, without seconds, with an offset, or
 * the day alone.
 *
 * @param time absent: only the day was told
 * @param offset absent: local time of whoever must answer
 */
record TypedMoment(
        String text,
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset) {

    private static final Pattern MOMENT = Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt ](?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)? ?(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    /** @throws WrongInput saying what is wrong with it */
    static TypedMoment parse(String text) {
        Matcher found = MOMENT.matcher(text.strip());
        if (!found.matches()) {
            throw new WrongInput("Момент «" + text + "» непонятен: его пишут как 2026-11-17T15:59:00"
                    + " по местному времени органа, или с поясом: 2026-11-17T15:59:00+08:00");
        }
        @Nullable String time = found.group("time");
        @Nullable String offset = found.group("offset");
        return new TypedMoment(
                text,
                TypedDate.parse(found.group("date")),
                time == null ? null : TypedHours.time(time),
                offset == null ? null : offset(offset));
    }

    boolean hasHour() {
        return time != null;
    }

    /**
     * A local time that comes twice, because clocks were put back, is taken the first time.
     *
     * @throws WrongInput when clocks in that zone never showed it
     */
    Instant in(ZoneId zone) {
        if (time == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = date.atTime(time);
        if (offset != null) {
            return local.toInstant(offset);
        }
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            throw new WrongInput(
                    "Времени «%s» в поясе %s не было: часы перевели с %s сразу на %s; укажите время до или после перевода"
                            .formatted(
                                    text,
                                    zone,
                                    transition.getDateTimeBefore().toLocalTime(),
                                    transition.getDateTimeAfter().toLocalTime()));
        }
        return local.atZone(zone).toInstant();
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new WrongInput("Смещения «" + text + "» не бывает; его пишут как +08:00 или Z");
        }
    }
}
