package org.perezvon.demo;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** What comes back from an agency, built as its mail program builds it. */
final class AgencyLetter {

    /** What a client without these letters in its character set writes instead. */
    private static final Map<String, String> PLAINER =
            Map.of("«", "\"", "»", "\"", "№", "N", "—", "-", "–", "-", "…", "...", "\u00a0", " ");

    private final InternetAddress from;
    private final ReceivedLetter original;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param from who answers
     * @param original what is answered; names somebody to answer to
     * @param zone of the agency's office, in which its mail program writes dates
     */
    AgencyLetter(InternetAddress from, ReceivedLetter original, ZoneId zone, Instant now) {
        this.from = from;
        this.original = original;
        this.zone = zone;
        this.now = now;
    }

    MimeMessage reply(MailClient client, String text, Charset charset) throws MessagingException {
        ZonedDateTime asked = original.envelope().receivedAt().atZone(zone);
        MimeMessage message = answerTo(original.replyTo().orElseThrow(), client.subject(original), charset);
        if (!client.mailer().isEmpty()) {
            message.setHeader("X-Mailer", client.mailer());
        }
        Optional<String> plain = client.plain(text, original, asked);
        String html = client.html(text, original, asked);
        if (plain.isPresent()) {
            MimeMultipart alternative = new MimeMultipart("alternative");
            alternative.addBodyPart(part(plain.get(), "plain", charset, client));
            alternative.addBodyPart(part(html, "html", charset, client));
            message.setContent(alternative);
        } else {
            write(message, html, "html", charset, client);
        }
        message.saveChanges();
        message.setHeader("Message-ID", messageId());
        return message;
    }

    /** The automatic answer of an absent person's mailbox (RFC 3834). */
    MimeMessage outOfOffice() throws MessagingException {
        MimeMessage message = answerTo(
                original.replyTo().orElseThrow(),
                "Автоматический ответ: " + original.subject(),
                StandardCharsets.UTF_8);
        message.setHeader("Auto-Submitted", "auto-replied");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setText("""
                Добрый день!

                Я нахожусь в отпуске и прочту Ваше письмо после возвращения.
                По срочным вопросам обращайтесь в приёмную.
                """, "UTF-8");
        message.saveChanges();
        message.setHeader("Message-ID", messageId());
        return message;
    }

    /** The agency's mail server says that there is no such mailbox (RFC 3464). */
    MimeMessage bounce() throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        String host = host();
        message.setFrom(new InternetAddress("MAILER-DAEMON@" + host));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(original.envelope().sender()));
        message.setSubject("Undelivered Mail Returned to Sender");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-replied");
        MimeMultipart report = new MimeMultipart("report; report-type=delivery-status");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("""
                This is the mail system at host mx.%1$s.

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients. It's attached below.

                <%2$s>: host mx.%1$s said: 550 5.1.1 <%2$s>:
                    Recipient address rejected: User unknown in virtual mailbox table
                """.formatted(host, from.getAddress()), "us-ascii");
        report.addBodyPart(words);
        report.addBodyPart(raw("message/delivery-status", """
                Reporting-MTA: dns; mx.%1$s
                Arrival-Date: %3$s

                Final-Recipient: rfc822; %2$s
                Original-Recipient: rfc822;%2$s
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; mx.%1$s
                Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: Recipient address rejected: User unknown
                """.formatted(
                host,
                from.getAddress(),
                new MailDateFormat().format(Date.from(original.envelope().receivedAt())))));
        report.addBodyPart(raw("text/rfc822-headers", original.headers()));
        message.setContent(report);
        message.saveChanges();
        message.setHeader("Message-ID", messageId());
        return message;
    }

    private MimeMessage answerTo(InternetAddress recipient, String subject, Charset charset) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(spelled(from, charset));
        message.setRecipient(Message.RecipientType.TO, spelled(recipient, charset));
        message.setSubject(inCharset(subject, charset), charset.name());
        message.setSentDate(Date.from(now));
        if (!original.messageId().isEmpty()) {
            message.setHeader("In-Reply-To", original.messageId());
            message.setHeader(
                    "References", MimeUtility.fold(12, (original.references() + " " + original.messageId()).strip()));
        }
        return message;
    }

    private static MimeBodyPart part(String content, String subtype, Charset charset, MailClient client)
            throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        write(part, content, subtype, charset, client);
        return part;
    }

    private static void write(Part part, String content, String subtype, Charset charset, MailClient client)
            throws MessagingException {
        part.setContent(
                inCharset(content, charset).replaceAll("\r?\n", "\r\n"),
                "text/" + subtype + "; charset=" + charset.name().toLowerCase(Locale.ROOT));
        part.setHeader("Content-Transfer-Encoding", client == MailClient.OUTLOOK ? "quoted-printable" : "base64");
    }

    private static MimeBodyPart raw(String type, String content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(content.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "8bit");
        return part;
    }

    private static InternetAddress spelled(InternetAddress address, Charset charset) throws MessagingException {
        String person = address.getPersonal();
        try {
            return person == null
                    ? new InternetAddress(address.getAddress())
                    : new InternetAddress(address.getAddress(), inCharset(person, charset), charset.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("A charset of this JVM is unknown to Angus Mail", e);
        }
    }

    private static String inCharset(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        String written = text;
        for (Map.Entry<String, String> letter : PLAINER.entrySet()) {
            if (!encoder.canEncode(letter.getKey())) {
                written = written.replace(letter.getKey(), letter.getValue());
            }
        }
        return written;
    }

    private String messageId() {
        return "<" + UUID.randomUUID() + "@" + host() + ">";
    }

    private String host() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }
}
