package org.perezvon.inquiry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Decisions;
import org.springframework.stereotype.Component;

/** What the table {@code inquiry-extension.dmn} says to an agency that asks for more time (I-10.3). */
@Component
class ExtensionPolicy {

    static final String TABLE = "inquiry-extension";

    private final Decisions decisions;

    ExtensionPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Which day is asked for, as the column «Названный день» calls it. */
    enum Day {
        NONE("не назван"),
        NOT_LATER("не позже срока"),
        WITHIN("до предела"),
        BEYOND("за пределом");

        private final String word;

        Day(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * What the table is asked about.
     *
     * @param inTime whether they asked before the term was over
     * @param atWall whether the term lasts as long as any can
     * @param before how often it has been extended
     */
    record Asked(String jurisdiction, boolean reason, Day day, boolean inTime, boolean atWall, int before) {}

    /** How long more time is given, as the column «До какого дня» calls it. */
    enum Until {
        NOTHING("нет"),
        ASKED("названный день"),
        WALL("предел");

        private final String word;

        Until(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param words for the agency, why; @param clause on which it stands */
    record Decision(Resolution.Kind kind, Until until, String words, String clause) {}

    static Day day(Optional<LocalDate> asked, Optional<Inquiry.Term> wanted, Inquiry.Term term, ZoneId zone) {
        if (asked.isEmpty() || wanted.isEmpty()) {
            return Day.NONE;
        }
        if (!wanted.get().due().isAfter(term.due())) {
            return Day.NOT_LATER;
        }
        LocalDate wall = term.maximum().atZone(zone).toLocalDate();
        return asked.get().isAfter(wall) ? Day.BEYOND : Day.WITHIN;
    }

    Decision decide(Asked asked) {
        return decisions
                .row(
                        TABLE,
                        Map.of(
                                "jurisdiction", asked.jurisdiction(),
                                "reason", asked.reason(),
                                "day", asked.day().word(),
                                "inTime", asked.inTime(),
                                "atWall", asked.atWall(),
                                "before", asked.before()))
                .map(ExtensionPolicy::decision)
                .orElseThrow(() -> new IllegalArgumentException("В таблице продлений нет строки для случая " + asked));
    }

    /** @throws IllegalArgumentException in Russian, when the row cannot stand */
    static Decision decision(Map<String, ? extends @Nullable Object> row) {
        Until until = Arrays.stream(Until.values())
                .filter(one -> one.word().equals(row.get("until")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "до какого дня: «нет», «названный день» или «предел», а стоит «" + row.get("until") + "»"));
        Resolution.Kind kind =
                switch (String.valueOf(row.get("decision"))) {
                    case "продлить" -> Resolution.Kind.EXTEND;
                    case "отказать" -> Resolution.Kind.REFUSE_EXTENSION;
                    case "спросить причину" -> Resolution.Kind.ASK_REASON;
                    default ->
                        throw new IllegalArgumentException(
                                "решение: «продлить», «отказать» или «спросить причину», а стоит «"
                                        + row.get("decision") + "»");
                };
        if ((kind == Resolution.Kind.EXTEND) == (until == Until.NOTHING)) {
            throw new IllegalArgumentException("день указывают тогда и только тогда, когда срок продлевается");
        }
        return new Decision(kind, until, filled(row, "words", "Слова для письма"), filled(row, "clause", "Пункт"));
    }

    private static String filled(Map<String, ? extends @Nullable Object> row, String column, String title) {
        Object value = row.get(column);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("не заполнен столбец «" + title + "»");
        }
        return value.toString();
    }
}
