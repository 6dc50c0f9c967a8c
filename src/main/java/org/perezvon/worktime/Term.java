package org.perezvon.worktime;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A legal term as a row of the table of terms gives it: how long, counted how, by which clause. Clause ids are those of the
 * requirements: I is the Irkutsk regulation No. 509-rp, T the Tomsk order No. 652-ra, K the Kazakh rules No. 797.
 *
 * @param name how scripts call it: {@code irkutsk-answer}
 * @param length working days (1..30), minutes, or the day of the month or quarter (1..28), as {@code counting} says
 * @param cutOff received <em>after</em> this hour counts as received on the next working day; absent: the hour is nothing
 * @param wall the longest extension, in working days after the day of receipt (I-10.3); absent: cannot be extended
 * @param wallClause the clause that says so; present with {@code wall}
 * @param reminder how much working time before the end to remind; for minutes, by the clock; absent: no reminder
 * @param event what starts the clock: «Запрос получен»
 * @param duty what the clock is for: «ответ ожидается»
 * @param clause for the file: «п. 10 подп. 2 регламента (I-10.2)»
 */
public record Term(
        String name,
        Counting counting,
        int length,
        @Nullable LocalTime cutOff,
        @Nullable WorkingDays wall,
        @Nullable String wallClause,
        @Nullable Duration reminder,
        String event,
        String duty,
        String clause) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final List<Counting> KEEP_A_CUT_OFF =
            List.of(Counting.SAME_CLOCK_TIME, Counting.END_OF_DAY, Counting.CUT_OFF_HOUR);
    private static final List<Counting> DATES = List.of(Counting.DAY_OF_MONTH, Counting.DAY_OF_QUARTER);
    private static final int DAY = 24 * 60;

    public Term {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Имя срока «" + name + "» должно состоять из латинских букв и дефисов, например irkutsk-answer");
        }
        if (event.isBlank() || duty.isBlank() || clause.isBlank()) {
            throw wrong(name, "должны быть указаны событие, обязанность и пункт");
        }
        if (DATES.contains(counting) && (length < 1 || length > 28)) {
            throw wrong(name, "число бывает от 1 до 28, а указано " + length);
        }
        if (counting == Counting.CLOCK_MINUTES && (length < 1 || length > DAY)) {
            throw wrong(name, "минут бывает от 1 до " + DAY + ", а указано " + length);
        }
        if (counting == Counting.CUT_OFF_HOUR && cutOff == null) {
            throw wrong(name, "для счёта «" + counting.words() + "» нужен пороговый час");
        }
        if (cutOff != null && !counting.isIn(KEEP_A_CUT_OFF)) {
            throw wrong(name, "при счёте «" + counting.words() + "» порогового часа не бывает");
        }
        if (wall != null && (!counting.isIn(KEEP_A_CUT_OFF) || wall.count() < length)) {
            throw wrong(name, "продлить до " + wall.count() + "-го рабочего дня нельзя");
        }
        if ((wall == null) != (wallClause == null)) {
            throw wrong(name, "предел продления и его пункт указывают вместе");
        }
        if (reminder != null && (reminder.isZero() || reminder.isNegative())) {
            throw wrong(name, "напомнить можно только заранее");
        }
        if (counting == Counting.CLOCK_MINUTES && reminder != null && reminder.toMinutes() >= length) {
            throw wrong(name, "предупредить за " + reminder.toMinutes() + " минут до конца нельзя: их всего " + length);
        }
        if (!DATES.contains(counting) && counting != Counting.CLOCK_MINUTES) {
            WorkingDays.of(length);
        }
    }

    /** For a letter: «п. 10 регламента». */
    String shortClause() {
        return clause.replaceAll(" подп\\. \\S+", "").replaceAll(" \\([^)]*\\)", "");
    }

    Reading reading() {
        return switch (counting) {
            case SAME_CLOCK_TIME, CUT_OFF_HOUR -> new DaysFromReceipt(counting, days(), cutOff, wall, wallClause);
            case END_OF_DAY ->
                cutOff == null
                        ? new ClosingOfDay(days(), wall, wallClause)
                        : new DaysFromReceipt(counting, days(), cutOff, wall, wallClause);
            case AFTER_FULL_DAYS -> new OpeningAfterDays(days());
            case DAY_OF_MONTH -> new ReportDate(length, 1);
            case DAY_OF_QUARTER -> new ReportDate(length, 3);
            case CLOCK_MINUTES -> new ClockMinutes(length, reminder);
        };
    }

    private WorkingDays days() {
        return WorkingDays.of(length);
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("Срок «" + name + "»: " + why);
    }
}
