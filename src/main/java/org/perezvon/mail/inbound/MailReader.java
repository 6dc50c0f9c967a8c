package org.perezvon.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Walks once through the parts of a letter and gathers its body, its files and its reports. */
final class MailReader {

    static final int DEEPEST_LETTER = 4;
    static final int DEEPEST_PART = 20;
    static final int MOST_PARTS = 500;
    static final int MOST_FIELDS = 1000;
    static final int LONGEST_FIELD = 100_000;
    static final int LONGEST_TEXT = 1_000_000;
    static final int MOST_TAGS = 50_000;
    static final int LARGEST_LETTER = 100 * 1024 * 1024;

    private final int depth;
    private final Set<String> oddities = new LinkedHashSet<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<ParsedMail> enclosed = new ArrayList<>();
    private final List<StatusPart> statuses = new ArrayList<>();
    private final Deque<Container> containers = new ArrayDeque<>();
    private final LetterBody body = new LetterBody();
    private MailHeaders headers = MailHeaders.NONE;
    private boolean headersRead;
    private boolean divided;

    private MailReader(int depth) {
        this.depth = depth;
    }

    /** @param depth how many letters this one lies within */
    static ParsedMail read(byte[] raw, int depth) {
        MailReader reader = new MailReader(depth);
        try {
            reader.walk(raw);
        } catch (IOException | MimeException e) {
            reader.oddities.add("письмо прочитано не до конца: " + e.getMessage());
        } catch (RuntimeException e) {
            reader.oddities.add("письмо прочитано не до конца: " + e);
        }
        return reader.result();
    }

    private ParsedMail result() {
        return new ParsedMail(
                headers, body.text(), body.html(), attachments, enclosed, statuses, List.copyOf(oddities));
    }

