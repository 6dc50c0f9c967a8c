package org.perezvon.mail.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Types by contents, and types by name. */
final class FileType {

    static final String UNKNOWN = MediaType.OCTET_STREAM.toString();

    static final String TEXT = "text/plain";
    static final String ZIP = "application/zip";
    static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    static final String OLE = "application/x-tika-msoffice";

    private static final int ENOUGH = 8 * 1024;

    private static final Set<String> ZIPPED = Set.of(ZIP, "application/x-tika-ooxml", "application/java-archive");
    /** Other names of the same type, as mail programs write them. */
    private static final Map<String, String> ALIASES = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "image/x-png", "image/png",
            "application/x-pdf", "application/pdf",
            "application/acrobat", "application/pdf",
            "application/x-zip-compressed", "application/zip",
            "application/x-zip", "application/zip",
            "application/x-rtf", "application/rtf",
            "application/x-pkcs7-signature", "application/pkcs7-signature");

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private FileType() {}

    /** By the first bytes; of a container only that it is one. */
    static String of(byte[] content) {
        try {
            String found = KNOWN.detect(new ByteArrayInputStream(content), new Metadata())
                    .toString();
            if (found.equals(UNKNOWN) && looksLikeText(content)) {
                return TEXT;
            }
            return ZIPPED.contains(found) ? ZIP : found;
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read", e);
        }
    }

    /** Old Russian letters look like no text to those who know only ASCII and UTF-8. */
    private static boolean looksLikeText(byte[] content) {
        int looked = Math.min(content.length, ENOUGH);
        for (int i = 0; i < looked; i++) {
            int c = content[i] & 0xff;
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                return false;
            }
        }
        return looked > 0;
    }

    /** What files with such a name usually are; absent when anything may be called so. */
    static Optional<String> byName(String name) {
        String found = KNOWN.getMimeType(name).getName();
        return found.equals(UNKNOWN) ? Optional.empty() : Optional.of(found);
    }

    /** Whether a file may be called both, because the one is a kind of the other. */
    static boolean agree(String one, String other) {
        MediaType first = canonical(one);
        MediaType second = canonical(other);
        return first.equals(second)
                || KNOWN.getMediaTypeRegistry().isSpecializationOf(first, second)
                || KNOWN.getMediaTypeRegistry().isSpecializationOf(second, first);
    }

    private static MediaType canonical(String type) {
        MediaType parsed = MediaType.parse(ALIASES.getOrDefault(type, type));
        return parsed == null
                ? MediaType.OCTET_STREAM
                : KNOWN.getMediaTypeRegistry().normalize(parsed.getBaseType());
    }
}
