package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.wrapping.Tnef;
import org.perezvon.mail.wrapping.WrappedFile;

/** Gathers what the parts of a letter hold: its words, its files, the letters within it and what servers report. */
final class LetterContents {

    private static final int DEEPEST_LETTER = 4;
    private static final int MOST_FILES = 1000;

    private final int depth;
    private final Set<String> oddities = new LinkedHashSet<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<ParsedMail> enclosed = new ArrayList<>();
    private final List<StatusPart> statuses = new ArrayList<>();
    private final LetterBody body = new LetterBody();
    private final LetterBody spare = new LetterBody();
    private @Nullable MailHeaders head;
    private String charset = "";
    private boolean headGoesOn;
    private boolean reports;

    /** @param depth how many letters this one lies within */
    LetterContents(int depth) {
        this.depth = depth;
    }

    Set<String> oddities() {
        return oddities;
    }

    void strange(@Nullable String oddity) {
        if (oddity != null) {
            oddities.add(oddity);
        }
    }

    /** The first head is that of the letter, the others are those of its parts. */
    void head(MailHeaders next) {
        if (headGoesOn && head != null) {
            head = new MailHeaders(Stream.concat(head.fields().stream(), next.fields().stream())
                    .toList());
            headGoesOn = false;
        }
        head = head == null ? next : head;
    }

    /** The next head is the rest of the letter's own. */
    void headGoesOn() {
        headGoesOn = true;
    }

    LetterBody body() {
        return body;
    }

    /**
     * Puts a part where it belongs.
     *
     * @param within whether it is one of several
     * @param report whether it is one of a server's report
     */
    void add(LetterPart part, boolean within, boolean report) {
        reports |= report;
        boolean named = part.isNamed() && within;
        if (part.isStatus()) {
            statuses.add(StatusPart.parse(part.mime(), new String(part.content(), StandardCharsets.UTF_8)));
        } else if (part.mime().equals("text/rfc822-headers")) {
            enclose(part.content());
        } else if (part.isLetter()) {
            enclose(part.content());
            if (!report) {
                attach(part.isNamed() ? part.name() : letterName(), part);
            }
        } else if (part.isProse() && !part.isAttached() && !named) {
            say(part, body);
        } else if (part.isTnef()) {
            unpack(part);
        } else if (!part.isRepeated()) {
            if (part.isInvitation()) {
                spare.addPlain(Invitation.text(part.content(), part.type().get("charset")));
            } else if (part.isProse() && !part.isAttached()) {
                say(part, spare);
            }
            attach(part.name(), part);
        }
    }

    /** By what the words are, not by what they are said to be. */
    private void say(LetterPart part, LetterBody where) {
        boolean tags = Markup.isIn(part.content());
        boolean html = part.mime().equals("text/html");
        if (html != tags && (html || Markup.isPage(part.content()))) {
            oddities.add(html ? "текст назван HTML, но разметки в нём нет" : "текст оказался страницей HTML");
            html = tags;
        }
        if (html) {
            sayHtml(BodyText.html(part.content(), part.type().get("charset"), oddities), where);
        } else {
            say(BodyText.plain(part, oddities), where);
        }
    }

    /** Words that stand where none should: read when there are no others. */
    void addStray(LetterPart part) {
        say(BodyText.plain(part, oddities), spare);
    }

    /** A file within the electronic signature that it was signed with: both are kept. */
    void addSigned(LetterPart part, byte[] content) {
        attach(part.name(), part);
        String name = part.name() == null ? "" : part.name();
        int ending = name.lastIndexOf('.');
        attach(LetterPart.file(ending > 0 ? name.substring(0, ending) : name, "application/octet-stream", content));
    }

    private void say(BodyText words, LetterBody where) {
        where.addPlain(words.text());
        charset = charset.isEmpty() ? words.charset() : charset;
        words.files().forEach(this::attach);
    }

    private void sayHtml(BodyText words, LetterBody where) {
        where.addHtml(words.text());
        charset = charset.isEmpty() ? words.charset() : charset;
    }

    private void unpack(LetterPart part) {
        Tnef.read(part.content()).ifPresentOrElse(this::unpack, () -> {
            oddities.add("вложение winmail.dat (формат Outlook) повреждено");
            attach(part);
        });
    }

    private void unpack(Tnef packet) {
        oddities.add("вложение winmail.dat (формат Outlook) распаковано" + (packet.whole() ? "" : " не до конца"));
        if (packet.html().isBlank()) {
            spare.addPlain(PlainText.tidied(packet.text()));
        } else {
            sayHtml(BodyText.html(packet.html().getBytes(StandardCharsets.UTF_8), "utf-8", oddities), spare);
        }
        packet.files().forEach(this::attach);
    }

    private void enclose(byte[] content) {
        if (depth >= DEEPEST_LETTER) {
            oddities.add("вложенных друг в друга писем больше " + DEEPEST_LETTER + ", остальные не прочитаны");
            return;
        }
        enclosed.add(MailReader.read(content, depth + 1));
    }

    private String letterName() {
        String subject =
                enclosed.isEmpty() ? "" : enclosed.get(enclosed.size() - 1).subject();
        return subject.isBlank() ? "письмо.eml" : subject.replace('/', '_').replace('\\', '_') + ".eml";
    }

    private void attach(WrappedFile file) {
        String type = file.type().isEmpty() ? "application/octet-stream" : file.type();
        LetterPart part = LetterPart.file(file.name(), type, file.content());
        if (part.isTnef()) {
            unpack(part);
        } else {
            attach(part);
        }
    }

    private void attach(LetterPart part) {
        attach(part.name(), part);
    }

    private void attach(@Nullable String name, LetterPart part) {
        if (attachments.size() >= MOST_FILES) {
            oddities.add("вложений больше " + MOST_FILES + ", остальные не прочитаны");
            return;
        }
        String clean = AttachmentName.clean(name, part.mime(), attachments.size() + 1);
        attachments.add(new Attachment(clean, part.mime(), part.isInline(), part.content(), part.contentId()));
    }

    /** What was gathered. When nothing is said in the usual places, the words found elsewhere are its text. */
    ParsedMail letter() {
        if (body.isEmpty() && spare.isEmpty() && !reports) {
            forwarded();
        }
        LetterBody said = body.isEmpty() ? spare : body;
        return new ParsedMail(
                head == null ? MailHeaders.NONE : head,
                said.text(),
                said.html(),
                charset,
                attachments,
                enclosed,
                statuses,
                List.copyOf(oddities));
    }

    private static boolean isOurs(String words) {
        int end = words.indexOf('\n');
        return ReplyMarker.isOn(end < 0 ? words : words.substring(0, end));
    }

    /** A letter that is nothing but other letters says what they say; our own, sent back, says nothing. */
    private void forwarded() {
        if (attachments.stream().filter(Attachment::tells).count() > enclosed.size()) {
            return;
        }
        for (ParsedMail inner : enclosed) {
            String words = inner.text().isBlank() ? HtmlText.text(inner.html()) : inner.text();
            if (words.isBlank() || isOurs(words.strip())) {
                continue;
            }
            oddities.add("письмо состоит только из вложенного письма, прочитан его текст");
            charset = charset.isEmpty() ? inner.charset() : charset;
            spare.openAlternative();
            if (!inner.text().isBlank()) {
                spare.addPlain(inner.text());
            }
            if (!inner.html().isBlank()) {
                spare.addHtml(inner.html());
            }
            spare.closeAlternative();
            attachments.addAll(inner.attachments());
        }
    }
}
