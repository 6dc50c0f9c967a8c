package org.perezvon.demo;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its recipient's mail client shows it.
 *
 * @param replyTo where an answer goes: Reply-To, else From; absent when the letter names neither
 * @param headers all header lines as they came
 * @param html the HTML alternative, when there is one
 */
record ReceivedLetter(
        Envelope envelope,
        Optional<InternetAddress> from,
        Optional<InternetAddress> replyTo,
        String to,
        String subject,
        String messageId,
        String inReplyTo,
        String references,
        String headers,
        String text,
        Optional<String> html) {

    /**
     * What the server knows of a letter without reading it.
     *
     * @param sender to whom a bounce goes; empty for bounces themselves
     */
    record Envelope(long id, String mailbox, String sender, Instant receivedAt) {}

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Never fails on a letter: what cannot be read is left empty, as mail clients do. */
    static ReceivedLetter read(Envelope envelope, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Optional<String> html = content(message, "text/html");
            String text = content(message, "text/plain")
                    .or(() -> html.map(source -> Jsoup.parse(source).wholeText()))
                    .orElse("");
            return new ReceivedLetter(
                    envelope,
                    first(message.getFrom()),
                    first(message.getReplyTo()),
                    readable(header(message, "To")),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    header(message, "In-Reply-To"),
                    header(message, "References"),
                    String.join("\r\n", Collections.list(message.getAllHeaderLines())) + "\r\n",
                    text,
                    html);
        } catch (MessagingException | IOException e) {
            return new ReceivedLetter(
                    envelope,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "(письмо не читается)",
                    "",
                    "",
                    "",
                    "",
                    String.valueOf(e.getMessage()),
                    Optional.empty());
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, " ");
        return value == null ? "" : MimeUtility.unfold(value);
    }

    private static String readable(String addresses) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(addresses, false))
                    .map(InternetAddress::toUnicodeString)
                    .collect(Collectors.joining("; "));
        } catch (AddressException e) {
            return addresses;
        }
    }

    private static Optional<InternetAddress> first(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress address
                ? Optional.of(address)
                : Optional.empty();
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = content(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
