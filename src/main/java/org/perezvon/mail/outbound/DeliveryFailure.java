package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter was not accepted, and whose fault that is.
 *
 * @param reason what the server or the network said
 */
record DeliveryFailure(Fault fault, String reason) {

    /** Words by which a server says that it does not know us, whoever the recipient is. */
    private static final Pattern OUR_FAULT = Pattern.compile(
            "relay(ing)?( access)?( is)? (denied|not (permitted|allowed)|prohibited)|(unable|not (permitted|allowed)) to relay"
                    + "|authentication( is)? required|must (first )?(authenticate|log ?in)|authenticate first|not logged in"
                    + "|sender address rejected|sender .*not owned by");

    /** Whose fault it is decides what becomes of the letter. */
    enum Fault {
        /** The letter's or its recipient's, for good (5xx, RFC 5321 §4.2.1). */
        LETTER,
        /** The letter's or its recipient's, for now (4xx). */
        FOR_NOW,
        /** The server's, the network's or ours, before the letter was handed over: it is as good as never tried. */
        ROUTE,
        /** The server has the whole letter and did not say whether it takes it. */
        DOUBT
    }

    static DeliveryFailure of(MessagingException failure, Dialogue dialogue) {
        return new DeliveryFailure(fault(replyCode(failure), failure, dialogue), words(failure));
    }

    private static Fault fault(int code, MessagingException failure, Dialogue dialogue) {
        if (dialogue.isInDoubt()) {
            return Fault.DOUBT;
        }
        if (code == 421 || code < 400 || code > 599) {
            return Fault.ROUTE;
        }
        boolean tooLarge = code == 552;
        if (!tooLarge && (dialogue.isBeforeRecipient() || isOurs(code, failure))) {
            return Fault.ROUTE;
        }
        return code >= 500 ? Fault.LETTER : Fault.FOR_NOW;
    }

    private static boolean isOurs(int code, MessagingException failure) {
        return code == 530
                || code == 535
                || (code >= 500
                        && OUR_FAULT
                                .matcher(words(failure).toLowerCase(Locale.ROOT))
                                .find());
    }

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

    /** The innermost words, fit to be kept. */
    static String words(Exception failure) {
        Exception deepest = failure;
        while (deepest instanceof SendFailedException send && send.getNextException() != null) {
            deepest = send.getNextException();
        }
        String text = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        Exception cause = next(deepest);
        String first = text.strip().lines().findFirst().orElse(text);
        return ServerWords.fit(
                cause == null || cause.getMessage() == null ? first : first + " (" + cause.getMessage() + ")");
    }
}
