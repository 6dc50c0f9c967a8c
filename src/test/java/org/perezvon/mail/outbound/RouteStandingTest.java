package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RouteStandingTest {

    private static final Instant NOW = Instant.parse("2026-09-01T02:00:00Z");

    private final RouteStanding standing = new RouteStanding();

    @Test
    void one_that_failed_is_asked_again_after_half_a_minute() {
        standing.failed(NOW);
        assertThat(standing.mayBeAsked(NOW.plusSeconds(29))).isFalse();
        assertThat(standing.mayBeAsked(NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void one_that_goes_on_failing_rests_longer() {
        standing.failed(NOW);
        standing.failed(NOW.plusSeconds(30));
        assertThat(standing.restsUntil()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void a_single_letter_it_breaks_off_with_may_be_to_blame_itself() {
        standing.brokeWith(7, NOW);
        standing.brokeWith(7, NOW.plusSeconds(5));
        assertThat(standing.mayBeAsked(NOW.plusSeconds(6))).isTrue();
    }

    @Test
    void two_letters_one_after_the_other_are_not() {
        standing.brokeWith(7, NOW);
        standing.brokeWith(8, NOW.plusSeconds(5));
        assertThat(standing.mayBeAsked(NOW.plusSeconds(6))).isFalse();
    }

    @Test
    void a_letter_that_got_through_between_them_speaks_for_the_route() {
        standing.brokeWith(7, NOW);
        standing.worked();
        standing.brokeWith(8, NOW.plusSeconds(5));
        assertThat(standing.mayBeAsked(NOW.plusSeconds(6))).isTrue();
    }
}
