package org.perezvon.mail.wrapping;

import java.util.Arrays;

/** Bytes read from the front, numbers with their smallest byte first; behind the end there is nothing but zeros. */
final class LittleEndian {

    private final byte[] bytes;
    private int at;

    LittleEndian(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean has(long count) {
        return count >= 0 && count <= bytes.length - at;
    }

    int left() {
        return bytes.length - at;
    }

    int octet() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }

    int word() {
        return octet() | octet() << 8;
    }

    int number() {
        return word() | word() << 16;
    }

    /** As many as there are, at most {@code count}. */
    byte[] take(long count) {
        int length = (int) Math.max(0, Math.min(count, left()));
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    void skip(long count) {
        at += (int) Math.max(0, Math.min(count, left()));
    }
}
