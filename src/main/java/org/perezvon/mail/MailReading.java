package org.perezvon.mail;

import java.util.List;

/**
 * What a mail says, as far as a reader who is not a person can tell. A view: the original is kept beside it.
 *
 * @param from the sender's address as the mail states it
 * @param meaning what it means beside its kind
 * @param text the new text, without quotation and signature; the whole text when nothing new is left
 * @param disclaimer what lawyers and servers put under or over every letter
 * @param answered the answers that stand between the lines they answer; empty unless there are such
 */
public record MailReading(
        String from,
        String to,
        String subject,
        MailKind kind,
        Meaning meaning,
        String text,
        String quoted,
        String signature,
        String disclaimer,
        List<Answered> answered,
        List<Attachment> attachments) {

    public MailReading {
        answered = List.copyOf(answered);
        attachments = List.copyOf(attachments);
    }

    /** @param size in bytes, decoded */
    public record Attachment(String name, String type, long size) {}
}
