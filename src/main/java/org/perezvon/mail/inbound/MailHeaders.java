package org.perezvon.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.charset.TextDecoding;

/** The head of a letter or of one of its parts, in the order it arrived: the topmost field is the youngest. */
public record MailHeaders(List<Field> fields) {

    /**
     * One field.
     *
     * @param value unfolded, its raw bytes made letters, its encoded words still encoded
     */
    public record Field(String name, String value) {}

    static final MailHeaders NONE = new MailHeaders(List.of());

    private static final int MOST_IDS = 500;

    public MailHeaders {
        fields = List.copyOf(fields);
    }

    /** Fields as text, e.g. of a delivery status or of a letter that came back. */
    static MailHeaders parse(String block) {
        List<Field> fields = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : block.split("\r\n|\n|\r", -1)) {
            boolean continued = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (continued && !current.isEmpty()) {
                current.append(' ').append(line.strip());
            } else {
                addTo(fields, current.toString());
                current.setLength(0);
                current.append(line);
            }
        }
        addTo(fields, current.toString());
        return new MailHeaders(fields);
    }

    private static void addTo(List<Field> fields, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            fields.add(new Field(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    /** Every value of that name, encoded words still encoded. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The first value of that name as written; empty when there is none. */
    public String first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return "";
    }

    /** The first value of that name as people read it; empty when there is none. */
    public String text(String name) {
        return HeaderWords.decode(first(name)).strip();
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    /** The addresses in every field of that name. */
    public List<Correspondent> correspondents(String name) {
        return all(name).stream()
                .flatMap(value -> AddressLine.parse(value).stream())
                .toList();
    }

    public List<EmailAddress> addresses(String name) {
        return correspondents(name).stream()
                .map(Correspondent::address)
                .distinct()
                .toList();
    }

    /** The ids in every field of that name, without angle brackets. */
    public List<String> ids(String name) {
        Set<String> ids = new LinkedHashSet<>();
        for (String value : all(name)) {
            collectIds(value, ids);
        }
        return List.copyOf(ids);
    }

    /** For whom the servers on the way took the letter: what {@code Received} says behind {@code for}. */
    public List<EmailAddress> receivedFor() {
        Set<EmailAddress> addresses = new LinkedHashSet<>();
        for (String value : all("Received")) {
            String[] words = value.split("[\\s;]+");
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].equalsIgnoreCase("for")) {
                    AddressLine.address(words[i + 1]).ifPresent(addresses::add);
                }
            }
        }
        return List.copyOf(addresses);
    }

    /** When the sender's clock says it was written; null when the field is missing or unreadable. */
    public @Nullable Instant date() {
        String value = first("Date");
        if (value.isBlank() || value.length() > 200) {
            return null;
        }
        RawField raw = new RawField("Date", value);
        DateTimeField field = DateTimeFieldLenientImpl.PARSER.parse(raw, DecodeMonitor.SILENT);
        Date date = field.getDate();
        return date == null ? null : date.toInstant();
    }

    HeaderParameters parameters(String name) {
        return HeaderParameters.parse(first(name));
    }

    /** Lower case, without parameters or comments: {@code auto-replied}. */
    String keyword(String name) {
        String value = parameters(name).value();
        int comment = value.indexOf('(');
        return (comment < 0 ? value : value.substring(0, comment)).strip().toLowerCase(Locale.ROOT);
    }

    private static void collectIds(String value, Set<String> ids) {
        int at = 0;
        while (ids.size() < MOST_IDS) {
            int open = value.indexOf('<', at);
            int close = open < 0 ? -1 : value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            String id = value.substring(open + 1, close).replaceAll("\\s", "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
            at = close + 1;
        }
        if (at == 0) {
            for (String word : value.strip().split("\\s+")) {
                if (word.indexOf('@') > 0 && ids.size() < MOST_IDS) {
                    ids.add(word);
                }
            }
        }
    }

    static String unfolded(byte[] raw, @Nullable String charsetHint) {
        String text = TextDecoding.isAscii(raw)
                ? new String(raw, StandardCharsets.US_ASCII)
                : TextDecoding.of(raw, charsetHint).text();
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                continue;
            }
            line.append(c == '\t' || c == 0 ? ' ' : c);
        }
        return line.toString().strip();
    }
}
