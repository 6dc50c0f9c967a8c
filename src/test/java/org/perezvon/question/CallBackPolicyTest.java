package org.perezvon.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.question.CallBackPolicy.Result;

class CallBackPolicyTest {

    private static final ZoneId IRKUTSK = ZoneId.of("Asia/Irkutsk");

    /** Which attempt it was, how it ended, what follows. */
    @ParameterizedTest
    @CsvSource({
        "1, REACHED,      TOLD",
        "3, REACHED,      TOLD",
        "1, RETURNED,     RETURNED",
        "1, NO_ANSWER,    AGAIN",
        "2, BUSY,         AGAIN",
        "3, NO_ANSWER,    OVER",
        "4, BUSY,         OVER",
        "1, WRONG_NUMBER, OVER",
        "1, REFUSED,      OVER"
    })
    void the_outcome_of_a_call_decides_what_follows(int attempt, CallBackOutcome outcome, Result result) {
        assertThat(policy("2026-11-18T11:00")
                        .decide(outcome, attempt, Optional.empty(), IRKUTSK)
                        .result())
                .isEqualTo(result);
    }

    /** Now in Irkutsk, how the call ended, where the citizen lives, the next attempt in Irkutsk. 2026-11-21 is a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-18T11:00, NO_ANSWER, Asia/Irkutsk,     2026-11-18T12:00",
        "2026-11-18T11:00, BUSY,      Asia/Irkutsk,     2026-11-18T11:20",
        "2026-11-18T19:59, NO_ANSWER, Asia/Irkutsk,     2026-11-18T20:59",
        "2026-11-18T20:00, NO_ANSWER, Asia/Irkutsk,     2026-11-19T09:00",
        "2026-11-18T20:30, NO_ANSWER, Asia/Irkutsk,     2026-11-19T09:00",
        "2026-11-18T02:00, BUSY,      Asia/Irkutsk,     2026-11-18T09:00",
        "2026-11-20T20:30, NO_ANSWER, Asia/Irkutsk,     2026-11-21T10:00",
        "2026-11-22T20:30, NO_ANSWER, Asia/Irkutsk,     2026-11-23T09:00",
        "2026-12-31T20:30, NO_ANSWER, Asia/Irkutsk,     2027-01-01T09:00",
        "2026-11-18T11:00, NO_ANSWER, Europe/Moscow,    2026-11-18T14:00",
        "2026-11-18T23:00, NO_ANSWER, Europe/Moscow,    2026-11-19T00:00",
        "2026-11-18T20:30, NO_ANSWER, Asia/Kamchatka,   2026-11-19T05:00"
    })
    void the_next_attempt_falls_into_decent_hours_where_the_citizen_lives(
            LocalDateTime now, CallBackOutcome outcome, ZoneId zone, LocalDateTime next) {
        assertThat(policy(now.toString())
                        .decide(outcome, 1, Optional.empty(), zone)
                        .nextAttemptAt())
                .contains(next.atZone(IRKUTSK).toInstant());
    }

    @Test
    void an_operator_may_name_the_next_attempt_but_not_at_night() {
        assertThat(policy("2026-11-18T11:00")
                        .decide(CallBackOutcome.BUSY, 1, Optional.of(at("2026-11-18T18:00")), IRKUTSK)
                        .nextAttemptAt())
                .contains(at("2026-11-18T18:00"));
        assertThat(policy("2026-11-18T11:00")
                        .decide(CallBackOutcome.BUSY, 1, Optional.of(at("2026-11-18T23:00")), IRKUTSK)
                        .nextAttemptAt())
                .contains(at("2026-11-19T09:00"));
    }

    @Test
    void who_asks_to_be_called_later_is_called_then_however_many_attempts_there_were_and_be_it_night() {
        CallBackPolicy.Decision decision = policy("2026-11-18T11:00")
                .decide(CallBackOutcome.CALL_LATER, 7, Optional.of(at("2026-11-18T23:00")), IRKUTSK);
        assertThat(decision.result()).isEqualTo(Result.AGAIN);
        assertThat(decision.nextAttemptAt()).contains(at("2026-11-18T23:00"));
    }

    @Test
    void later_without_a_time_is_refused() {
        assertThatThrownBy(() ->
                        policy("2026-11-18T11:00").decide(CallBackOutcome.CALL_LATER, 1, Optional.empty(), IRKUTSK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("когда перезвонить");
    }

    private static CallBackPolicy policy(String now) {
        return new CallBackPolicy(ShippedTables.tables(), Clock.fixed(at(now), IRKUTSK));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(IRKUTSK).toInstant();
    }
}
