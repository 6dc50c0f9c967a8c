package org.perezvon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegistrationNumberTest {

    @Test
    void a_number_is_the_year_and_a_running_number_of_at_least_six_digits() {
        assertThat(RegistrationNumber.of(2026, 123)).hasToString("2026-000123");
        assertThat(RegistrationNumber.of(2026, 12_345_678)).hasToString("2026-12345678");
    }

    @Test
    void anything_else_is_refused_with_an_example() {
        assertThatThrownBy(() -> RegistrationNumber.parse("123"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-000123");
    }
}
