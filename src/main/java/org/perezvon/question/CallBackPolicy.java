package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.DecentHours;
import org.springframework.stereotype.Component;

/** What follows from the outcome of a call (I-11): done, another attempt and when, or the end of the attempts. */
@Component
class CallBackPolicy {

    private static final String ATTEMPTS = "call-back-attempts";
    private static final String HOURS = "call-back-hours";

    /** A word of the diagram, at its gateway, and of the table. */
    enum Result {
        TOLD("told", "сообщено"),
        RETURNED("returned", "вернуть"),
        AGAIN("again", "позвонить ещё"),
        OVER("over", "закончить");

        private final String inDiagram;
        private final String inTable;

        Result(String inDiagram, String inTable) {
            this.inDiagram = inDiagram;
            this.inTable = inTable;
        }

        String inDiagram() {
            return inDiagram;
        }

        /** How it ends the call-back, unless there is another attempt. */
        Optional<Round.Result> ofRound() {
            return switch (this) {
                case TOLD -> Optional.of(Round.Result.TOLD);
                case RETURNED -> Optional.of(Round.Result.RETURNED);
                case OVER -> Optional.of(Round.Result.OVER);
                case AGAIN -> Optional.empty();
            };
        }

        static Result parse(String inTable) {
            for (Result result : values()) {
                if (result.inTable.equals(inTable)) {
                    return result;
                }
            }
            throw new IllegalArgumentException(
                    "что дальше: сообщено, вернуть, позвонить ещё или закончить, а написано «" + inTable + "»");
        }
    }

    /** @param nextAttemptAt present exactly when the result is {@link Result#AGAIN} */
    record Decision(Result result, Optional<Instant> nextAttemptAt) {}

    private final CallBackTables tables;
    private final Clock clock;

    CallBackPolicy(CallBackTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @param attempt which attempt this was, from 1
     * @param wished when the next attempt should be, if the operator said so
     * @param zone where the citizen lives
     */
    Decision decide(CallBackOutcome outcome, int attempt, Optional<Instant> wished, ZoneId zone) {
        CallBackRow row = tables.row(ATTEMPTS, Map.of("outcome", outcome.name(), "attempt", attempt));
        Result result = Result.parse(row.text("next", "Что дальше"));
        return result == Result.AGAIN
                ? new Decision(result, Optional.of(again(outcome, row, wished, zone)))
                : new Decision(result, Optional.empty());
    }

    /** A citizen who names a time is called then, be it night; whoever only did not answer is left in peace until morning. */
    private Instant again(CallBackOutcome outcome, CallBackRow row, Optional<Instant> wished, ZoneId zone) {
        if (outcome == CallBackOutcome.CALL_LATER) {
            return wished.orElseThrow(
                    () -> new IllegalArgumentException("Укажите, когда перезвонить: гражданин просил позвонить позже"));
        }
        @Nullable Duration pause = row.pause("pause");
        Instant then = wished.orElse(clock.instant().plus(pause == null ? Duration.ZERO : pause));
        return decentHours().next(then, zone);
    }

    DecentHours decentHours() {
        return new DecentHours(
                tables.row(HOURS, Map.of("day", "рабочий")).window(),
                tables.row(HOURS, Map.of("day", "выходной")).window());
    }
}
