package org.perezvon.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of working time as somebody types it: {@code 2 ч}, {@code 30 мин}, {@code 2h}, {@code 30m}, {@code PT2H}. */
final class TypedLead {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,4}) ?(?:(ч|час|часа|часов|h)|мин|минут|минуты|m|min)");
    private static final Duration LONGEST = Duration.ofHours(240);

    private TypedLead() {}

    /** @throws WrongInput when it is no time, or none to remind ahead with */
    static Duration parse(String text) {
        Duration lead = duration(text.strip());
        if (lead.isZero() || lead.isNegative() || lead.compareTo(LONGEST) > 0) {
            throw new WrongInput("Напомнить можно заранее, не более чем за " + LONGEST.toHours()
                    + " рабочих часов, а указано «" + text + "»");
        }
        return lead;
    }

    private static Duration duration(String text) {
        Matcher found = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (found.matches()) {
            long number = Long.parseLong(found.group(1));
            return found.group(2) == null ? Duration.ofMinutes(number) : Duration.ofHours(number);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new WrongInput("Время «" + text + "» непонятно; пишите «2 ч», «30 мин», 2h, 30m или none");
        }
    }
}
