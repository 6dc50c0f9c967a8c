package org.perezvon.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.charset.TextDecoding;

/** A head while it is being read: letters that nobody encoded wait until all of them can say in which charset they are. */
final class RawHead {

    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_FIELD = 100_000;

    private record RawField(String name, byte[] value) {}

    private final List<RawField> fields = new ArrayList<>();
    private final ByteArrayOutputStream unencoded = new ByteArrayOutputStream();
    private final Set<String> oddities;

    RawHead(Set<String> oddities) {
        this.oddities = oddities;
    }

    void keep(Field field) {
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
        int to = bytes.length;
        if (to - from > LONGEST_FIELD) {
            oddities.add("поле " + brief(field.getName()) + " слишком длинное, конец отброшен");
            to = from + LONGEST_FIELD;
        }
        byte[] value = Arrays.copyOfRange(bytes, from, to);
        if (!TextDecoding.isAscii(value)) {
            oddities.add("в поле " + brief(field.getName()) + " незакодированные буквы");
            unencoded.writeBytes(value);
        }
        fields.add(new RawField(field.getName().strip(), value));
    }

    private static String brief(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name.strip();
    }

    MailHeaders headers() {
        String charset = unencoded.size() == 0 ? null : charset();
        return new MailHeaders(fields.stream()
                .map(field -> new MailHeaders.Field(field.name(), MailHeaders.unfolded(field.value(), charset)))
                .toList());
    }

    private @Nullable String charset() {
        String declared = null;
        for (RawField field : fields) {
            if (field.name().equalsIgnoreCase("Content-Type")) {
                declared = HeaderParameters.parse(MailHeaders.unfolded(field.value(), null))
                        .get("charset");
            }
        }
        return TextDecoding.of(unencoded.toByteArray(), declared).charset();
    }
}
