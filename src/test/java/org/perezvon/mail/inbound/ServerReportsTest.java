package org.perezvon.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perezvon.mail.MailKind;

/** What mail servers say in words only: each in its own. */
class ServerReportsTest {

    private static final String RECIPIENT = "m.petrova@minsoc.example";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # from                        | subject                                     | words                                                                                   | status
                    System Administrator <postmaster@gw.example> | Question                     | did not reach the following recipient(s):~~RCPT on Tue~The recipient name is not recognized |
                    Postmaster <postmaster@gw.example>   | Undeliverable Mail                   | Unknown user: RCPT~~Original message follows.~~To: RCPT                                 |
                    Postmaster@gw.example         | DELIVERY FAILURE: User not listed in Domino Directory | was not delivered to:~~RCPT~~because:~~User Petrova not listed in Domino Directory |
                    Mail Delivery System <Mailer-Daemon@gw.example> | Mail delivery failed: returning message to sender | The following address failed:~~RCPT~SMTP error: 550 5.7.1 rejected as spam | 5.7.1
                    postmaster@n.gw.example       | Undeliverable message                       | ---- Failure Reasons ----~User not listed in public Name & Address Book~RCPT             |
                    MAILER-DAEMON@gw.example      | failure notice                              | I'm afraid I wasn't able to deliver your message.~<RCPT>:~Sorry, no mailbox here by that name. (#5.1.1) | 5.1.1
                    MAILER-DAEMON@gw.example      | Delivery failure                            | Unable to deliver message to the following address(es).~<RCPT>:~This user doesn't have an account |
                    Mail Delivery Subsystem <MAILER-DAEMON@gw.example> | Returned mail: Cannot send message for 4 days | ----- Transcript of session follows -----~421 RCPT... Deferred: Connection timed out | 4.0.0
                    Gateway SMTP Mail Service     | Returned Mail: Error During Delivery        | ---- Failed Recipients ----~<RCPT>~Mail Loop Detected                                    |
                    MAILER-DAEMON@gw.example      | Недоставленное сообщение                    | К сожалению, Ваше письмо не может быть доставлено: <RCPT> 550 5.7.1 No such user!        | 5.7.1
                    postmaster@minsoc.example     | Не удается доставить: Запрос                | Не удалось выполнить доставку: RCPT. Почтовый ящик получателя переполнен.                |
                    Microsoft Outlook <MicrosoftExchange329e@minsoc.example> | Не удается доставить: Запрос | Сообщение для RCPT не доставлено. Адрес не найден.                          |
                    CommuniGate Pro <MAILER-DAEMON@gw.example> | Undeliverable mail: Question   | Failed to deliver to 'RCPT'~LOCAL module reports:~account is full (quota exceeded)       |
                    MDaemon at gw <MDaemon@gw.example> | Permanent Delivery Failure             | The attached message has generated a permanent fatal error. RCPT - 550 no such user      | 5.0.0
                    Mail Delivery Subsystem <mailer-daemon@gw.example> | Delivery Status Notification (Failure) | Your message wasn't delivered to RCPT because the address couldn't be found |
                    """)
    void a_bounce_in_words_is_a_bounce_and_names_its_recipient(
            String from, String subject, String words, String status) {
        KindGuess guess = guess(from, subject, words);

        assertThat(guess.kind()).as("%s", guess.evidence()).isEqualTo(MailKind.BOUNCE);
        assertThat(guess.deliveries().get(0).recipient()).hasToString(RECIPIENT);
        assertThat(guess.deliveries().get(0).status()).isEqualTo(status == null ? "" : status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DELAY      | MDaemon at gw <MDaemon@gw.example> | Warning - Temporary Delivery Problem | The attached message had a temporary delivery problem. No action is required on your part.
                    DELAY      | MAILER-DAEMON@gw.example       | Warning: could not send message for past 4 hours | Deferred: Connection refused. THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.
                    DELAY      | postmaster@minsoc.example      | Доставка отложена: Запрос            | Доставка этого сообщения задерживается. Попытки доставки будут продолжены.
                    DELAY      | mailer-daemon@gw.example       | Delivery Status Notification (Delay) | There was a temporary problem delivering your message to RCPT. We will retry for 46 more hours.
                    RECEIPT    | Мария <RCPT>                   | Прочитано: Запрос № 2026-000123      | Ваше сообщение~Тема: Запрос~было прочитано 17.11.2026 11:02.
                    RECEIPT    | postmaster@minsoc.example      | Доставлено: Запрос                   | Сообщение доставлено следующим получателям: Мария Петрова
                    RECEIPT    | RCPT                           | Read: Inquiry                        | Your message was read on 17.11.2026
                    AUTO_REPLY | postmaster@minsoc.example      | Автоответ: Запрос                    | Адресат в отпуске до 30 ноября.
                    ANSWER     | Мария <RCPT>                   | Re: Недоставленные пенсии            | Пенсия не доставлена из-за неверного адреса, почтальон придёт повторно 20 ноября.
                    ANSWER     | Мария <RCPT>                   | Re: Запрос                           | Письмо гражданина не доставлено: дом снесён. Пусть обратится в отделение почты с паспортом.
                    """)
    void what_is_no_bounce_is_not_taken_for_one(MailKind kind, String from, String subject, String words) {
        KindGuess guess = guess(from, subject, words);

        assertThat(guess.kind()).as("%s", guess.evidence()).isEqualTo(kind);
    }

    private static KindGuess guess(String from, String subject, String words) {
        String letter =
                "From: %s\r\nTo: inquiry@ekc.example\r\nSubject: %s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                        .formatted(from, subject, words)
                        .replace("RCPT", RECIPIENT)
                        .replace("~", "\r\n");
        ParsedMail mail = ParsedMail.parse(letter.getBytes(StandardCharsets.UTF_8));
        return KindGuess.of(mail, ReplyText.of(mail));
    }
}
