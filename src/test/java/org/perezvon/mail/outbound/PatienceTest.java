package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void after_about_two_days_somebody_must_know() {
        Duration total = Duration.ZERO;
        for (int deferrals = 1; !Patience.endsAfterDeferrals(deferrals); deferrals++) {
            total = total.plus(Patience.afterDeferrals(deferrals));
        }
        assertThat(total).isBetween(Duration.ofDays(1), Duration.ofDays(3));
    }

    @Test
    void a_server_that_never_confirms_gets_a_dozen_copies_at_most() {
        Duration total = Duration.ZERO;
        int doubts = 1;
        for (; !Patience.endsAfterDoubts(doubts); doubts++) {
            total = total.plus(Patience.afterDoubts(doubts));
        }
        assertThat(doubts).isEqualTo(12);
        assertThat(total).isBetween(Duration.ofHours(6), Duration.ofHours(24));
    }

    @Test
    void the_first_tries_follow_each_other_quickly() {
        assertThat(Patience.afterDeferrals(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.afterDeferrals(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.afterDeferrals(100)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_route_rests_half_a_minute_and_at_most_five() {
        assertThat(Patience.afterRouteFailures(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Patience.afterRouteFailures(50)).isEqualTo(Duration.ofMinutes(5));
    }
}