    private void walk(byte[] raw) throws IOException, MimeException {
        int length = raw.length;
        if (length > LARGEST_LETTER) {
            oddities.add("письмо больше " + LARGEST_LETTER / 1024 / 1024 + " МБ, конец отброшен");
            length = LARGEST_LETTER;
        }
        int start = mboxLine(raw);
        MimeTokenStream tokens = new MimeTokenStream(
                MimeConfig.copy(MimeConfig.PERMISSIVE).setMaxContentLen(-1).build());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(raw, start, length - start));
        List<MailHeaders.Field> fields = new ArrayList<>();
        int parts = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> fields = new ArrayList<>();
                case T_FIELD -> keep(tokens.getField(), fields);
                case T_END_HEADER -> endOfHeader(fields);
                case T_START_MULTIPART -> openContainer(tokens, fields);
                case T_END_MULTIPART -> closeContainer();
                case T_BODY -> {
                    if (++parts > MOST_PARTS) {
                        oddities.add("частей больше " + MOST_PARTS + ", остальные не прочитаны");
                        return;
                    }
                    part(new MailHeaders(fields), tokens);
                }
                default -> {
                    // preambles and epilogues speak to programs without MIME
                }
            }
        }
    }

    /** A letter cut out of an mbox file begins with "From sender date". */
    private static int mboxLine(byte[] raw) {
        byte[] sign = "From ".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < sign.length; i++) {
            if (i >= raw.length || raw[i] != sign[i]) {
                return 0;
            }
        }
        int at = 0;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }

    private void keep(Field field, List<MailHeaders.Field> fields) {
        if (fields.size() >= MOST_FIELDS) {
            oddities.add("полей заголовка больше " + MOST_FIELDS + ", остальные не прочитаны");
            return;
        }
        ByteSequence raw = field.getRaw();
        byte[] bytes = raw == null ? field.getBody().getBytes(StandardCharsets.UTF_8) : raw.toByteArray();
        int colon = 0;
        while (raw != null && colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int from = raw == null ? 0 : Math.min(colon + 1, bytes.length);
        int length = bytes.length - from;
        if (length > LONGEST_FIELD) {
            oddities.add("поле " + field.getName() + " слишком длинное, конец отброшен");
            length = LONGEST_FIELD;
        }
        byte[] value = new byte[length];
        System.arraycopy(bytes, from, value, 0, length);
        if (!TextDecoding.isAscii(value)) {
            oddities.add("в поле " + field.getName() + " незакодированные буквы");
        }
        fields.add(new MailHeaders.Field(field.getName().strip(), MailHeaders.unfolded(value, null)));
    }

    private void endOfHeader(List<MailHeaders.Field> fields) {
        if (!headersRead) {
            headers = new MailHeaders(fields);
            headersRead = true;
        }
    }

    private void openContainer(MimeTokenStream tokens, List<MailHeaders.Field> fields) throws IOException {
        String type = new MailHeaders(fields).parameters("Content-Type").value();
        if (containers.size() >= DEEPEST_PART) {
            oddities.add("вложенность частей больше " + DEEPEST_PART + ", остальное не прочитано");
            tokens.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        containers.push(new Container(type));
        if (type.equals("multipart/alternative")) {
            body.openAlternative();
        }
    }

    private void closeContainer() {
        Container closed = containers.poll();
        if (closed != null && closed.type().equals("multipart/alternative")) {
            body.closeAlternative();
        }
    }

    private record Container(String type) {}

    private void part(MailHeaders head, MimeTokenStream tokens) throws IOException {
        HeaderParameters type = head.parameters("Content-Type");
        HeaderParameters disposition = head.parameters("Content-Disposition");
        String mime = mimeType(type.value());
        String name = disposition.get("filename");
        if (name == null) {
            name = type.get("name");
        }
        byte[] content = content(tokens);
        if (mime.startsWith("multipart/")) {
            undivided(content, type);
            return;
        }
        boolean attached = disposition.value().equals("attachment");
        boolean named = name != null && !name.isBlank() && !containers.isEmpty();
        if (isStatus(mime)) {
            statuses.add(StatusPart.parse(mime, new String(content, StandardCharsets.UTF_8)));
        } else if (mime.equals("text/rfc822-headers")) {
            enclose(content);
        } else if (mime.equals("message/rfc822") || mime.equals("message/global")) {
            enclose(content);
            if (!isWithinReport()) {
                attach(name == null ? letterName() : name, mime, head, content);
            }
        } else if (mime.equals("text/plain") && !attached && !named) {
            body.addPlain(text(content, type));
        } else if (mime.equals("text/html") && !attached && !named) {
            body.addHtml(fewTags(limited(decoded(content, type.get("charset")))));
        } else {
            attach(name, mime, head, content);
        }
    }

    private String letterName() {
        String subject =
                enclosed.isEmpty() ? "" : enclosed.get(enclosed.size() - 1).subject();
        return subject.isBlank() ? "письмо.eml" : subject.replace('/', '_').replace('\\', '_') + ".eml";
    }

    private boolean isWithinReport() {
        return containers.stream().anyMatch(container -> container.type().equals("multipart/report"));
    }

    private String mimeType(String declared) {
        if (declared.isEmpty() || declared.equals("text")) {
            Container parent = containers.peek();
            return parent != null && parent.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        }
        return declared;
    }

    /** Parts whose boundary was not declared: perhaps it can be seen. */
    private void undivided(byte[] content, HeaderParameters type) throws IOException {
        String letters = new String(content, StandardCharsets.ISO_8859_1);
        String boundary = boundaryIn(letters);
        oddities.add("граница частей письма не объявлена" + (boundary == null ? "" : ", но найдена"));
        if (boundary == null || divided) {
            body.addPlain(text(content, type));
            return;
        }
        divided = true;
        String head = "Content-Type: " + type.value() + "; boundary=\"" + boundary + "\"\r\n\r\n";
        try {
            walk((head + letters).getBytes(StandardCharsets.ISO_8859_1));
        } catch (MimeException e) {
            oddities.add("письмо прочитано не до конца: " + e.getMessage());
        }
    }

    /** The first line that begins with two hyphens and is followed by a field. */
    private static @Nullable String boundaryIn(String text) {
        String[] lines = text.split("\r?\n", 200);
        for (int i = 0; i + 1 < lines.length; i++) {
            String line = lines[i].stripTrailing();
            boolean fits = line.startsWith("--") && line.length() > 3 && line.length() <= 72 && line.indexOf('"') < 0;
            if (fits && lines[i + 1].regionMatches(true, 0, "Content-", 0, 8)) {
                return line.substring(2);
            }
        }
        return null;
    }

    private static boolean isStatus(String mime) {
        return mime.equals("message/delivery-status")
                || mime.equals("message/global-delivery-status")
                || mime.equals("message/disposition-notification")
                || mime.equals("message/feedback-report");
    }

    private void enclose(byte[] content) {
        if (depth >= DEEPEST_LETTER) {
            oddities.add("вложенных друг в друга писем больше " + DEEPEST_LETTER + ", остальные не прочитаны");
            return;
        }
        enclosed.add(read(content, depth + 1));
    }

    private void attach(@Nullable String name, String mime, MailHeaders head, byte[] content) {
        if (mime.equals("application/pkcs7-mime") || mime.equals("application/x-pkcs7-mime")) {
            oddities.add(
                    "письмо зашифровано или подписано так, что текст лежит внутри " + (name == null ? mime : name));
        }
        if (mime.equals("application/ms-tnef") || "winmail.dat".equalsIgnoreCase(name)) {
            oddities.add("вложение winmail.dat: Outlook упаковал письмо в собственный формат");
        }
        boolean inline = mime.startsWith("image/")
                && head.has("Content-ID")
                && !head.keyword("Content-Disposition").equals("attachment");
        attachments.add(new Attachment(
                AttachmentName.clean(name, mime, attachments.size() + 1),
                mime,
                inline,
                content,
                String.join("", head.ids("Content-ID"))));
    }

    private byte[] content(MimeTokenStream tokens) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = tokens.getDecodedInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        } catch (IOException e) {
            oddities.add("часть письма закодирована с ошибкой и прочитана не до конца");
        }
        return bytes.toByteArray();
    }

    private String text(byte[] content, HeaderParameters type) {
        String text = limited(decoded(content, type.get("charset")));
        boolean flowed = "flowed".equalsIgnoreCase(type.get("format"));
        return flowed ? PlainText.unflowed(text, "yes".equalsIgnoreCase(type.get("delsp"))) : PlainText.tidied(text);
    }

    private String decoded(byte[] content, @Nullable String charset) {
        TextDecoding decoding = TextDecoding.of(content, charset);
        String oddity = decoding.oddity();
        if (oddity != null) {
            oddities.add(oddity);
        }
        return decoding.text();
    }

    private String limited(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        oddities.add("текст длиннее " + LONGEST_TEXT + " знаков, конец отброшен");
        return text.substring(0, LONGEST_TEXT);
    }

    /** An honest letter has one tag in twenty letters; what has far more was made to keep the parser busy. */
    private String fewTags(String html) {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
            if (++tags > MOST_TAGS) {
                oddities.add("в HTML больше " + MOST_TAGS + " тегов, конец отброшен");
                return html.substring(0, i);
            }
        }
        return html;
    }
}
