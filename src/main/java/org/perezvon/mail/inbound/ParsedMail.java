package org.perezvon.mail.inbound;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;

/**
 * A letter as read from its bytes, the best that could be made of them.
 *
 * @param text the text/plain view of the whole body, lines divided by {@code \n}; empty when the letter has none
 * @param html the text/html view of the whole body; empty when the letter has none
 * @param charset the charset in which its words were, lower case; empty when it has none
 * @param attachments the files, in their order
 * @param enclosed letters within this one: forwarded as a file, or returned by a server (then perhaps only their heads)
 * @param statuses what servers tell each other, in reports
 * @param oddities what was strange, in Russian, for people
 */
public record ParsedMail(
        MailHeaders headers,
        String text,
        String html,
        String charset,
        List<Attachment> attachments,
        List<ParsedMail> enclosed,
        List<StatusPart> statuses,
        List<String> oddities) {

    public ParsedMail {
        attachments = List.copyOf(attachments);
        enclosed = List.copyOf(enclosed);
        statuses = List.copyOf(statuses);
        oddities = List.copyOf(oddities);
    }

    /** Reads any bytes whatsoever: never throws, says in {@link #oddities} what was wrong with them. */
    public static ParsedMail parse(byte[] raw) {
        return MailReader.read(raw, 0);
    }

    /** Without angle brackets; null when the letter has none. */
    public @Nullable String messageId() {
        List<String> ids = headers.ids("Message-ID");
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** Without angle brackets. */
    public List<String> inReplyTo() {
        return headers.ids("In-Reply-To");
    }

    /** Without angle brackets, oldest first. */
    public List<String> references() {
        return headers.ids("References");
    }

    public List<Correspondent> from() {
        return headers.correspondents("From");
    }

    /** The address in From, fit to be kept; empty when the letter names none. */
    public String sender() {
        List<Correspondent> from = from();
        return from.isEmpty() ? "" : from.get(0).address().value().replace("\u0000", "");
    }

    public List<Correspondent> to() {
        return headers.correspondents("To");
    }

    public List<Correspondent> cc() {
        return headers.correspondents("Cc");
    }

    public List<Correspondent> replyTo() {
        return headers.correspondents("Reply-To");
    }

    /** As people read it; empty when there is none. */
    public String subject() {
        return headers.text("Subject");
    }

    /** By the sender's clock; null when missing or unreadable. */
    public @Nullable Instant date() {
        return headers.date();
    }

    public List<EmailAddress> receivedFor() {
        return headers.receivedFor();
    }

    /** Wherever the address that was written to may stand: in the head, in the envelope, in the servers' stamps. */
    public List<EmailAddress> recipients() {
        Set<EmailAddress> all = new LinkedHashSet<>();
        for (String name :
                List.of("To", "Cc", "Bcc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")) {
            all.addAll(headers.addresses(name));
        }
        all.addAll(receivedFor());
        return List.copyOf(all);
    }

    public List<EmailAddress> failedRecipients() {
        return headers.addresses("X-Failed-Recipients");
    }

    /** {@code auto-replied}, {@code auto-generated}, {@code no}; empty when there is none. */
    public String autoSubmitted() {
        return headers.keyword("Auto-Submitted");
    }

    /** {@code bulk}, {@code auto_reply}, {@code list}; empty when there is none. */
    public String precedence() {
        return headers.keyword("Precedence");
    }

    /** True for {@code Return-Path: <>}: a program wrote the letter and wants no answer. */
    public boolean hasEmptyReturnPath() {
        return headers.all("Return-Path").stream()
                .anyMatch(path -> path.replace(" ", "").equals("<>"));
    }

    /** {@code multipart/report}, lower case, without parameters; empty when the letter has none. */
    public String contentType() {
        return headers.parameters("Content-Type").value();
    }

    /** {@code delivery-status}, {@code disposition-notification}; empty when the letter is no report. */
    public String reportType() {
        String type = headers.parameters("Content-Type").get("report-type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
