package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter was not accepted.
 *
 * @param permanent the server refused this letter for good (5xx, RFC 5321 §4.2.1); anything else is tried again
 * @param reason what the server or the network said
 */
record DeliveryFailure(boolean permanent, String reason) {

    /** With the delays below about two days, the usual life of a queue. */
    private static final int LAST_ATTEMPT = 300;

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    static DeliveryFailure of(MessagingException failure) {
        int code = replyCode(failure);
        return new DeliveryFailure(code >= 500 && code < 600, firstLine(failure));
    }

    boolean isFinalAfter(int attempt) {
        return permanent || attempt >= LAST_ATTEMPT;
    }

    /** 5 s, 10 s, 20 s … 10 min. */
    static Duration delayAfter(int attempt) {
        Duration delay = Duration.ofSeconds(5L << Math.min(attempt - 1, 10));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** The reply to this letter or its recipient; a failure to log in is ours, not the letter's, and has none. */
    private static int replyCode(Exception failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException send && !(next(e) instanceof SMTPAddressFailedException)) {
                return send.getReturnCode();
            }
            if (e instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String firstLine(MessagingException failure) {
        Exception deepest = failure;
        while (deepest instanceof SendFailedException send && send.getNextException() != null) {
            deepest = send.getNextException();
        }
        String text = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return text.strip().lines().findFirst().orElse(text);
    }
}
