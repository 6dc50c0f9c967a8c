package org.perezvon.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.perezvon.mail.wrapping.Cms;

/** Walks once through the parts of a letter, also those of wrappers and of damaged divisions. */
final class MailReader {

    static final int DEEPEST_PART = 20;
    static final int MOST_PARTS = 500;
    static final int LARGEST_LETTER = 100 * 1024 * 1024;
    private static final int MOST_WRAPPERS = 10;

    private static final MimeConfig PERMISSIVE =
            MimeConfig.copy(MimeConfig.PERMISSIVE).setMaxContentLen(-1).build();

    /** A part that is divided into others. */
    private static final class Container {
        private final MailHeaders head;
        private int parts;
        private byte[] preamble = {};

        Container(MailHeaders head) {
            this.head = head;
        }

        String type() {
            return head.parameters("Content-Type").value();
        }
    }

    private final LetterContents contents;
    private final Deque<Container> containers = new ArrayDeque<>();
    private int parts;
    private int wrappers;

    private MailReader(int depth) {
        this.contents = new LetterContents(depth);
    }

    /** @param depth how many letters this one lies within */
    static ParsedMail read(byte[] raw, int depth) {
        MailReader reader = new MailReader(depth);
        if (raw.length > LARGEST_LETTER) {
            reader.contents.strange("письмо больше " + LARGEST_LETTER / 1024 / 1024 + " МБ, конец отброшен");
        }
        reader.walk(LetterBytes.of(raw, LARGEST_LETTER));
        return reader.contents.letter();
    }

    private void walk(byte[] bytes) {
        int outside = containers.size();
        try {
            walkThrough(bytes);
        } catch (IOException | MimeException | RuntimeException e) {
            contents.strange("письмо повреждено и прочитано не до конца");
        }
        while (containers.size() > outside) {
            closeContainer();
        }
    }

    private void walkThrough(byte[] bytes) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(PERMISSIVE);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes));
        RawHead raw = new RawHead(contents.oddities());
        MailHeaders head = MailHeaders.NONE;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> raw = new RawHead(contents.oddities());
                case T_FIELD -> raw.keep(tokens.getField());
                case T_END_HEADER -> {
                    head = raw.headers();
                    contents.head(head);
                }
                case T_START_MULTIPART -> openContainer(head, tokens);
                case T_PREAMBLE -> preamble(tokens);
                case T_EPILOGUE -> epilogue(tokens);
                case T_END_MULTIPART -> closeContainer();
                case T_BODY -> {
                    if (++parts > MOST_PARTS) {
                        contents.strange("частей больше " + MOST_PARTS + ", остальные не прочитаны");
                        return;
                    }
                    part(head, tokens.getInputStream().readAllBytes());
                }
                default -> {
                    // beginnings and ends that say nothing
                }
            }
        }
    }

    private void openContainer(MailHeaders head, MimeTokenStream tokens) throws IOException {
        if (containers.size() >= DEEPEST_PART) {
            contents.strange("вложенность частей больше " + DEEPEST_PART + ", остальное не прочитано");
            tokens.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        Container container = new Container(head);
        countPart();
        containers.push(container);
        if (container.type().equals("multipart/alternative")) {
            contents.body().openAlternative();
        }
        if (container.type().equals("multipart/encrypted")) {
            contents.strange("письмо зашифровано (PGP), его текст может прочитать только владелец ключа");
        }
    }

    private void countPart() {
        Container around = containers.peek();
        if (around != null) {
            around.parts++;
        }
    }

    /** What stands before the first part speaks to programs without MIME, unless there is no part. */
    private void preamble(MimeTokenStream tokens) throws IOException {
        Container container = containers.peek();
        if (container != null && containers.size() <= DEEPEST_PART) {
            container.preamble = tokens.getInputStream().readAllBytes();
        }
    }

    /** What stands behind the last part does so too, unless it is a part. */
    private void epilogue(MimeTokenStream tokens) throws IOException {
        byte[] epilogue = tokens.getInputStream().readAllBytes();
        String boundary = Division.boundaryIn(epilogue);
        if (boundary != null && mayUnwrap()) {
            contents.strange("части письма продолжаются после их конца");
            walk(Division.redeclared("multipart/mixed", boundary, epilogue));
        }
    }

    private void closeContainer() {
        Container closed = containers.poll();
        if (closed == null) {
            return;
        }
        if (closed.parts == 0) {
            undivided(closed.head, closed.preamble);
        }
        if (closed.type().equals("multipart/alternative")) {
            contents.body().closeAlternative();
        }
    }

    private void part(MailHeaders head, byte[] raw) {
        countPart();
        Container around = containers.peek();
        boolean digest = around != null && around.type().equals("multipart/digest");
        LetterPart part = LetterPart.of(head, raw, digest ? "message/rfc822" : "text/plain");
        if (around != null && around.type().equals("multipart/encrypted")) {
            part = part.as(LetterPart.ENCRYPTED);
        }
        contents.strange(part.oddity());
        if (part.mime().startsWith("multipart/")) {
            undivided(head, part.content());
        } else if (containers.isEmpty() && head.first("Content-Type").isEmpty() && isHeadless(part)) {
            contents.strange("описание частей письма стоит в его тексте");
        } else if (!part.isCms() || !isUnwrapped(part)) {
            boolean within = !containers.isEmpty();
            contents.add(
                    part, within, containers.stream().anyMatch(c -> c.type().equals("multipart/report")));
        }
    }

    /** Reads parts whose declaration got lost on the way, or slipped below the blank line. */
    private boolean isHeadless(LetterPart part) {
        byte[] again = Division.withoutHead(part.content());
        if (again == null || !mayUnwrap()) {
            return false;
        }
        contents.headGoesOn();
        walk(again);
        return true;
    }

    /** Parts whose boundary was not declared, or was declared wrongly: perhaps it can be seen. */
    private void undivided(MailHeaders head, byte[] content) {
        HeaderParameters type = head.parameters("Content-Type");
        String boundary = Division.boundaryIn(content);
        if (boundary != null && mayUnwrap()) {
            contents.strange("граница частей письма не объявлена, но найдена");
            walk(Division.redeclared(type.value(), boundary, content));
            return;
        }
        contents.strange("граница частей письма не объявлена");
        contents.addStray(new LetterPart(head, type, "text/plain", null, content, null));
    }

    private boolean isUnwrapped(LetterPart part) {
        Cms cms = Cms.read(part.content());
        if (cms instanceof Cms.Encrypted) {
            contents.strange("письмо зашифровано (S/MIME), его текст может прочитать только владелец ключа");
        } else if (cms instanceof Cms.Nothing && part.mime().endsWith("pkcs7-mime")) {
            contents.strange("электронная подпись (S/MIME) повреждена, что лежит внутри неё, не прочитано");
        }
        if (!(cms instanceof Cms.Signed signed) || signed.content().length == 0 || !mayUnwrap()) {
            return false;
        }
        if (Division.beginsWithField(signed.content())) {
            contents.strange("текст лежал внутри электронной подписи (S/MIME), подпись не проверялась");
            walk(signed.content());
            return true;
        }
        contents.addSigned(part, signed.content());
        return true;
    }

    private boolean mayUnwrap() {
        return ++wrappers <= MOST_WRAPPERS;
    }
}
