package org.perezvon.inquiry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Decisions;
import org.springframework.stereotype.Component;

/** Whether the agency's clock goes on or starts anew, as the table {@code inquiry-clock.dmn} says. */
@Component
class ClockPolicy {

    static final String TABLE = "inquiry-clock";

    private final Decisions decisions;

    ClockPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What has happened, as the column «Что случилось» calls it. */
    enum Event {
        CLARIFIED("уточнение отправлено", TermChange.Cause.CLARIFICATION),
        DEPUTY_ASKED("запрос отправлен заместителю", TermChange.Cause.DEPUTY);

        private final String word;
        private final TermChange.Cause cause;

        Event(String word, TermChange.Cause cause) {
            this.word = word;
            this.cause = cause;
        }

        TermChange.Cause cause() {
            return cause;
        }
    }

    boolean startsAnew(String jurisdiction, Event event) {
        return decisions
                .row(TABLE, Map.of("jurisdiction", jurisdiction, "event", event.word))
                .map(ClockPolicy::startsAnew)
                .orElse(false);
    }

    /** @throws IllegalArgumentException in Russian, when the row cannot stand */
    static boolean startsAnew(Map<String, ? extends @Nullable Object> row) {
        return switch (String.valueOf(row.get("clock"))) {
            case "идут" -> false;
            case "начинаются заново" -> true;
            default ->
                throw new IllegalArgumentException(
                        "часы: «идут» или «начинаются заново», а стоит «" + row.get("clock") + "»");
        };
    }
}
