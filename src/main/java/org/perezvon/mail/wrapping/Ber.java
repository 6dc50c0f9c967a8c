package org.perezvon.mail.wrapping;

import java.io.ByteArrayOutputStream;

/** Walks through ASN.1 in BER, of which DER is the tidy kind: tags, lengths, also lengths that nobody tells. */
final class Ber {

    /** What should stand here does not. */
    static final class Damaged extends Exception {
        Damaged(String what) {
            super(what, null, false, false);
        }
    }

    static final int SEQUENCE = 0x30;
    static final int EXPLICIT_0 = 0xa0;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int OID = 0x06;
    private static final int UNTOLD = -1;
    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private final int end;
    private int at;

    Ber(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Ber(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Not at the end, also not at the two zeros that end what has no length. */
    boolean hasMore() {
        return at < end && !(bytes[at] == 0 && at + 1 < end && bytes[at + 1] == 0);
    }

    /** The inside of the next element, which must have that tag. */
    Ber enter(int tag) throws Damaged {
        if (tag() != tag) {
            throw new Damaged("tag");
        }
        int length = length();
        return new Ber(bytes, at, length == UNTOLD ? end : Math.min(end, at + length));
    }

    void skip() throws Damaged {
        skip(0);
    }

    private void skip(int depth) throws Damaged {
        if (depth > DEEPEST) {
            throw new Damaged("depth");
        }
        tag();
        int length = length();
        if (length != UNTOLD) {
            at += length;
            return;
        }
        while (hasMore()) {
            skip(depth + 1);
        }
        at += 2;
    }

    String oid() throws Damaged {
        if (tag() != OID) {
            throw new Damaged("oid");
        }
        int length = length();
        int last = at + length;
        if (length < 1 || last > end) {
            throw new Damaged("oid");
        }
        int first = bytes[at++] & 0xff;
        StringBuilder oid = new StringBuilder().append(first / 40).append('.').append(first % 40);
        long arc = 0;
        for (; at < last; at++) {
            arc = arc << 7 | bytes[at] & 0x7f;
            if (bytes[at] >= 0) {
                oid.append('.').append(arc);
                arc = 0;
            }
        }
        return oid.toString();
    }

    /** The bytes of an OCTET STRING, also of one in pieces, also of one that breaks off. */
    byte[] octets() throws Damaged {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        octets(out, 0);
        return out.toByteArray();
    }

    private void octets(ByteArrayOutputStream out, int depth) throws Damaged {
        int tag = tag();
        if ((tag != OCTETS && tag != OCTETS_IN_PIECES) || depth > DEEPEST) {
            throw new Damaged("octets");
        }
        int length = length();
        int last = length == UNTOLD ? end : Math.min(end, at + length);
        if (tag == OCTETS) {
            out.write(bytes, at, Math.max(0, last - at));
            at = last;
            return;
        }
        while (at < last && hasMore()) {
            octets(out, depth + 1);
        }
        at += length == UNTOLD ? 2 : 0;
    }

    private int tag() throws Damaged {
        if (at >= end) {
            throw new Damaged("end");
        }
        return bytes[at++] & 0xff;
    }

    private int length() throws Damaged {
        int first = tag();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0) {
            return UNTOLD;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | tag();
            if (length > Integer.MAX_VALUE) {
                throw new Damaged("length");
            }
        }
        return (int) Math.min(length, end - at);
    }
}
