package org.perezvon.testing;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.perezvon.kernel.EmailAddress;

/**
 * What comes from an agency, as bytes on the wire.
 *
 * @param to where it is sent: the signed address of the letter it answers, or just our mailbox
 */
@SuppressWarnings("ArrayRecordComponent") // bytes to be sent, never compared
public record AgencyMail(String from, String to, byte[] bytes) {

    /** What a program without these letters in its character set writes instead. */
    private static final Map<String, String> PLAINER =
            Map.of("«", "\"", "»", "\"", "№", "N", "—", "-", "–", "-", "…", "...", "\u00a0", " ");

    public static AgencyMail reply(MimeMessage letter, String from, String text) {
        return reply(letter, from, text, MailProgram.GMAIL, StandardCharsets.UTF_8);
    }

    /** An answer to our letter, as this program writes it. */
    public static AgencyMail reply(MimeMessage letter, String from, String text, MailProgram program, Charset charset) {
        return made(from, Mails.replyTo(letter), mail -> {
            answering(mail, letter, "Re: " + Mails.subject(letter), charset);
            String plain = program.plain(text, letter);
            String html = program.html(text, letter);
            if (plain.isEmpty()) {
                write(mail, html, "html", charset);
            } else if (html.isEmpty()) {
                write(mail, plain, "plain", charset);
            } else {
                MimeMultipart alternative = new MimeMultipart("alternative");
                alternative.addBodyPart(part(plain, "plain", charset));
                alternative.addBodyPart(part(html, "html", charset));
                mail.setContent(alternative);
            }
        });
    }

    /** The automatic answer of an absent person's mailbox (RFC 3834). */
    public static AgencyMail outOfOffice(MimeMessage letter, String from) {
        return outOfOffice(letter, from, "Я в отпуске до понедельника. По срочным вопросам обращайтесь в приёмную.");
    }

    /** The same in other words. */
    public static AgencyMail outOfOffice(MimeMessage letter, String from, String text) {
        return made(from, Mails.replyTo(letter), mail -> {
            answering(mail, letter, "Автоматический ответ: " + Mails.subject(letter), StandardCharsets.UTF_8);
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setText(text, "UTF-8");
        });
    }

    /** The agency's mail server gives our letter back (RFC 3464). */
    public static AgencyMail bounce(MimeMessage letter, String refused) {
        String host = refused.substring(refused.indexOf('@') + 1);
        return made("mailer-daemon@" + host, Mails.replyTo(letter), mail -> {
            mail.setSubject("Undelivered Mail Returned to Sender");
            mail.setHeader("Auto-Submitted", "auto-replied");
            MimeMultipart report = new MimeMultipart("report; report-type=delivery-status");
            report.addBodyPart(part(
                    "I'm sorry to have to inform you that your message could not be delivered.",
                    "plain",
                    StandardCharsets.US_ASCII));
            report.addBodyPart(raw("message/delivery-status", """
                    Reporting-MTA: dns; mx.%1$s

                    Final-Recipient: rfc822; %2$s
                    Action: failed
                    Status: 5.1.1
                    Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: Recipient address rejected: User unknown
                    """.formatted(host, refused)));
            report.addBodyPart(raw(
                    "text/rfc822-headers",
                    "Message-ID: " + Mails.messageId(letter) + "\nReply-To: " + Mails.replyTo(letter) + "\n"));
            mail.setContent(report);
        });
    }

    /** A letter that answers nothing of ours. */
    public static AgencyMail unasked(String from, String subject, String text) {
        return made(from, MailServer.CENTRE, mail -> {
            mail.setSubject(subject, "UTF-8");
            mail.setText(text, "UTF-8");
        });
    }

    /** The same words with a file. */
    public AgencyMail with(String name, byte[] file) {
        return rewritten(from, mail -> {
            MimeBodyPart words = new MimeBodyPart();
            words.setContent(content(mail), mail.getContentType());
            MimeBodyPart attached = new MimeBodyPart();
            attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "application/octet-stream")));
            attached.setFileName(name);
            mail.setContent(new MimeMultipart(words, attached));
            mail.saveChanges();
        });
    }

    /** The same words from somebody else. */
    public AgencyMail from(String other) {
        return rewritten(other, mail -> mail.setFrom(new InternetAddress(other)));
    }

    /** The same words in the name of a second writer as well. */
    public AgencyMail togetherWith(String other) {
        return rewritten(from, mail -> mail.addFrom(new Address[] {new InternetAddress(other)}));
    }

    /** The same words once more, as people send again what nobody confirmed. */
    public AgencyMail sentAgain() {
        return rewritten(from, mail -> mail.setHeader("Message-ID", freshId(from)));
    }

    /** The same mail after a server has put a field on top of it. */
    public AgencyMail stamped(String field) {
        byte[] stamp = (field + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(stamp, stamp.length + bytes.length);
        System.arraycopy(bytes, 0, all, stamp.length, bytes.length);
        return new AgencyMail(from, to, all);
    }

    /** To our mailbox, without any trace of the letter it answers. */
    public AgencyMail withoutTraces() {
        return new AgencyMail(
                from,
                MailServer.CENTRE,
                rewritten(from, mail -> {
                            mail.removeHeader("In-Reply-To");
                            mail.removeHeader("References");
                            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(MailServer.CENTRE));
                        })
                        .bytes);
    }

    /** To an address of ours that its sender was given. */
    public AgencyMail to(EmailAddress address) {
        byte[] addressed = rewritten(
                        from, mail -> mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address.value())))
                .bytes;
        return new AgencyMail(from, address.value(), addressed);
    }

    /** What its sender's program calls it. */
    public String messageId() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes))
                    .getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private AgencyMail rewritten(String sender, Writing change) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            change.write(mail);
            return new AgencyMail(sender, to, bytesOf(mail));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgencyMail made(String from, String to, Writing writing) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress(from));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSentDate(new Date());
            writing.write(mail);
            mail.saveChanges();
            mail.setHeader("Message-ID", freshId(from));
            return new AgencyMail(from, to, bytesOf(mail));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answering(MimeMessage mail, MimeMessage letter, String subject, Charset charset)
            throws MessagingException {
        mail.setSubject(spelled(subject, charset), charset.name());
        mail.setHeader("In-Reply-To", Mails.messageId(letter));
        mail.setHeader("References", Mails.header(letter, "References") + " " + Mails.messageId(letter));
    }

    private static Object content(MimeMessage mail) throws MessagingException {
        try {
            return mail.getContent();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(String content, String subtype, Charset charset) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        write(part, content, subtype, charset);
        return part;
    }

    private static void write(Part part, String content, String subtype, Charset charset) throws MessagingException {
        part.setContent(
                spelled(content, charset).replaceAll("\r?\n", "\r\n"),
                "text/" + subtype + "; charset=" + charset.name());
    }

    private static MimeBodyPart raw(String type, String content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(content.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    private static String spelled(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        String written = text;
        for (Map.Entry<String, String> letter : PLAINER.entrySet()) {
            if (!encoder.canEncode(letter.getKey())) {
                written = written.replace(letter.getKey(), letter.getValue());
            }
        }
        return written;
    }

    private static String freshId(String from) {
        return "<" + UUID.randomUUID() + from.substring(from.indexOf('@')) + ">";
    }

    private static byte[] bytesOf(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private interface Writing {
        void write(MimeMessage mail) throws MessagingException;
    }
}
