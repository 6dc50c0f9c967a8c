package org.perezvon.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** What follows from the outcome of a call (I-11): done, another attempt and when, or the end of the attempts. */
@Component
class CallBackPolicy {

    /**
     * @param attempts how often a citizen is called before we give up, at least 1
     * @param pause between an unanswered call and the next attempt
     */
    @ConfigurationProperties("perezvon.call-back")
    record Settings(int attempts, Duration pause) {}

    /** A word of the diagram, at its gateway. */
    enum Result {
        TOLD("told"),
        AGAIN("again"),
        OVER("over");

        private final String inDiagram;

        Result(String inDiagram) {
            this.inDiagram = inDiagram;
        }

        String inDiagram() {
            return inDiagram;
        }
    }

    /** @param nextAttemptAt present exactly when the result is {@link Result#AGAIN} */
    record Decision(Result result, Optional<Instant> nextAttemptAt) {}

    private final Settings settings;
    private final Clock clock;

    CallBackPolicy(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param attempt which attempt this was, from 1
     * @param wished when the next attempt should be, if the operator said so
     */
    Decision decide(CallBackOutcome outcome, int attempt, Optional<Instant> wished) {
        return switch (outcome) {
            case REACHED -> new Decision(Result.TOLD, Optional.empty());
            case REFUSED, WRONG_NUMBER -> new Decision(Result.OVER, Optional.empty());
            case CALL_LATER ->
                again(wished.orElseThrow(() ->
                        new IllegalArgumentException("Укажите, когда перезвонить: гражданин просил позвонить позже")));
            case NO_ANSWER, BUSY ->
                attempt < settings.attempts()
                        ? again(wished.orElse(clock.instant().plus(settings.pause())))
                        : new Decision(Result.OVER, Optional.empty());
        };
    }

    private static Decision again(Instant at) {
        return new Decision(Result.AGAIN, Optional.of(at));
    }
}
