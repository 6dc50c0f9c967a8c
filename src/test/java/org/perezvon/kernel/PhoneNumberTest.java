package org.perezvon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "8 (3952) 12-34-56, +73952123456",
        "+7 914 000 11 22, +79140001122",
        "89140001122, +79140001122",
        "9140001122, +79140001122",
        "+7 727 250-00-00, +77272500000"
    })
    void a_number_is_read_however_the_operator_types_it(String typed, String kept) {
        assertThat(PhoneNumber.parse(typed).e164()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "нет телефона", "12", "8 914", "+7 914 000 11 22 33 44 55 66"})
    void a_number_nobody_could_call_is_refused_in_russian(String typed) {
        assertThatThrownBy(() -> PhoneNumber.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("нельзя перезвонить");
    }

    @Test
    void people_see_it_grouped_and_a_log_sees_almost_nothing() {
        PhoneNumber phone = PhoneNumber.parse("89140001122");
        assertThat(phone.forPeople()).isEqualTo("+7 914 000-11-22");
        assertThat(phone.toString()).doesNotContain("914");
    }
}
