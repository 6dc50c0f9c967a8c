package org.perezvon.mail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault it is that a letter was not taken. */
class DeliveryFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    550 5.1.1 No such user                                             | LETTER
                    554 5.7.1 Message refused as spam                                  | LETTER
                    550 5.1.1 refused by relay.minsoc.example: user unknown            | LETTER
                    552 5.3.4 Message too big                                          | LETTER
                    451 4.7.1 Greylisted, try again later                              | FOR_NOW
                    452 4.2.2 Mailbox full                                             | FOR_NOW
                    421 4.3.2 Shutting down                                            | ROUTE
                    554 5.7.1 <x@minsoc.example>: Relay access denied                  | ROUTE
                    550 relaying denied                                                | ROUTE
                    530 5.7.0 Authentication required                                  | ROUTE
                    553 5.7.1 <a+k@ekc.example>: Sender address rejected: not owned by user a | ROUTE
                    """)
    void what_a_server_says_of_the_recipient(String said, DeliveryFailure.Fault fault) throws Exception {
        Dialogue dialogue = dialogue("MAIL FROM:<vopros@ekc.example>", "250 Ok", "RCPT TO:<x@minsoc.example>", said);
        DeliveryFailure failure = DeliveryFailure.of(refusedBy(said), dialogue);
        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure.reason()).isEqualTo(said);
    }

    @Test
    void what_a_server_says_of_us_is_never_the_letters_fault() {
        Dialogue dialogue = dialogue("MAIL FROM:<vopros@ekc.example>", "550 5.7.60 may not send as this sender");
        assertThat(DeliveryFailure.of(after("MAIL", 550), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.ROUTE);
        assertThat(DeliveryFailure.of(after("MAIL", 452), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.ROUTE);
    }

    @Test
    void a_letter_too_large_is_so_even_before_its_recipient_is_named() {
        Dialogue dialogue = dialogue("MAIL FROM:<vopros@ekc.example> SIZE=9", "552 5.3.4 too big");
        assertThat(DeliveryFailure.of(after("MAIL", 552), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.LETTER);
    }

    @Test
    void a_server_out_of_reach_or_a_wrong_password_of_ours() {
        Dialogue nothing = dialogue();
        assertThat(DeliveryFailure.of(new MessagingException("Connection refused"), nothing)
                        .fault())
                .isEqualTo(DeliveryFailure.Fault.ROUTE);
        assertThat(DeliveryFailure.of(new AuthenticationFailedException("535 5.7.8"), nothing)
                        .fault())
                .isEqualTo(DeliveryFailure.Fault.ROUTE);
    }

    @Test
    void cut_off_while_the_letter_is_handed_over_it_is_as_good_as_not_sent() {
        Dialogue dialogue = dialogue("RCPT TO:<x@minsoc.example>", "250 Ok", "DATA", "354 Go on");
        assertThat(DeliveryFailure.of(new MessagingException("Broken pipe"), dialogue)
                        .fault())
                .isEqualTo(DeliveryFailure.Fault.ROUTE);
    }

    @Test
    void cut_off_after_the_last_dot_nobody_knows() {
        Dialogue dialogue = dialogue("DATA", "354 Go on", ".");
        assertThat(DeliveryFailure.of(after(".", -1), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.DOUBT);
    }

    @Test
    void refused_after_the_last_dot_it_is_refused() {
        Dialogue dialogue = dialogue("DATA", "354 Go on", ".", "554 5.6.0 No");
        assertThat(DeliveryFailure.of(after(".", 554), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.LETTER);
        assertThat(DeliveryFailure.of(after(".", 451), dialogue).fault()).isEqualTo(DeliveryFailure.Fault.FOR_NOW);
    }

    /** By turns we and the server. */
    private static Dialogue dialogue(String... said) {
        Dialogue dialogue = new Dialogue(Clock.systemUTC());
        for (int i = 0; i < said.length; i += 2) {
            dialogue.said(said[i]);
            if (i + 1 < said.length) {
                dialogue.heard(said[i + 1]);
            }
        }
        return dialogue;
    }

    private static SMTPSendFailedException after(String command, int code) {
        return new SMTPSendFailedException(command, code, "said " + code, null, null, null, null);
    }

    private static SendFailedException refusedBy(String said) throws AddressException {
        int code = Integer.parseInt(said.substring(0, 3));
        return new SendFailedException(
                "Invalid Addresses",
                new SMTPAddressFailedException(new InternetAddress("x@minsoc.example"), "RCPT TO", code, said));
    }
}
