package org.perezvon.mail.inbound;

import java.util.stream.Collectors;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.MailSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads kept bytes as the rooms above want to see them. Whatever a stranger has sent, reading it ends in time: here in a
 * thread that is given up, apart in a process that is killed.
 */
@Component
public class Reader implements DisposableBean {

    private final ReadingThreads threads;
    private final SeparateReaders apart;
    private final HeldRules rules;

    Reader(MailSettings settings, HeldRules rules) {
        this.rules = rules;
        this.threads = new ReadingThreads(settings.incoming().readingTime());
        this.apart = new SeparateReaders(settings.incoming());
    }

    /** @throws NotRead when it takes too much time or memory, or its place is nowhere */
    OpenedMail open(byte[] raw, Place place) {
        return switch (place) {
            case HERE -> threads.areLost() ? apart.open(raw, rules.now()) : here(raw, rules.now());
            case APART -> apart.open(raw, rules.now());
            case NEVER -> throw new NotRead("Письмо не удалось прочитать и отдельно от остальных");
        };
    }

    /** What the mail says; when that cannot be found out, what its head says, and why. */
    public MailReading read(byte[] raw, Place place) {
        try {
            return open(raw, place).read("").reading();
        } catch (NotRead e) {
            return MailHead.of(raw).reading(e.reason() + ". Оно сохранено в том виде, в каком пришло.");
        }
    }

    private OpenedMail here(byte[] raw, ReadingRules held) {
        return threads.within(() -> {
            ParsedMail mail = ParsedMail.parse(raw);
            return new OpenedHere(mail, Traces.of(mail, held), threads, held);
        });
    }

    private record OpenedHere(ParsedMail mail, Traces traces, ReadingThreads threads, ReadingRules rules)
            implements OpenedMail {

        @Override
        public Understood read(String ours) {
            return threads.within(() -> understood(mail, ours, rules));
        }
    }

    static OpenedMail.Understood understood(ParsedMail mail, String ours, ReadingRules rules) {
        ReplyText text = ours.isEmpty() ? ReplyText.of(mail) : ReplyText.of(mail, ours);
        KindGuess guess = KindGuess.of(mail, text, rules);
        MailReading reading = new MailReading(
                sender(mail),
                clean(mail.to().stream().map(to -> to.address().value()).collect(Collectors.joining(", "))),
                clean(mail.subject()),
                guess.kind(),
                clean(text.text()),
                clean(text.quoted()),
                clean(text.signature()),
                mail.attachments().stream()
                        .map(file -> new MailReading.Attachment(clean(file.name()), clean(file.type()), file.size()))
                        .toList());
        return new OpenedMail.Understood(
                reading, guess.evidence().stream().map(Reader::clean).toList());
    }

    /** PostgreSQL keeps every character but this one. */
    static String clean(String text) {
        return text.replace("\u0000", "");
    }

    /** The address in From; empty when the mail names none. */
    static String sender(ParsedMail mail) {
        return mail.from().stream()
                .findFirst()
                .map(from -> from.address().value())
                .orElse("");
    }

    @Override
    public void destroy() {
        apart.close();
    }
}
