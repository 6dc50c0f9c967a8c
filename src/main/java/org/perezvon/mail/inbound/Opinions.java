package org.perezvon.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailOpinion;
import org.perezvon.mail.MailReading;

/** Puts together what the readers of this room find in one mail. */
public final class Opinions {

    private static final int ENOUGH_TO_SEE_HTML = 1000;
    private static final List<String> HTML_BEGINNINGS = List.of("<!doctype html", "<html", "<head", "<body", "<div");

    private Opinions() {}

    /** @param ours the letter that is being answered; empty when it is not known */
    public static MailOpinion ofMail(byte[] raw, String ours) {
        ParsedMail mail = ParsedMail.parse(raw);
        ReplyText reply = ours.isEmpty() ? ReplyText.of(mail) : ReplyText.of(mail, ours);
        KindGuess guess = KindGuess.of(mail, reply);
        return new MailOpinion(
                guess.kind(),
                guess.confidence(),
                reply.text(),
                reply.quoted(),
                reply.signature(),
                reply.disclaimer(),
                reply.answered(),
                guess.meaning(),
                undelivered(guess),
                mail.attachments().stream()
                        .map(file -> new MailReading.Attachment(file.name(), file.type(), file.size()))
                        .toList(),
                name(mail.charset()),
                mail.oddities(),
                guess.evidence());
    }

    public static MailOpinion ofBody(byte[] body) {
        String type = isHtml(body) ? "text/html" : "text/plain";
        byte[] head = "MIME-Version: 1.0\r\nContent-Type: %s; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                .formatted(type)
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream mail = new ByteArrayOutputStream(head.length + body.length);
        mail.writeBytes(head);
        mail.writeBytes(body);
        return ofMail(mail.toByteArray(), "");
    }

    private static boolean isHtml(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, ENOUGH_TO_SEE_HTML), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return HTML_BEGINNINGS.stream().anyMatch(start::startsWith);
    }

    private static MailOpinion.@Nullable Undelivered undelivered(KindGuess guess) {
        if (guess.kind() != MailKind.BOUNCE && guess.kind() != MailKind.DELAY) {
            return null;
        }
        return guess.deliveries().stream()
                .findFirst()
                .map(delivery -> new MailOpinion.Undelivered(
                        delivery.status().isEmpty() ? null : delivery.status(), delivery.recipient()))
                .orElse(new MailOpinion.Undelivered(null, null));
    }

    /** As mails name it; null when there is none. */
    private static @Nullable String name(String charset) {
        if (charset.isEmpty()) {
            return null;
        }
        return charset.equals("ibm866") ? "cp866" : charset;
    }
}
