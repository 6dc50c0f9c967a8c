package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds the content of a CMS message, and reads nothing else of it. */
final class CmsReader {

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String ENVELOPED_DATA = "1.2.840.113549.1.7.3";
    private static final String COMPRESSED_DATA = "1.2.840.113549.1.9.16.1.9";
    private static final String AUTHENTICATED_ENVELOPED_DATA = "1.2.840.113549.1.9.16.1.23";

    private static final int LARGEST_INFLATED = 64 * 1024 * 1024;

    private CmsReader() {}

    static Cms read(byte[] bytes) {
        try {
            byte[] der = bytes.length > 0 && bytes[0] == Ber.SEQUENCE ? bytes : withoutArmour(bytes);
            Ber top = new Ber(der).enter(Ber.SEQUENCE);
            String kind = top.oid();
            if (kind.equals(ENVELOPED_DATA) || kind.equals(AUTHENTICATED_ENVELOPED_DATA)) {
                return new Cms.Encrypted();
            }
            Ber data = top.enter(Ber.EXPLICIT_0).enter(Ber.SEQUENCE);
            data.skip(); // version
            data.skip(); // digest or compression algorithms
            Ber encapsulated = data.enter(Ber.SEQUENCE);
            encapsulated.skip(); // type of the content
            if (!encapsulated.hasMore()) {
                return new Cms.Nothing();
            }
            byte[] content = encapsulated.enter(Ber.EXPLICIT_0).octets();
            if (kind.equals(COMPRESSED_DATA)) {
                return new Cms.Signed(inflated(content));
            }
            return kind.equals(SIGNED_DATA) ? new Cms.Signed(content) : new Cms.Nothing();
        } catch (Ber.Damaged | DataFormatException e) {
            return new Cms.Nothing();
        }
    }

    private static byte[] withoutArmour(byte[] bytes) {
        int from = 0;
        if (bytes.length > 0 && bytes[0] == '-') {
            while (from < bytes.length && bytes[from] != '\n') {
                from++;
            }
        }
        int to = from;
        while (to < bytes.length && bytes[to] != '-') {
            to++;
        }
        return Base64Text.decode(Arrays.copyOfRange(bytes, from, to), false).bytes();
    }

    private static byte[] inflated(byte[] compressed) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            while (!inflater.finished() && out.size() < LARGEST_INFLATED) {
                int length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                out.write(buffer, 0, length);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
