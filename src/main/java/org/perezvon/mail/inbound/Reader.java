package org.perezvon.mail.inbound;

import java.util.stream.Collectors;
import org.perezvon.mail.MailReading;
import org.springframework.stereotype.Component;

/** Reads kept bytes as the rooms above want to see them. */
@Component
public class Reader {

    public MailReading read(byte[] raw) {
        ParsedMail mail = ParsedMail.parse(raw);
        ReplyText text = ReplyText.of(mail);
        return reading(mail, text, KindGuess.of(mail, text));
    }

    static MailReading reading(ParsedMail mail, ReplyText text, KindGuess guess) {
        return new MailReading(
                sender(mail),
                mail.to().stream().map(to -> to.address().value()).collect(Collectors.joining(", ")),
                clean(mail.subject()),
                guess.kind(),
                clean(text.text()),
                clean(text.quoted()),
                clean(text.signature()),
                mail.attachments().stream()
                        .map(file -> new MailReading.Attachment(file.name(), file.type(), file.size()))
                        .toList());
    }

    /** PostgreSQL keeps every character but this one. */
    private static String clean(String text) {
        return text.replace("\u0000", "");
    }

    /** The address in From; empty when the mail names none. */
    static String sender(ParsedMail mail) {
        return mail.from().stream()
                .findFirst()
                .map(from -> from.address().value())
                .orElse("");
    }
}
