package org.perezvon.mail.inbound;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.mail.Answered;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.charset.TextDecoding;
import org.perezvon.mail.document.Examination;
import org.perezvon.mail.document.Findings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads kept bytes as the rooms above want to see them. Whatever a stranger has sent, reading it ends in time: here in a
 * thread that is given up, apart in a process that is killed.
 */
@Component
public class Reader implements DisposableBean {

    private final ReadingThreads threads;
    /** One for the mails that come in, one for people who open such a mail meanwhile. */
    private final SeparateReaders apart;

    private final HeldRules rules;

    /** Documents take longer than mails, and hold up nobody but each other. */
    private final SeparateReaders documents;

    Reader(MailSettings settings, HeldRules rules) {
        this.rules = rules;
        this.threads = new ReadingThreads(settings.incoming().readingTime());
        this.apart = new SeparateReaders(settings.incoming(), 2);
        this.documents = new SeparateReaders(settings.incoming(), 1);
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

    /** The files of a mail; none of one that must not be read. */
    public List<UnpackedFile> unpack(byte[] raw, Place place) {
        return switch (placeFor(place)) {
            case HERE -> unpackHere(raw);
            case APART -> documents.ask(reader -> reader.unpack(raw));
            case NEVER -> List.of();
        };
    }

    private List<UnpackedFile> unpackHere(byte[] raw) {
        try {
            return threads.within(() -> unpacked(ParsedMail.parse(raw)));
        } catch (NotRead e) {
            return documents.ask(reader -> reader.unpack(raw));
        }
    }

    /** What a file holds; never looked for within the application itself. */
    public Findings examine(byte[] file) {
        try {
            return documents.ask(reader -> reader.examine(file));
        } catch (NotRead e) {
            return Findings.none(e.reason().replace("Письмо", "файл"));
        }
    }

    /**
     * A mail's HTML made safe to look at, or its text where it has none.
     *
     * @param pictures whether those that came within the mail are shown
     */
    public String show(byte[] raw, Place place, boolean pictures) {
        try {
            return switch (placeFor(place)) {
                case HERE -> threads.within(() -> shown(ParsedMail.parse(raw), pictures));
                case APART -> apart.ask(reader -> reader.show(raw, pictures));
                case NEVER -> SafeHtml.of("", "Письмо не удалось прочитать", List.of());
            };
        } catch (NotRead e) {
            return SafeHtml.of("", e.reason(), List.of());
        }
    }

    private Place placeFor(Place asked) {
        return asked == Place.HERE && threads.areLost() ? Place.APART : asked;
    }

    static List<UnpackedFile> unpacked(ParsedMail mail) {
        return mail.attachments().stream().map(UnpackedFile::of).toList();
    }

    static Findings examined(byte[] file) {
        return Examination.of(file, bytes -> TextDecoding.of(bytes, null).text());
    }

    static String shown(ParsedMail mail, boolean pictures) {
        return SafeHtml.of(mail.html(), mail.text(), pictures ? mail.attachments() : List.of());
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
        public List<MailReading.Attachment> files() {
            return Reader.files(mail);
        }

        @Override
        public Understood read(String ours) {
            return threads.within(() -> understood(mail, ours, rules));
        }
    }

    static OpenedMail.Understood understood(ParsedMail mail, String ours, ReadingRules rules) {
        ReplyText text = ours.isEmpty() ? ReplyText.of(mail) : ReplyText.of(mail, ours);
        KindGuess guess = KindGuess.of(mail, text, rules);
        MailReading reading = new MailReading(
                mail.sender(),
                clean(mail.to().stream().map(to -> to.address().value()).collect(Collectors.joining(", "))),
                clean(mail.subject()),
                guess.kind(),
                guess.meaning().cleaned(Reader::clean),
                clean(text.text()),
                clean(text.quoted()),
                clean(text.signature()),
                clean(text.disclaimer()),
                text.answered().stream()
                        .map(one -> new Answered(clean(one.question()), clean(one.answer())))
                        .toList(),
                files(mail));
        return new OpenedMail.Understood(
                reading,
                Stream.concat(guess.evidence().stream(), mail.oddities().stream())
                        .map(Reader::clean)
                        .toList());
    }

    private static List<MailReading.Attachment> files(ParsedMail mail) {
        return mail.attachments().stream()
                .map(file -> new MailReading.Attachment(clean(file.name()), clean(file.type()), file.size()))
                .toList();
    }

    /** PostgreSQL keeps every character but this one. */
    static String clean(String text) {
        return text.replace("\u0000", "");
    }

    @Override
    public void destroy() {
        apart.close();
        documents.close();
    }
}
