package org.perezvon.mail.arrival;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a mail without reading it.
 *
 * @param hash a digest of what the sender sent. What servers added on the way differs between two deliveries of one mail and
 *     is left out, except the signed keys of ours that only they show: one mail sent blindly to two inquiries is two mails
 * @param conversation whose signed key the head shows; absent: none
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to the database, never compared
record Fingerprint(byte[] hash, @Nullable Long conversation) {

    /** Keys are looked for in so much of a head: no honest one is longer. */
    private static final int LARGEST_HEAD = 64 * 1024;

    /** @param keys finds the signed keys in a text */
    static Fingerprint ofWhole(byte[] raw, Function<String, List<Long>> keys) {
        MessageDigest digest = sha256();
        return of(raw, keys, digest, digest::update);
    }

    /** The same head under bodies of two sizes belongs to two mails. */
    static Fingerprint ofHead(byte[] head, long fullSize, Function<String, List<Long>> keys) {
        MessageDigest digest = sha256();
        digest.update(number(fullSize - head.length));
        return of(head, keys, digest, (bytes, offset, length) -> {});
    }

    /** Nothing is known but the place. */
    static Fingerprint ofPlace(String mailbox, long uidValidity, long uid) {
        MessageDigest digest = sha256();
        digest.update(mailbox.getBytes(StandardCharsets.UTF_8));
        digest.update(number(uidValidity));
        digest.update(number(uid));
        return new Fingerprint(digest.digest(), null);
    }

    private static Fingerprint of(
            byte[] raw, Function<String, List<Long>> keys, MessageDigest digest, TraceHeaders.Sink body) {
        StringBuilder own = new StringBuilder();
        StringBuilder delivery = new StringBuilder();
        TraceHeaders.split(
                raw,
                (bytes, offset, length) -> {
                    digest.update(bytes, offset, length);
                    append(own, bytes, offset, length);
                },
                (bytes, offset, length) -> append(delivery, bytes, offset, length),
                body);
        List<Long> shown = keys.apply(own.toString());
        List<Long> delivered = keys.apply(delivery.toString());
        delivered.stream().filter(key -> !shown.contains(key)).sorted().forEach(key -> digest.update(number(key)));
        List<Long> all = delivered.isEmpty() ? shown : delivered;
        return new Fingerprint(digest.digest(), all.isEmpty() ? null : all.get(0));
    }

    private static void append(StringBuilder text, byte[] bytes, int offset, int length) {
        int room = Math.min(length, LARGEST_HEAD - text.length());
        text.append(new String(bytes, offset, room, StandardCharsets.ISO_8859_1));
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
