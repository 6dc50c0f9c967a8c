package org.perezvon.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a person reads in a letter of ours. */
public final class Mails {

    private Mails() {}

    public static String subject(MimeMessage letter) {
        return read(letter::getSubject);
    }

    public static String messageId(MimeMessage letter) {
        return read(letter::getMessageID);
    }

    public static String replyTo(MimeMessage letter) {
        return read(() -> ((InternetAddress) letter.getReplyTo()[0]).getAddress());
    }

    public static String header(MimeMessage letter, String name) {
        return read(() -> {
            String value = letter.getHeader(name, " ");
            return value == null ? "" : value;
        });
    }

    public static String text(MimeMessage letter) {
        return read(() -> content(letter, "text/plain")).replace("\r\n", "\n");
    }

    public static String html(MimeMessage letter) {
        return read(() -> content(letter, "text/html"));
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = content(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String read(Reading reading) {
        try {
            return reading.read();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading {
        String read() throws MessagingException, IOException;
    }
}
