package org.perezvon.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.question.CallBackPolicy.Result;

class CallBackPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-18T03:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-18T10:00:00Z");

    private final CallBackPolicy policy =
            new CallBackPolicy(new CallBackPolicy.Settings(3, Duration.ofHours(1)), Clock.fixed(NOW, ZoneOffset.UTC));

    /** Which attempt it was, how it ended, what follows. */
    @ParameterizedTest
    @CsvSource({
        "1, REACHED,      TOLD",
        "3, REACHED,      TOLD",
        "1, NO_ANSWER,    AGAIN",
        "2, BUSY,         AGAIN",
        "3, NO_ANSWER,    OVER",
        "1, WRONG_NUMBER, OVER",
        "1, REFUSED,      OVER"
    })
    void the_outcome_of_a_call_decides_what_follows(int attempt, CallBackOutcome outcome, Result result) {
        assertThat(policy.decide(outcome, attempt, Optional.empty()).result()).isEqualTo(result);
    }

    @Test
    void an_unanswered_call_is_tried_again_after_the_pause_or_when_the_operator_says() {
        assertThat(policy.decide(CallBackOutcome.BUSY, 1, Optional.empty()).nextAttemptAt())
                .contains(NOW.plus(Duration.ofHours(1)));
        assertThat(policy.decide(CallBackOutcome.BUSY, 1, Optional.of(EVENING)).nextAttemptAt())
                .contains(EVENING);
    }

    @Test
    void who_asks_to_be_called_later_is_called_then_however_many_attempts_there_were() {
        CallBackPolicy.Decision decision = policy.decide(CallBackOutcome.CALL_LATER, 7, Optional.of(EVENING));
        assertThat(decision.result()).isEqualTo(Result.AGAIN);
        assertThat(decision.nextAttemptAt()).contains(EVENING);
    }

    @Test
    void later_without_a_time_is_refused() {
        assertThatThrownBy(() -> policy.decide(CallBackOutcome.CALL_LATER, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("когда перезвонить");
    }
}
