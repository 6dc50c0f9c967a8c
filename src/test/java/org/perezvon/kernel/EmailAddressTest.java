package org.perezvon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ivanova@minsoc.example", "vopros+a-7k-qwertyuiopasd@ekc.example", " O'Hara@x.ru "})
    void addresses_of_agencies_are_accepted(String text) {
        assertThat(EmailAddress.from(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ivanova",
                "ivanova@",
                "@minsoc.example",
                "a@b\r\nBcc: x@y.ru",
                "иванова@почта.рф",
                "a b@c.ru"
            })
    void what_no_server_would_take_is_refused(String text) {
        assertThat(EmailAddress.from(text)).isEmpty();
        assertThatThrownBy(() -> EmailAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Это не адрес электронной почты");
    }

    @Test
    void two_spellings_of_one_mailbox_are_equal() {
        assertThat(EmailAddress.of("Ivanova@MinSoc.example")).isEqualTo(EmailAddress.of("ivanova@minsoc.example"));
    }

    @Test
    void an_address_knows_its_halves() {
        EmailAddress address = EmailAddress.of("vopros+key@ekc.example");
        assertThat(address.localPart()).isEqualTo("vopros+key");
        assertThat(address.domain()).isEqualTo("ekc.example");
    }
}
