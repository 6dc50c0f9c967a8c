package org.perezvon.mail.wrapping;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.perezvon.mail.charset.TextDecoding;

/** The properties of a letter or a file as Exchange keeps them; of several values the first. */
final class MapiProperties {

    static final int BODY = 0x1000;
    static final int RTF_COMPRESSED = 0x1009;
    static final int HTML = 0x1013;
    static final int SUBJECT = 0x0037;
    static final int DISPLAY_NAME = 0x3001;
    static final int ATTACHED_BYTES = 0x3701;
    static final int FILE_NAME = 0x3704;
    static final int LONG_FILE_NAME = 0x3707;
    static final int MIME_TYPE = 0x370e;
    private static final int CODEPAGE = 0x3fde;

    private static final int OBJECT = 0x0d;
    private static final int STRING = 0x1e;
    private static final int UNICODE = 0x1f;
    private static final int BINARY = 0x102;
    private static final int SEVERAL = 0x1000;
    private static final int NAMED = 0x8000;
    private static final int MOST = 5000;

    private record Value(int type, byte[] bytes) {}

    private final Map<Integer, Value> values = new HashMap<>();
    private final String charset;

    /** @param codepage of the letter, 0 when unknown */
    MapiProperties(byte[] block, int codepage) {
        LittleEndian in = new LittleEndian(block);
        int count = Math.min(in.number(), MOST);
        for (int i = 0; i < count && in.has(4); i++) {
            if (!readOne(in)) {
                break;
            }
        }
        Value own = values.get(CODEPAGE);
        this.charset = Codepage.charset(own == null ? codepage : new LittleEndian(own.bytes()).number());
    }

    /** False when what follows cannot be understood. */
    private boolean readOne(LittleEndian in) {
        int type = in.word();
        int id = in.word();
        if (id >= NAMED) {
            in.skip(16);
            if (in.number() == 0) {
                in.skip(4);
            } else {
                in.skip(padded(in.number()));
            }
        }
        boolean several = (type & SEVERAL) != 0;
        int one = type & ~SEVERAL;
        boolean variable = one == OBJECT || one == STRING || one == UNICODE || one == BINARY;
        int count = several || variable ? in.number() : 1;
        if (count < 0 || count > MOST) {
            return false;
        }
        for (int i = 0; i < count && in.left() > 0; i++) {
            int size = variable ? in.number() : fixedSize(one);
            if (size < 0 || !in.has(size)) {
                return false;
            }
            byte[] bytes = in.take(size);
            in.skip(padded(size) - size);
            values.putIfAbsent(id, new Value(one, bytes));
        }
        return true;
    }

    private static long padded(int size) {
        return (size + 3L) & ~3L;
    }

    private static int fixedSize(int type) {
        return switch (type) {
            case 0, 1 -> 0;
            case 5, 6, 7, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }

    /** Empty when there is none. */
    String text(int id) {
        Value value = values.get(id);
        if (value == null) {
            return "";
        }
        String text = value.type() == UNICODE
                ? new String(value.bytes(), StandardCharsets.UTF_16LE)
                : id == HTML
                        ? TextDecoding.ofHtml(value.bytes(), charset).text()
                        : TextDecoding.of(value.bytes(), charset).text();
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Empty when there is none. */
    byte[] bytes(int id) {
        Value value = values.get(id);
        return value == null ? new byte[0] : value.bytes();
    }

    /** An object begins with sixteen bytes that say what it is. */
    boolean isObject(int id) {
        Value value = values.get(id);
        return value != null && value.type() == OBJECT;
    }
}
