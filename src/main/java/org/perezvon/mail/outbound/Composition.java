package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.inbound.ReplyMarker;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes a message out of a letter: plain text and HTML, and the four signed traces by which a reply finds its way back
 * (reply address, Message-ID, subject, body).
 */
@Component
class Composition {

    /** Names us in every letter of ours; servers and lists keep it. */
    static final String LOOP = "X-Loop";

    private final Conversations conversations;
    private final MailSettings settings;

    Composition(Conversations conversations, MailSettings settings) {
        this.conversations = conversations;
        this.settings = settings;
    }

    /** @param date what the letter is dated */
    MimeMessage compose(DueLetter letter, Instant date) throws MessagingException {
        String key = conversations.key(letter.conversation());
        EmailAddress replyTo = conversations.replyAddress(letter.conversation());
        SMTPMessage message = new SMTPMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", letter.messageId());
            }
        };
        address(message, letter, replyTo);
        try {
            MimeMessageHelper helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(settings.address(), settings.senderName(), "UTF-8"));
            helper.setReplyTo(new InternetAddress(replyTo.value(), settings.senderName(), "UTF-8"));
            helper.setTo(new InternetAddress(letter.to().value(), letter.toName(), "UTF-8"));
            helper.setSubject(letter.subject().contains(key) ? letter.subject() : letter.subject() + " [" + key + "]");
            helper.setSentDate(Date.from(date));
            helper.setText(ReplyMarker.around(letter.body(), key) + "\n", html(letter, key));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is part of every Java", e);
        }
        // One thread per conversation in the agency's mail client, whatever happens to the subject.
        String root = "<" + key + "@" + replyTo.domain() + ">";
        String thread = letter.answered().thread();
        message.setHeader("References", thread == null ? root : thread.contains(root) ? thread : root + " " + thread);
        if (letter.answered().messageId() != null) {
            message.setHeader("In-Reply-To", letter.answered().messageId());
        }
        sayWhoWrites(message, letter);
        message.saveChanges();
        return message;
    }

    /** Bounces and reports come back under the same signed address as replies, or not at all. */
    private static void address(SMTPMessage message, DueLetter letter, EmailAddress replyTo) {
        if (letter.origin().hasReturnPath()) {
            message.setEnvelopeFrom(replyTo.value());
            message.setNotifyOptions(
                    SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            message.setReturnOption(SMTPMessage.RETURN_HDRS);
        } else {
            // A letter to ourselves goes the way of ordinary letters: a server that refuses such senders shows it.
            message.setEnvelopeFrom(letter.origin() == Letter.Origin.SELF_TEST ? replyTo.value() : "<>");
            message.setNotifyOptions(SMTPMessage.NOTIFY_NEVER);
        }
    }

    /** Programs shall not answer what a program wrote (RFC 3834 §5), and we recognise our own letter in a loop. */
    private void sayWhoWrites(MimeMessage message, DueLetter letter) throws MessagingException {
        switch (letter.origin()) {
            case PERSON -> {
                // An absent person's program may say so to a person.
            }
            case TIMER, SELF_TEST -> message.setHeader("Auto-Submitted", "auto-generated");
            case ANSWER_TO_MAIL -> message.setHeader("Auto-Submitted", "auto-replied");
        }
        message.setHeader("X-Auto-Response-Suppress", letter.origin().hasReturnPath() ? "OOF, AutoReply" : "All");
        message.setHeader(LOOP, settings.address());
    }

    private static String html(DueLetter letter, String key) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html><html lang=\"ru\"><body>")
                .append("<div ")
                .append(ReplyMarker.ATTRIBUTE)
                .append("=\"")
                .append(key)
                .append("\" style=\"font-family:Arial,sans-serif;font-size:15px;line-height:1.5;max-width:42em\">")
                .append("<p style=\"color:#777;font-size:12px\">")
                .append(ReplyMarker.LINE)
                .append("</p>");
        for (String paragraph : letter.body().strip().split("\n{2,}", -1)) {
            html.append("<p>")
                    .append(HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>"))
                    .append("</p>");
        }
        return html.append("<p style=\"color:#777;font-size:12px\">")
                .append(ReplyMarker.trace(key))
                .append("</p></div></body></html>")
                .toString();
    }
}
