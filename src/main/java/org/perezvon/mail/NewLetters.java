package org.perezvon.mail;

import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * Tells the mail room which letters that answer none of ours somebody waits for all the same. The room that does implements
 * it, and is told of them as {@link IncomingMail.NewLetter}; nobody's letters go to a person.
 */
public interface NewLetters {

    /** Whether letters of this sender are worth reading at all; asked of every stranger's mail. */
    boolean mayComeFrom(EmailAddress sender);

    /** @return why this one is taken, as evidence, in Russian; nothing when it is not */
    Optional<String> take(Unasked letter);

    /**
     * A letter that answers none of ours.
     *
     * @param recipients everybody to whom it went, as far as its headers tell
     */
    record Unasked(EmailAddress sender, List<EmailAddress> recipients, SenderVerdict verdict, MailKind kind) {}
}
