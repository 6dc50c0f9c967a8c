package org.perezvon.mail.inbound;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.ConversationKey;

/**
 * What may tell where a mail belongs, and who wrote it. Keys are as found, nobody has verified them.
 *
 * @param from the sender's address; empty when the mail names none or several
 * @param messageId with angle brackets; empty when it has none
 * @param messageIds of the letters it answers or reports on, with angle brackets
 * @param recipients everybody to whom it went, as far as its headers tell
 * @param senderChecks what servers may have said of the sender, topmost first
 * @param report what a server says of our letter; null when no server wrote the mail
 */
record Traces(
        String from,
        String subject,
        String messageId,
        List<String> messageIds,
        List<EmailAddress> recipients,
        List<String> addressKeys,
        List<String> subjectKeys,
        List<String> textKeys,
        List<String> senderChecks,
        @Nullable KindGuess report) {

    private static final int MOST = 500;

    Traces {
        messageIds = List.copyOf(messageIds);
        recipients = List.copyOf(recipients);
        addressKeys = List.copyOf(addressKeys);
        subjectKeys = List.copyOf(subjectKeys);
        textKeys = List.copyOf(textKeys);
        senderChecks = List.copyOf(senderChecks);
    }

    static Traces of(ParsedMail mail, ReadingRules rules) {
        KindGuess report = ServerReports.read(mail, rules.heldFor(mail.sender()));
        String messageId = mail.messageId();
        String recipients = mail.recipients().stream().map(EmailAddress::value).collect(Collectors.joining(" "));
        return new Traces(
                sender(mail),
                Reader.clean(mail.subject()),
                messageId == null ? "" : bracketed(messageId),
                Stream.of(
                                mail.inReplyTo(),
                                mail.references(),
                                report == null ? List.<String>of() : report.returnedIds())
                        .flatMap(List::stream)
                        .map(Traces::bracketed)
                        .distinct()
                        .limit(MOST)
                        .toList(),
                mail.recipients().stream().limit(MOST).toList(),
                ConversationKey.shapesIn(recipients, MOST),
                ConversationKey.shapesIn(mail.subject(), MOST),
                ConversationKey.shapesIn(mail.text() + "\n" + mail.html(), MOST),
                SenderProof.fieldsAbove(mail.headers()),
                report);
    }

    /** Of several writers none is the one; servers prove only one of them. */
    private static String sender(ParsedMail mail) {
        long writers =
                mail.from().stream().map(Correspondent::address).distinct().count();
        return writers > 1 ? "" : mail.sender();
    }

    private static String bracketed(String id) {
        return "<" + Reader.clean(id) + ">";
    }
}
