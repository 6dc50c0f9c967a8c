package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;

class DeliveryFailureTest {

    @Test
    void an_unknown_recipient_is_refused_for_good() throws Exception {
        DeliveryFailure failure = DeliveryFailure.of(refusedBy("550 5.1.1 No such user", 550));
        assertThat(failure.isFinalAfter(1)).isTrue();
        assertThat(failure.reason()).contains("550 5.1.1 No such user");
    }

    @Test
    void greylisting_is_tried_again() throws Exception {
        assertThat(DeliveryFailure.of(refusedBy("451 4.7.1 Try again later", 451))
                        .isFinalAfter(1))
                .isFalse();
    }

    @Test
    void a_server_out_of_reach_or_a_wrong_password_of_ours_is_not_the_letters_fault() {
        assertThat(DeliveryFailure.of(new MessagingException("Connection refused"))
                        .isFinalAfter(1))
                .isFalse();
        assertThat(DeliveryFailure.of(new AuthenticationFailedException("535 5.7.8"))
                        .isFinalAfter(1))
                .isFalse();
    }

    @Test
    void after_about_two_days_somebody_must_know() {
        Duration total = Duration.ZERO;
        int attempt = 1;
        while (!new DeliveryFailure(false, "").isFinalAfter(attempt)) {
            total = total.plus(DeliveryFailure.delayAfter(attempt++));
        }
        assertThat(total).isBetween(Duration.ofDays(1), Duration.ofDays(3));
    }

    @Test
    void the_first_tries_follow_each_other_quickly() {
        assertThat(DeliveryFailure.delayAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(DeliveryFailure.delayAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(DeliveryFailure.delayAfter(100)).isEqualTo(Duration.ofMinutes(10));
    }

    private static SendFailedException refusedBy(String said, int code) throws AddressException {
        return new SendFailedException(
                "Invalid Addresses",
                new SMTPAddressFailedException(new InternetAddress("x@minsoc.example"), "RCPT TO", code, said));
    }
}
