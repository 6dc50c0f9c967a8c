package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.Meaning;

/**
 * What the first lines of a mail say, found without reading the rest: enough for people to recognise a mail that cannot be
 * read.
 *
 * @param from the sender's address; empty when the head names none
 */
public record MailHead(String from, String to, String subject) {

    /** How many bytes of a mail are looked at; a head is hardly ever longer. */
    public static final int LENGTH = 16 * 1024;

    private static final int MOST_RECIPIENTS = 10;

    public static MailHead of(byte[] raw) {
        MailHeaders head = headers(raw);
        return new MailHead(
                head.addresses("From").stream()
                        .findFirst()
                        .map(address -> address.value())
                        .orElse(""),
                String.join(
                        ", ",
                        head.addresses("To").stream()
                                .limit(MOST_RECIPIENTS)
                                .map(address -> address.value())
                                .toList()),
                Reader.clean(head.text("Subject")));
    }

    /** The fields of the head, as far as they stand within its first bytes. */
    public static MailHeaders headers(byte[] raw) {
        String text = new String(raw, 0, Math.min(raw.length, LENGTH), StandardCharsets.ISO_8859_1);
        return MailHeaders.parse(text.split("\r?\n\r?\n", 2)[0]);
    }

    /** @param instead of what the mail says */
    public MailReading reading(String instead) {
        return new MailReading(
                from, to, subject, MailKind.OTHER, Meaning.NONE, instead, "", "", "", List.of(), List.of());
    }
}
