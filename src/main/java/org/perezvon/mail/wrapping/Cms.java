package org.perezvon.mail.wrapping;

/** What an S/MIME wrapper (RFC 5652) holds. Nobody verifies the signature: that is no matter of reading. */
public sealed interface Cms {

    /** What was signed, a part of a letter or a file. */
    record Signed(byte[] content) implements Cms {}

    /** Only whoever has the key can read it. */
    record Encrypted() implements Cms {}

    /** A signature without what it signs, or nothing that could be read. */
    record Nothing() implements Cms {}

    /** @param bytes DER, BER, or either of them as base64 with or without its dashed lines */
    static Cms read(byte[] bytes) {
        return CmsReader.read(bytes);
    }
}
