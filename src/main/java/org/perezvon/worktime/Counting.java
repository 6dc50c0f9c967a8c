package org.perezvon.worktime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How the length of a term is counted. Clauses are argued about: each value names the reading it stands for. */
public enum Counting {
    /**
     * «в течение одного рабочего дня с момента поступления» (I-10.2): until the same clock time of the so-many-th working
     * day, never before opening. Received after the cut-off or on a non-working day: until the cut-off hour of that day.
     * A later request is never due earlier.
     */
    SAME_CLOCK_TIME("тот же час"),

    /**
     * «в течение трёх рабочих дней» (K-5 to K-8): until work ends on the so-many-th working day; the day of the event is
     * not counted. With a cut-off it is the other reading of I-10.2, under which a later request may be due earlier.
     */
    END_OF_DAY("конец дня"),

    /** «на следующий рабочий день до 16-00 часов»: until the cut-off hour of the so-many-th working day, whatever the hour. */
    CUT_OFF_HOUR("пороговый час"),

    /** «по истечении пяти рабочих дней» (K-9): from the opening of the first working day after so many full ones. */
    AFTER_FULL_DAYS("по истечении дней"),

    /** «к 5 числу» (K-18): the first such day of a month on or after the event; a non-working one moves to the next working day. */
    DAY_OF_MONTH("число месяца"),

    /** «в течение десяти календарных дней» after a quarter (K-14): the first such day of a quarter on or after the event. */
    DAY_OF_QUARTER("число квартала"),

    /** «в течение 15 минут» (I-10.1): by the clock, day and night. */
    CLOCK_MINUTES("минуты");

    private final String words;

    Counting(String words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException naming the words that may stand there */
    static Counting parse(String words) {
        return Arrays.stream(values())
                .filter(counting -> counting.words.equals(words.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Способ счёта «%s» неизвестен; бывают: %s"
                        .formatted(
                                words,
                                Arrays.stream(values()).map(Counting::quoted).collect(Collectors.joining(", ")))));
    }

    /** As the table of terms says it: «тот же час». */
    public String words() {
        return words;
    }

    boolean isIn(List<Counting> others) {
        return others.contains(this);
    }

    private String quoted() {
        return "«" + words + "»";
    }
}
