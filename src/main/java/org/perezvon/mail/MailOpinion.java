package org.perezvon.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.inbound.Opinions;

/**
 * Everything a reader who is not a person makes of one mail, perhaps without knowing what it answers. No server and no database is
 * asked.
 *
 * @param confidence how sure the kind is, from 0 to 1
 * @param text the new text, without quotation and signature; the whole text when nothing new is left
 * @param disclaimer what lawyers and servers put under or over every letter
 * @param answered the answers that stand between the lines they answer; empty unless there are such
 * @param undelivered what a server says of a letter of ours that did not reach its recipient; null unless the mail is about
 *     one
 * @param charset in which the body was read, as mails name it, e.g. {@code windows-1251}; null when there is no text
 * @param oddities what was strange, in Russian
 * @param evidence why it is taken for what it is, in Russian
 */
public record MailOpinion(
        MailKind kind,
        double confidence,
        String text,
        String quoted,
        String signature,
        String disclaimer,
        List<Answered> answered,
        Meaning meaning,
        @Nullable Undelivered undelivered,
        List<MailReading.Attachment> attachments,
        @Nullable String charset,
        List<String> oddities,
        List<String> evidence) {

    /**
     * @param status e.g. {@code 5.1.1} (RFC 3463); null when it is not said
     * @param recipient null when it is not said
     */
    public record Undelivered(
            @Nullable String status, @Nullable EmailAddress recipient) {}

    public MailOpinion {
        answered = List.copyOf(answered);
        attachments = List.copyOf(attachments);
        oddities = List.copyOf(oddities);
        evidence = List.copyOf(evidence);
    }

    /** Of any bytes whatsoever; how long that takes is the caller's to watch. */
    public static MailOpinion of(byte[] raw) {
        return Opinions.ofMail(raw, "");
    }

    /** @param ours the letter that is being answered: what stands between its lines is an answer, too */
    public static MailOpinion of(byte[] raw, String ours) {
        return Opinions.ofMail(raw, ours);
    }

    /** Of a body without a head, text or HTML, in whatever charset. */
    public static MailOpinion ofText(byte[] body) {
        return Opinions.ofBody(body);
    }
}
